#include "stats/efficiency.h"

#include <gtest/gtest.h>

namespace lab {
namespace {

TEST(Efficiency, IsTheShareOfWhatCouldBeGained) {
  EXPECT_DOUBLE_EQ(EfficiencyOf({.ratio = 1.5, .low = 1.4, .high = 1.6, .confidence = 0.95}, 2),
                   0.75);
  EXPECT_DOUBLE_EQ(EfficiencyOf({.ratio = 1.9, .low = 1.89, .high = 1.91, .confidence = 0.95}, 1.9),
                   1)
      << "four workers on two cores have the two";
}

TEST(Efficiency, IsNeverMoreThanAll) {
  EXPECT_EQ(EfficiencyOf({.ratio = 2.1, .low = 1.9, .high = 2.3, .confidence = 0.95}, 2), 1)
      << "its interval";
  EXPECT_EQ(EfficiencyOf({.ratio = 2.1, .low = 2.09, .high = 2.11, .confidence = 0.95}, 2), 1)
      << "the error of the limit";
  EXPECT_EQ(EfficiencyOf({.ratio = 1.9, .low = 1.8, .high = 2, .confidence = 0.95}, 1.3), 0)
      << "more cores were there than were measured";
  EXPECT_EQ(EfficiencyOf({.ratio = 1, .low = 1, .high = 1}, 0), 0);
}

TEST(Efficiency, OfFilesThatHaveMoreIsLimitedToo) {
  const Estimate speedup = {.ratio = 2, .low = 1.9, .high = 2.1, .confidence = 0.95};
  EXPECT_EQ(EfficiencyWithin(speedup, 1.02), 1);
  EXPECT_EQ(EfficiencyWithin(speedup, 1.5), 0);
  EXPECT_EQ(EfficiencyWithin(speedup, 0.7), 0.7);
}

}  // namespace
}  // namespace lab
