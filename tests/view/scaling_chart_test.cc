#include "shell/view/scaling_chart.h"

#include <gtest/gtest.h>

#include "experiment/presets.h"
#include "tests/view/results.h"

namespace lab::panel {
namespace {

SweepResult OverWorkers() {
  SweepResult sweep = {.experiment = MakeExperiment(ExperimentKind::kCount), .at = {1, 2, 4}};
  ModelScaling scaling = {.model = "processes",
                          .amdahl = {.serial_fraction = 0.1, .points = 2, .describes = true},
                          .usl = {.contention = 0.1, .points = 2, .describes = true},
                          .amdahl_text = "A tenth is serial.",
                          .usl_text = "Some contention."};
  for (const int workers : {1, 2, 4}) {
    scaling.points.push_back(
        Figure("processes", 1.0 / workers, {1.0 * workers, 0.9 * workers, 1.1 * workers, 0.95}));
    scaling.points.back().workers = workers;
  }
  sweep.scaling = {scaling};
  return sweep;
}

TEST(ScalingChartTest, FitsFollowTheConclusion) {
  SweepResult sweep = OverWorkers();
  EXPECT_EQ(MakeScalingChart(sweep).curves[0].amdahl.size(), 3u);
  EXPECT_EQ(MakeScalingChart(sweep).curves[0].words.size(), 2u);
  sweep.verdict.code = VerdictCode::kNoisy;
  EXPECT_TRUE(MakeScalingChart(sweep).curves[0].amdahl.empty());
  EXPECT_TRUE(MakeScalingChart(sweep).curves[0].words.empty());
}

TEST(ScalingChartTest, ACrossingFollowsTheConclusion) {
  SweepResult sweep = {.experiment = MakeExperiment(ExperimentKind::kMixed),
                       .axis = "cpu-share",
                       .at = {0, 50, 100},
                       .crossing = Crossing{.at = 40}};
  EXPECT_EQ(MakeScalingChart(sweep).crossing, 40);
  sweep.verdict.code = VerdictCode::kNoisy;
  EXPECT_FALSE(MakeScalingChart(sweep).crossing);
}

TEST(ScalingChartTest, TheAxisReachesToWherePointsWillCome) {
  const SweepResult sweep = OverWorkers();
  EXPECT_EQ(MakeScalingChart(sweep).last, 4);
  const std::vector<double> planned = {1, 2, 4, 8, 16};
  EXPECT_EQ(MakeScalingChart(sweep, planned).first, 1);
  EXPECT_EQ(MakeScalingChart(sweep, planned).last, 16);
  EXPECT_EQ(MakeScalingChart(sweep, planned).ideal.back().value, 16);
}

TEST(ScalingChartTest, DoubtsAreSaidAtTheirPoint) {
  SweepResult sweep = OverWorkers();
  sweep.scaling[0].points[1].verdict = {.code = VerdictCode::kGains, .text = {}, .probable = true};
  sweep.scaling[0].points[2].verdict = {.code = VerdictCode::kTooShort, .text = {}};
  const ScalingChart chart = MakeScalingChart(sweep);
  EXPECT_EQ(chart.curves[0].points[0].doubt, "");
  EXPECT_EQ(chart.curves[0].points[1].doubt, "probably");
  EXPECT_EQ(chart.curves[0].points[2].doubt, "too short");
  EXPECT_EQ(CellText(chart.curves[0].points[2]), "– too short") << "the clock tells no figure";
}

TEST(ScalingChartTest, WhatIsCopiedIsTheTableThatIsShown) {
  EXPECT_EQ(
      TableText(OverWorkers()),
      "workers\tprocesses\n1\t1.0× (0.9 to 1.1×)\n2\t2.0× (1.8 to 2.2×)\n4\t4.0× (3.6 to 4.4×)\n");
}

TEST(ScalingChartTest, CoresAreOnlyCalledFreeWhereTheyWereMeasured) {
  SweepResult sweep = OverWorkers();
  sweep.environment.cores = 4;
  sweep.calibration.effective_cores = 4;
  EXPECT_EQ(MakeScalingChart(sweep).cores_label, "4.0 cores available");
  sweep.calibration.cores_measured = false;
  EXPECT_EQ(MakeScalingChart(sweep).cores_label, "4 cores reported");
}

TEST(ScalingChartTest, CoresThatACurveRefutesHaveNoLine) {
  SweepResult sweep = OverWorkers();
  sweep.calibration.effective_cores = 2;
  const ScalingChart chart = MakeScalingChart(sweep);
  EXPECT_EQ(chart.cores, 0) << "3.6× at least were gained";
  EXPECT_NE(chart.note, "");
  sweep.calibration.effective_cores = 3.5;
  EXPECT_EQ(MakeScalingChart(sweep).cores, 3.5);
  EXPECT_EQ(MakeScalingChart(sweep).note, "");
}

}  // namespace
}  // namespace lab::panel
