#include "engine/sweep_summary.h"

#include <gtest/gtest.h>

#include "experiment/plan.h"
#include "experiment/presets.h"

namespace lab {
namespace {

// A point of a sweep of counting whose processes were `ratio` times as fast, and concluded so or
// did not.
RunResult Point(int workers, double ratio, VerdictCode code = VerdictCode::kGains) {
  RunResult point = {.environment = {.platform = "native", .cores = 4},
                     .experiment = AtPoint(MakeExperiment(ExperimentKind::kCount), workers)};
  const bool concluded = Concluded(code);
  point.verdict = {concluded ? VerdictCode::kClear : code,
                   concluded ? "Clear." : "Cannot conclude."};
  point.models = {
      {.model = "sequential", .samples_s = {1.0}, .median_s = 1},
      {.model = "processes",
       .workers = workers,
       .samples_s = {1 / ratio},
       .median_s = 1 / ratio,
       .speedup = {.ratio = ratio, .low = ratio - 0.01, .high = ratio + 0.01, .confidence = 0.95},
       .verdict = {code, "v"}}};
  return point;
}

Experiment Asked() {
  Experiment asked = MakeExperiment(ExperimentKind::kCount);
  asked.models = {"sequential", "processes"};
  return asked;
}

TEST(SummarizeSweep, ACurveStandsWithoutOneOfItsPoints) {
  const SweepResult sweep = SummarizeSweep(
      Asked(), {Point(1, 1), Point(2, 2), Point(3, 9, VerdictCode::kNoisy), Point(4, 3.9)});
  EXPECT_EQ(sweep.verdict.code, VerdictCode::kClear);
  EXPECT_EQ(sweep.answer, "Processes: 3.90× with four workers.") << "and not with three";
  EXPECT_EQ(sweep.notes, std::vector<std::string>{"Workers 3: Cannot conclude."});
  EXPECT_EQ(sweep.scaling[0].usl.points, 0) << "two points with more than one worker are too few";
}

TEST(SummarizeSweep, WithoutAThirdOfThemNothingFollows) {
  const SweepResult sweep =
      SummarizeSweep(Asked(), {Point(1, 1), Point(2, 2, VerdictCode::kNoisy), Point(4, 3.9)});
  EXPECT_EQ(sweep.verdict.code, VerdictCode::kNoisy);
  EXPECT_EQ(sweep.answer, "Too many points of this sweep are inconclusive.");
  EXPECT_EQ(sweep.reason, "Workers 2: Cannot conclude.");
}

TEST(SummarizeSweep, WhatRestsOnDisturbedRoundsIsHedged) {
  std::vector<RunResult> points = {Point(1, 1), Point(2, 2), Point(4, 3.9)};
  points[1].verdict.probable = true;
  points[1].calibration.other_cores = 0.4;
  const SweepResult sweep = SummarizeSweep(Asked(), points);
  EXPECT_TRUE(sweep.verdict.probable);
  EXPECT_EQ(sweep.answer, "Processes: probably 3.90× with four workers.");
  EXPECT_EQ(sweep.reason, "Other programs used a tenth of the processor.");
}

TEST(SummarizeSweep, OfRoundsTellsThoseOfAllPoints) {
  std::vector<RunResult> points = {Point(1, 1), Point(2, 2)};
  points[0].calibration.rounds = 8;
  points[1].calibration.rounds = 6;
  points[1].calibration.disturbed_rounds = 2;
  points[1].calibration.disturbing_cores = 0.5;
  const Calibration calibration = SummarizeSweep(Asked(), points).calibration;
  EXPECT_EQ(calibration.rounds, 14);
  EXPECT_EQ(calibration.disturbed_rounds, 2);
  EXPECT_EQ(calibration.disturbing_cores, 0.5);
}

}  // namespace
}  // namespace lab
