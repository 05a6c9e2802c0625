#include "report/figures_text.h"

#include <gtest/gtest.h>

#include "experiment/presets.h"

namespace lab {
namespace {

constexpr double kCoarseStepS = 0.0167;

ModelResult Processes(double efficiency, VerdictCode code = VerdictCode::kGains) {
  return {.model = "processes",
          .workers = 2,
          .median_s = 0.5,
          .mad_s = 0.002,
          .speedup = {.ratio = 1.9, .low = 1.8, .high = 2, .confidence = 0.95},
          .efficiency = efficiency,
          .verdict = {.code = code, .text = {}}};
}

ModelResult Sequential() {
  return {.model = "sequential",
          .median_s = 1,
          .speedup = {1, 1, 1, 0.95},
          .efficiency = 1,
          .verdict = {.code = VerdictCode::kBaseline, .text = {}}};
}

TEST(FiguresText, WhatIsTooShortForTheClockHasNoFigures) {
  const ModelResult short_one = Processes(0.95, VerdictCode::kTooShort);
  EXPECT_EQ(DoubtOf(short_one), "too short");
  EXPECT_EQ(SpeedupText(short_one), "too short");
  for (const std::string& text :
       {MedianText(short_one, kCoarseStepS), MadText(short_one, kCoarseStepS),
        SpeedupIntervalText(short_one), EfficiencyText(short_one)})
    EXPECT_EQ(text, kNotKnown);
}

TEST(FiguresText, ADelayThatTheClockDoesNotSeeIsLessThanWhatItSees) {
  EXPECT_EQ(LateText(0.005, kCoarseStepS), "< 33.4 ms");
  EXPECT_EQ(LateText(0.04, kCoarseStepS), "40.0 ms");
  EXPECT_EQ(LateText(0.000002, 5e-6), "2.00 µs") << "nobody would notice";
}

TEST(FiguresText, NoSpreadIsLessThanAStepOfTheClock) {
  EXPECT_EQ(MadText(Processes(0.95), kCoarseStepS), "±16.7 ms");
  EXPECT_EQ(MadText(Processes(0.95), 1e-6), "±2.00 ms");
}

TEST(FiguresText, NoEfficiencyIsMoreThanAll) {
  const Experiment count = MakeExperiment(ExperimentKind::kCount);
  EXPECT_EQ(EfficiencyText(Processes(0.95)), "95 %");
  EXPECT_EQ(EfficiencyText(Processes(1.02)), "100 %") << "of a file that has more";
  EXPECT_EQ(EfficiencyDoubt(Processes(1.02), count), "");
  for (const double beyond : {0.0, 1.46}) {
    EXPECT_EQ(EfficiencyText(Processes(beyond)), kNotKnown);
    EXPECT_NE(EfficiencyDoubt(Processes(beyond), count), "");
  }
  EXPECT_EQ(EfficiencyDoubt(Processes(0, VerdictCode::kNoisy), count), "")
      << "that is another reason";
}

TEST(FiguresText, TheSequentialModelHasNoEfficiencyWhereNothingCouldBeComparedWithIt) {
  const std::vector<ModelResult> too_short = {Sequential(),
                                              Processes(0.95, VerdictCode::kTooShort)};
  EXPECT_EQ(EfficiencyText(too_short[0], too_short), kNotKnown);
  const std::vector<ModelResult> seen = {Sequential(), Processes(0.95)};
  EXPECT_EQ(EfficiencyText(seen[0], seen), "100 %");
}

// The median of all responses, as charts and tables have it, and not that of the repetitions'
// medians.
TEST(FiguresText, HowLateResponsesCameIsOneFigure) {
  ModelResult model = {.model = "threads-gil", .median_s = 0.0052};
  model.response = ResponseOf(std::vector{0.0050, 0.0055, 0.0056});
  EXPECT_EQ(MedianText(model, 1e-6), "5.50 ms");
}

}  // namespace
}  // namespace lab
