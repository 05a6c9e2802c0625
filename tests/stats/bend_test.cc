#include "stats/bend.h"

#include <gtest/gtest.h>

#include <vector>

namespace lab {
namespace {

constexpr Axis kWorkers = {.logarithmic = true, .step = 1};
constexpr Axis kShares = {.logarithmic = false, .step = 2.5};

TEST(WhereItBends, IsBesideThePointFarthestFromItsNeighboursLine) {
  // Grows up to eight workers and no more.
  const std::vector<double> at = {1, 2, 4, 8, 16, 32};
  const std::vector<std::vector<double>> curves = {{1, 2, 4, 8, 8, 8}};
  const std::optional<double> where = WhereItBends(at, curves, kWorkers);
  ASSERT_TRUE(where);
  EXPECT_EQ(*where, 6) << "in the middle between four and eight, as logarithms go";
}

TEST(WhereItBends, IsNowhereOnALine) {
  const std::vector<double> at = {1, 2, 4, 8};
  EXPECT_FALSE(
      WhereItBends(at, std::vector<std::vector<double>>{{1, 2, 4, 8}, {1, 1, 1, 1}}, kWorkers));
  EXPECT_FALSE(WhereItBends(std::vector<double>{0, 50, 100},
                            std::vector<std::vector<double>>{{3, 2, 1}}, kShares));
}

TEST(WhereItBends, StopsWhereNoPlaceIsLeft) {
  const std::vector<double> at = {1, 2, 3};
  EXPECT_FALSE(WhereItBends(at, std::vector<std::vector<double>>{{1, 2, 2}}, kWorkers))
      << "there is no worker between two and three";
}

TEST(WhereItBends, OfSeveralCurvesTakesTheSharpest) {
  const std::vector<double> at = {0, 20, 40, 60, 80, 100};
  const std::vector<std::vector<double>> curves = {{4, 4, 4, 4, 4, 4}, {4, 4, 2.4, 1.6, 1.2, 1}};
  EXPECT_EQ(WhereItBends(at, curves, kShares), 10);
}

TEST(WhereItBends, PrefersTheWiderGap) {
  const std::vector<double> at = {0, 10, 20, 60, 100};
  const std::vector<std::vector<double>> curves = {{4, 4, 4, 2, 1}};
  EXPECT_EQ(WhereItBends(at, curves, kShares), 40);
}

TEST(WhereItBends, NeedsThreePoints) {
  EXPECT_FALSE(
      WhereItBends(std::vector<double>{1, 2}, std::vector<std::vector<double>>{{1, 9}}, kWorkers));
}

}  // namespace
}  // namespace lab
