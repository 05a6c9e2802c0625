#include "shell/validate/bars.h"

#include <gtest/gtest.h>

#include <cmath>

namespace lab {
namespace {

Bar Of(Bar::Kind kind, double allowed, std::vector<double> ours, std::vector<double> pythons) {
  return {.name = "a bar",
          .kind = kind,
          .allowed = allowed,
          .measured = {.ours = std::move(ours), .pythons = std::move(pythons)}};
}

TEST(Bar, ComparesMedians) {
  const Judgement judgement =
      Judge(Of(Bar::Kind::kDifference, 0.05, {1.0, 1.02, 9.0}, {1.06, 1.07, 1.08}));
  EXPECT_TRUE(judgement.measured);
  EXPECT_NEAR(judgement.off, -0.05, 1e-12);
  EXPECT_TRUE(judgement.holds) << "the border belongs to it";
  EXPECT_FALSE(Judge(Of(Bar::Kind::kDifference, 0.04, {1.0}, {1.05})).holds);
}

TEST(Bar, MayBeRelative) {
  EXPECT_TRUE(Judge(Of(Bar::Kind::kRatio, 0.03, {103}, {100})).holds);
  EXPECT_FALSE(Judge(Of(Bar::Kind::kRatio, 0.03, {104}, {100})).holds);
  EXPECT_FALSE(Judge(Of(Bar::Kind::kRatio, 0.03, {104}, {0})).holds);
}

TEST(Bar, IsUndecidedWhereTheRepetitionsVaryTooMuch) {
  const std::vector<double> ours = {1.02, 1.01, 1.03, 1.02, 1.02, 1.01, 1.02};
  EXPECT_TRUE(Judge(Of(Bar::Kind::kDifference, 0.05, ours, {0.8, 0.9, 1.2, 0.96, 1.1, 0.85, 0.95}))
                  .undecided);
  const Judgement sure =
      Judge(Of(Bar::Kind::kDifference, 0.05, ours, {0.91, 0.9, 0.92, 0.9, 0.91, 0.9, 0.91}));
  EXPECT_FALSE(sure.holds);
  EXPECT_FALSE(sure.undecided);
  EXPECT_TRUE(Judge(Of(Bar::Kind::kRatio, 0.03, {104, 90, 120, 104, 99, 110},
                       {100, 101, 100, 99, 100, 100}))
                  .undecided);
  EXPECT_FALSE(Judge(Of(Bar::Kind::kRatio, 0.03, {104}, {100})).undecided)
      << "one says nothing about how much they vary";
}

TEST(Bar, MayBeARangeWithoutPython) {
  Bar bar = Of(Bar::Kind::kRange, 0, {5.2}, {});
  bar.low = 5;
  bar.high = 5.7;
  EXPECT_TRUE(Judge(bar).holds);
  bar.measured.ours = {5.8};
  EXPECT_FALSE(Judge(bar).holds);
  EXPECT_NEAR(Judge(bar).off, 0.1, 1e-12);
  EXPECT_EQ(AllowedText(bar), "5 to 5.7");
  EXPECT_EQ(OffText(bar, Judge(bar)), "5 to 5.7");
  bar.high = HUGE_VAL;
  EXPECT_EQ(AllowedText(bar), "5 or more");
}

TEST(Bar, ARangeIsUndecidedWhereTheRepetitionsLieOnBothSidesOfItsBorder) {
  Bar bar = Of(Bar::Kind::kRange, 0, {1.004, 1.012, 1.006, 0.998, 1.009, 1.001, 1.008}, {});
  bar.low = 0.94;
  bar.high = 1.005;
  EXPECT_FALSE(Judge(bar).holds);
  EXPECT_TRUE(Judge(bar).undecided);
  bar.measured.ours = {1.054, 1.062, 1.056, 1.048, 1.059, 1.051, 1.058};
  EXPECT_FALSE(Judge(bar).undecided);
  bar.measured.ours = std::vector<double>(6, 0.0);
  EXPECT_FALSE(Judge(bar).holds);
  EXPECT_FALSE(Judge(bar).undecided) << "nothing at all is no border case";
}

TEST(Bar, ADistanceComparesTwoSamples) {
  Bar bar = Of(Bar::Kind::kDistance, 0.15, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10},
               {1, 2, 3, 4, 5, 6, 7, 8, 9, 11});
  EXPECT_TRUE(Judge(bar).holds);
  EXPECT_NEAR(Judge(bar).off, 0.1, 1e-12);
  bar.measured.pythons = {21, 22, 23};
  EXPECT_FALSE(Judge(bar).holds);
  EXPECT_EQ(Judge(bar).off, 1);
  EXPECT_EQ(AllowedText(bar), "KS within 0.15");
  EXPECT_EQ(OffText(bar, Judge(bar)), "KS 1.000 of 0.15");
}

TEST(Bar, SaysHowFarOffItIsOfWhatIsAllowed) {
  const Bar difference = Of(Bar::Kind::kDifference, 0.05, {1.01}, {1.03});
  EXPECT_EQ(OffText(difference, Judge(difference)), "-0.020 of 0.05");
  const Bar ratio = Of(Bar::Kind::kRatio, 0.12, {110}, {100});
  EXPECT_EQ(OffText(ratio, Judge(ratio)), "+10.0 % of 12 %");
  const Bar unmeasured = Of(Bar::Kind::kRatio, 0.12, {}, {});
  EXPECT_EQ(OffText(unmeasured, Judge(unmeasured)), "within 12 %");
}

TEST(Bar, ThatWasNotMeasuredDoesNotHold) {
  const Judgement judgement = Judge(Of(Bar::Kind::kRatio, 0.03, {1.0}, {}));
  EXPECT_FALSE(judgement.measured);
  EXPECT_FALSE(judgement.holds);
}

}  // namespace
}  // namespace lab
