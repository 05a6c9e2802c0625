#include "stats/speedup.h"

#include <gtest/gtest.h>

#include <vector>

namespace lab {
namespace {

TEST(Median, IsTheMiddle) {
  EXPECT_EQ(Median(std::vector{3.0}), 3);
  EXPECT_EQ(Median(std::vector{3.0, 1.0, 2.0}), 2);
  EXPECT_EQ(Median(std::vector{4.0, 1.0, 3.0, 2.0}), 2.5);
}

TEST(Speedup, ComparesWithinARound) {
  // The machine slows down to half its speed: the ratio stays.
  const Spread spread = Speedup(std::vector{1.0, 1.5, 2.0}, std::vector{0.5, 0.75, 1.0});
  EXPECT_EQ(spread.ratio, 2);
  EXPECT_EQ(spread.low, 2);
  EXPECT_EQ(spread.high, 2);
}

TEST(Speedup, HasTheRangeOfItsRounds) {
  const Spread spread = Speedup(std::vector{1.0, 1.0, 1.0}, std::vector{0.5, 0.8, 1.0});
  EXPECT_EQ(spread.ratio, 1.25);
  EXPECT_EQ(spread.low, 1);
  EXPECT_EQ(spread.high, 2);
}

TEST(Speedup, UsesTheRoundsThatBothHave) {
  const Spread spread = Speedup(std::vector{1.0, 9.0}, std::vector{0.5});
  EXPECT_EQ(spread.ratio, 2);
  EXPECT_EQ(spread.high, 2);
}

TEST(RatioText, HasTheDigitsThatItsSpreadCarries) {
  EXPECT_EQ(RatioText({.ratio = 1.934, .low = 1.92, .high = 1.95}), "1.93");
  EXPECT_EQ(RatioText({.ratio = 1.934, .low = 1.7, .high = 2.1}), "1.9");
  EXPECT_EQ(RatioText({.ratio = 4.934, .low = 3, .high = 6}), "5");
}

TEST(TooNoisy, IsMoreThanTwoFifths) {
  EXPECT_FALSE(TooNoisy({.ratio = 1.9, .low = 1.85, .high = 1.95}));
  EXPECT_TRUE(TooNoisy({.ratio = 1.5, .low = 1.1, .high = 2.0}));
}

TEST(Speedup, IsUnknownWhereTheClockSawNothing) {
  const Spread spread = Speedup(std::vector{0.0, 0.0}, std::vector{0.0, 0.0});
  EXPECT_TRUE(TooNoisy(spread));
  EXPECT_EQ(RatioText(spread), "?");
}

}  // namespace
}  // namespace lab
