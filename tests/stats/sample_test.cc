#include "stats/sample.h"

#include <gtest/gtest.h>

namespace lab {
namespace {

TEST(Median, IsTheMiddle) {
  EXPECT_EQ(Median({}), 0);
  EXPECT_EQ(Median(std::vector{3.0}), 3);
  EXPECT_EQ(Median(std::vector{3.0, 1.0, 2.0}), 2);
  EXPECT_EQ(Median(std::vector{4.0, 1.0, 3.0, 2.0}), 2.5);
}

TEST(Mad, IsTheMedianDistanceFromTheMedian) {
  EXPECT_EQ(Mad(std::vector{1.0}), 0);
  EXPECT_EQ(Mad(std::vector{1.0, 2.0, 4.0, 8.0, 100.0}), 3);
}

TEST(Outliers, LieFarFromTheOthers) {
  EXPECT_EQ(Outliers(std::vector{1.0, 1.1, 0.9, 5.0, 1.05}), std::vector<int>{3});
  EXPECT_TRUE(Outliers(std::vector{1.0, 1.1, 0.9}).empty());
  EXPECT_TRUE(Outliers(std::vector{1.0, 1.0, 1.0, 2.0}).empty())
      << "without any spread nothing is far";
}

}  // namespace
}  // namespace lab
