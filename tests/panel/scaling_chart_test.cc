#include "shell/panel/scaling_chart.h"

#include <gtest/gtest.h>

#include "experiment/presets.h"
#include "tests/panel/headless.h"

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
    scaling.points.push_back(Figure("processes", 1.0 / workers, {1.0 * workers, 0.9 * workers, 1.1 * workers, 0.95}));
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
  EXPECT_EQ(TableText(sweep).find("\t1.818"), std::string::npos) << TableText(sweep);
}

TEST(ScalingChartTest, ACrossingFollowsTheConclusion) {
  SweepResult sweep = {.experiment = MakeExperiment(ExperimentKind::kMixed), .axis = "cpu-share", .at = {0, 50, 100}, .crossing = Crossing{.at = 40}};
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
  EXPECT_EQ(chart.curves[0].points[2].doubt, "noisy");
}

TEST(ScalingChartTest, WithoutAFitTheTableHasAnEmptyCell) {
  SweepResult sweep = OverWorkers();
  sweep.scaling[0].usl.points = 0;
  EXPECT_NE(TableText(sweep).find("\t1.818\t\n"), std::string::npos) << TableText(sweep);
}

}  // namespace
}  // namespace lab::panel
