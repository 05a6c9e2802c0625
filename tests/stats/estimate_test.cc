#include "stats/estimate.h"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

namespace lab {
namespace {

TEST(Speedup, ComparesWithinARound) {
  // The machine slows down to half its speed: the ratio stays.
  const Estimate estimate = Speedup(std::vector{1.0, 1.5, 2.0}, std::vector{0.5, 0.75, 1.0});
  EXPECT_DOUBLE_EQ(estimate.ratio, 2);
  EXPECT_DOUBLE_EQ(estimate.low, 2);
  EXPECT_DOUBLE_EQ(estimate.high, 2);
}

TEST(Speedup, OfFewRoundsHasStudentsInterval) {
  // Logarithms of 1, 2 and 4 are evenly apart: ln 2 is their spread, and their mean has a third of
  // its square.
  const Estimate estimate = Speedup(std::vector{1.0, 1.0, 1.0}, std::vector{1.0, 0.5, 0.25});
  EXPECT_DOUBLE_EQ(estimate.ratio, 2);
  const double half_width = 4.302653 * std::numbers::ln2 / std::numbers::sqrt3;
  EXPECT_NEAR(std::log(estimate.high / estimate.ratio), half_width, 1e-9);
  EXPECT_NEAR(std::log(estimate.ratio / estimate.low), half_width, 1e-9);
}

TEST(Speedup, UsesTheRoundsThatBothHave) {
  const Estimate estimate = Speedup(std::vector{1.0, 9.0}, std::vector{0.5});
  EXPECT_DOUBLE_EQ(estimate.ratio, 2);
  EXPECT_DOUBLE_EQ(estimate.high, 2);
}

TEST(Speedup, OfOneRoundHasNoInterval) {
  const Estimate once = Speedup(std::vector{1.0}, std::vector{0.5});
  EXPECT_EQ(once.ratio, 2);
  EXPECT_EQ(once.confidence, 0);
  EXPECT_TRUE(TooNoisy(once));
  EXPECT_FALSE(Different(once));
  EXPECT_EQ(RatioOf(std::vector{1.0}, std::vector{0.5, 0.6}).confidence, 0);
  for (const size_t rounds : {2u, 5u, 6u})
    EXPECT_EQ(Speedup(std::vector(rounds, 1.0), std::vector(rounds, 0.5)).confidence, 0.95);
}

TEST(RatioOf, OfFewRoundsHasStudentsIntervalOfBothSpreads) {
  const Estimate ratio = RatioOf(std::vector{2.0, 4.0}, std::vector{1.0, 1.0});
  EXPECT_NEAR(ratio.ratio, 2 * std::numbers::sqrt2, 1e-12);
  // The variance of both together is that of one over two degrees of freedom.
  const double half_width = 4.302653 * std::sqrt(std::numbers::ln2 * std::numbers::ln2 / 2 / 2);
  EXPECT_NEAR(std::log(ratio.high / ratio.ratio), half_width, 1e-9);
}

TEST(Speedup, IsHardlyMovedByAnOutlier) {
  std::vector<double> baseline;
  std::vector<double> samples;
  for (int round = 0; round < 12; ++round) {
    baseline.push_back(2 + 0.01 * (round % 4));
    samples.push_back(1 + 0.01 * (round % 3));
  }
  const Estimate calm = Speedup(baseline, samples);
  samples[5] = 10;
  const Estimate disturbed = Speedup(baseline, samples);
  EXPECT_NEAR(disturbed.ratio, calm.ratio, 0.01);
  EXPECT_LT(disturbed.high, calm.high + 0.01);
  EXPECT_LT(calm.low, calm.ratio);
  EXPECT_LT(calm.ratio, calm.high);
}

TEST(Speedup, OfTheSameSamplesIsAlwaysTheSame) {
  const std::vector<double> baseline = {1, 1.1, 1.05, 1.2, 1, 1.3, 1.1};
  const std::vector<double> samples = {0.5, 0.52, 0.6, 0.55, 0.51, 0.7, 0.5};
  const Estimate once = Speedup(baseline, samples);
  const Estimate again = Speedup(baseline, samples);
  EXPECT_EQ(once.low, again.low);
  EXPECT_EQ(once.high, again.high);
}

TEST(RatioOf, NeedsNoRoundsInCommon) {
  const std::vector<double> slow = {2.0, 2.1, 1.9, 2.0, 2.05, 1.95, 2.0};
  const std::vector<double> fast = {1.0, 1.02, 0.98, 1.0, 1.01, 0.99};
  const Estimate ratio = RatioOf(slow, fast);
  EXPECT_NEAR(ratio.ratio, 2, 0.05);
  EXPECT_LT(ratio.low, 2);
  EXPECT_GT(ratio.high, 2);
  EXPECT_TRUE(Different(ratio));
  EXPECT_FALSE(Different(RatioOf(slow, slow)));
  EXPECT_EQ(RatioOf({}, fast).ratio, 0);
}

TEST(RoundsFor, GrowsWithTheSquareOfTheSpread) {
  const auto within = [](double half) {
    return Estimate{.ratio = 2, .low = 2 - half, .high = 2 + half, .confidence = 0.95};
  };
  EXPECT_NEAR(RoundsFor(within(0.04), 10, 2), 10, 0.1) << "just enough";
  EXPECT_NEAR(RoundsFor(within(0.08), 10, 2), 40, 0.4);
  EXPECT_LT(RoundsFor(within(0.04), 3, 2), 3)
      << "three rounds have a wide interval whatever their spread";
  EXPECT_TRUE(std::isinf(RoundsFor({.ratio = 2, .low = 2, .high = 2, .confidence = 0}, 1, 2)));
}

TEST(RatioText, HasTheDigitsThatItsSpreadCarries) {
  EXPECT_EQ(RatioText({.ratio = 1.934, .low = 1.92, .high = 1.95}), "1.93");
  EXPECT_EQ(RatioText({.ratio = 1.934, .low = 1.7, .high = 2.1}), "1.9");
  EXPECT_EQ(RatioText({.ratio = 4.934, .low = 3, .high = 6}), "5");
}

TEST(RatioText, LiesInItsInterval) {
  const Estimate below = {.ratio = 1.8, .low = 0.9, .high = 1.9, .confidence = 0.95};
  EXPECT_EQ(RatioText(below) + " in " + IntervalText(below), "1.8 in 0.9–1.9");
  const Estimate above = {.ratio = 2.3, .low = 2.2, .high = 3.9, .confidence = 0.95};
  EXPECT_EQ(RatioText(above) + " in " + IntervalText(above), "2.3 in 2.2–3.9");
}

TEST(Inverse, SwapsTheEnds) {
  const Estimate late = Inverse({.ratio = 0.025, .low = 0.02, .high = 0.04, .confidence = 0.95});
  EXPECT_DOUBLE_EQ(late.ratio, 40);
  EXPECT_DOUBLE_EQ(late.low, 25);
  EXPECT_DOUBLE_EQ(late.high, 50);
  EXPECT_EQ(late.confidence, 0.95);
  EXPECT_TRUE(std::isinf(Inverse({.ratio = 1, .low = 0, .high = 2, .confidence = 0.95}).high));
  EXPECT_EQ(Inverse({.ratio = 0, .low = 0, .high = 0, .confidence = 0}).confidence, 0);
}

TEST(IntervalText, StaysShort) {
  EXPECT_EQ(IntervalText({.ratio = 1.5, .low = 1.25, .high = 1.75, .confidence = 0.95}), "1.2–1.8");
  EXPECT_EQ(IntervalText({.ratio = 2, .low = 0, .high = 1e300, .confidence = 0.95}), "0.0–1000+");
}

TEST(IntervalText, IsADashWithoutConfidence) {
  EXPECT_EQ(IntervalText({.ratio = 2, .low = 2, .high = 2, .confidence = 0}), "–");
}

TEST(TooNoisy, IsMoreThanTwoFifths) {
  EXPECT_FALSE(TooNoisy({.ratio = 1.9, .low = 1.85, .high = 1.95, .confidence = 0.95}));
  EXPECT_TRUE(TooNoisy({.ratio = 1.5, .low = 1.1, .high = 2.0, .confidence = 0.95}));
}

TEST(Speedup, LeavesOutRoundsThatTheClockDidNotSee) {
  const Estimate all = Speedup(std::vector{2.0, 2.2, 2.0}, std::vector{1.0, 1.0, 1.1});
  EXPECT_EQ(
      Speedup(std::vector{2.0, 0.0, 2.2, 2.0, 2.0}, std::vector{1.0, 1.0, 1.0, 1.1, 0.0}).ratio,
      all.ratio);
}

TEST(Speedup, IsUnknownWhereTheClockSawNothing) {
  const Estimate estimate = Speedup(std::vector{0.0, 0.0}, std::vector{0.0, 0.0});
  EXPECT_TRUE(TooNoisy(estimate));
  EXPECT_EQ(RatioText(estimate), "?");
}

TEST(IntervalText, HasNoMoreDigitsThanItCarries) {
  EXPECT_EQ(IntervalText({.ratio = 2, .low = 1.95, .high = 2.05, .confidence = 0.95}), "1.95–2.05");
  EXPECT_EQ(IntervalText({.ratio = 120, .low = 99.9, .high = 144.4, .confidence = 0.95}),
            "99.9–144");
  EXPECT_EQ(IntervalText({.ratio = 1, .low = 0.01, .high = 186'645'884, .confidence = 0.95}),
            "0.0–1000+");
  EXPECT_EQ(IntervalText({.ratio = 0}), "?");
}

}  // namespace
}  // namespace lab
