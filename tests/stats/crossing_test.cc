#include "stats/crossing.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace lab {
namespace {

// The most that four threads gain when that share of their work is computing, one at a time and on
// two cores.
std::vector<SpeedupPoint> Curve(double cores, double spread) {
  std::vector<SpeedupPoint> curve;
  for (double share = 0; share <= 1.001; share += 0.1) {
    const double speedup = share > 0 ? std::min(4.0, cores / share) : 4;
    curve.push_back({.at = share,
                     .speedup = {.ratio = speedup,
                                 .low = speedup * (1 - spread),
                                 .high = speedup * (1 + spread),
                                 .confidence = 0.95}});
  }
  return curve;
}

TEST(Crossing, IsWhereTheLockBeginsToBind) {
  const std::optional<Crossing> crossing = FindCrossing(Curve(1, 0.02), Curve(2, 0.02));
  ASSERT_TRUE(crossing);
  EXPECT_NEAR(crossing->at, 0.25, 0.05)
      << "one core is not enough for four threads from a quarter on";
  EXPECT_LT(crossing->low, crossing->at);
  EXPECT_GT(crossing->high, crossing->at);
}

TEST(Crossing, IsTheFirstPointIfTheCurvesNeverMet) {
  std::vector<SpeedupPoint> upper = Curve(2, 0);
  for (SpeedupPoint& point : upper) point.speedup.ratio *= 2;
  EXPECT_EQ(FindCrossing(Curve(1, 0), upper)->at, 0);
}

TEST(Crossing, IsNoneWhereACurveNeverLeavesTheOther) {
  EXPECT_FALSE(FindCrossing(Curve(2, 0.01), Curve(2, 0.01)));
  EXPECT_FALSE(FindCrossing({}, {}));
}

}  // namespace
}  // namespace lab
