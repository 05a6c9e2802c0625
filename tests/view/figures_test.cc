#include "shell/view/figures.h"

#include <gtest/gtest.h>

namespace lab::panel {
namespace {

TEST(FiguresTest, ASpeedupSaysTimes) { EXPECT_EQ(TimesText({1.934, 1.925, 1.941}), "1.93×"); }

TEST(FiguresTest, AnIntervalHasDigitsAsItsRatioAndOneRepetitionHasNone) {
  EXPECT_EQ(RangeWithConfidence({.ratio = 1.934, .low = 1.925, .high = 1.941, .confidence = 0.95}),
            "95 % interval: 1.93 to 1.94×");
  EXPECT_EQ(RangeWithConfidence({.ratio = 0.48, .low = 0.48, .high = 0.48, .confidence = 0}),
            "no interval from one repetition");
}

ModelResult Measured(std::vector<double> samples, double median) {
  ModelResult figure;
  figure.samples_s = std::move(samples);
  figure.median_s = median;
  return figure;
}

TEST(FiguresTest, TimesBelowEachOtherShareUnitAndDecimals) {
  const std::vector<ModelResult> slow = {Measured({0.52, 0.521}, 0.52),
                                         Measured({0.26, 0.27}, 0.265)};
  EXPECT_EQ(ScaleFor(slow).unit, "s");
  EXPECT_EQ(TimeText(0.5213, ScaleFor(slow)), "0.52");
  const std::vector<ModelResult> fast = {Measured({0.0182}, 0.0182)};
  EXPECT_EQ(ScaleFor(fast).unit, "ms");
  EXPECT_EQ(TimeText(0.0182, ScaleFor(fast)), "18.2");
  EXPECT_EQ(ScaleFor({}).unit, "s");
}

TEST(FiguresTest, TimeLeftIsRoundAndHonest) {
  EXPECT_EQ(LeftText(0.3), "less than a second left");
  EXPECT_EQ(LeftText(4.4), "about 4 s left");
  EXPECT_EQ(LeftText(300), "about 5 min left");
}

TEST(FiguresTest, WhereAndWhenAResultWasRecorded) {
  const RunResult result = {.recorded_at = "2026-11-23T09:41:07Z",
                            .environment = {.system = "Firefox 140 on Linux", .cores = 2}};
  EXPECT_EQ(WhereAndWhen(result), "Firefox 140 on Linux · 2 cores · 2026-11-23 09:41 UTC");
}

TEST(FiguresTest, SmallTexts) {
  EXPECT_EQ(PercentText(0.957), "96 %");
  EXPECT_EQ(StepText(5e-6), "5 µs");
  EXPECT_EQ(StepText(1e-4), "100 µs");
  EXPECT_EQ(StepText(2.3e-8), "23 ns");
  EXPECT_EQ(StepText(1e-3), "1 ms");
}

TEST(FiguresTest, CoresAreAvailableOrReported) {
  EXPECT_EQ(CoresText(1.94, true), "1.9 cores available");
  EXPECT_EQ(CoresText(2, false), "2 cores reported");
  EXPECT_EQ(CoresText(1, false), "1 core reported");
}

}  // namespace
}  // namespace lab::panel
