#include "shell/view/response_chart.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "experiment/presets.h"
#include "shell/view/scaling_chart.h"
#include "tests/view/results.h"

namespace lab::panel {
namespace {

ModelResult Answers(std::string model, std::vector<double> delays_s) {
  ModelResult figure = Figure(std::move(model), 0.005, {0.03, 0.02, 0.04});
  figure.response = ResponseOf(delays_s);
  return figure;
}

State Measured() {
  State state;
  state.experiment = MakeExperiment(ExperimentKind::kConvoy);
  Receive(state, ReadyNotice());
  RunResult result = ResultOf(state.experiment);
  result.models = {Answers("sequential", {0.0001, 0.0002}),
                   Answers("threads-gil", {0.005, 0.0052, 0.012})};
  ShowRecorded(state, result);
  return state;
}

TEST(ResponseChartTest, EveryModelHasItsAnswersOnOneAxis) {
  const ResponseChart chart = MakeResponseChart(Measured());
  ASSERT_EQ(chart.rows.size(), 4u);
  EXPECT_EQ(chart.rows[0].row.label, "alone");
  EXPECT_GE(chart.end_s, 0.0119) << "nearly the latest answer";
  EXPECT_EQ(chart.interval_s, 0.005);
  for (int row : {0, 1})
    EXPECT_NEAR(
        std::accumulate(chart.rows[row].columns.begin(), chart.rows[row].columns.end(), 0.0), 1,
        1e-9);
  EXPECT_TRUE(chart.rows[2].columns.empty()) << "not part of that run";
  EXPECT_EQ(chart.rows[1].median_s, 0.0052);
  EXPECT_EQ(chart.rows[1].median, "5.20 ms");
}

TEST(ResponseChartTest, HowLateAnswersCameACoarseClockDoesNotTell) {
  State state = Measured();
  RunResult result = *state.outcome().result;
  result.calibration.timer_step_s = 0.0167;
  for (ModelResult& figure : result.models) figure.verdict.code = VerdictCode::kTooShort;
  ShowInstead(state, result);
  const ResponseChart chart = MakeResponseChart(state);
  for (int row : {0, 1}) {
    EXPECT_TRUE(chart.rows[row].columns.empty()) << "a histogram of one step";
    EXPECT_EQ(chart.rows[row].median, "< 33.4 ms");
    EXPECT_EQ(chart.rows[row].row.doubt, "too short");
  }
  EXPECT_NE(TableText(state).find("\nthreads, GIL\t2\t< 33.4 ms\t< 33.4 ms\ttoo short\n"),
            std::string::npos)
      << TableText(state);
}

TEST(ResponseChartTest, BeforeTheFirstRunTheAxisHoldsASwitchInterval) {
  State state;
  state.experiment = MakeExperiment(ExperimentKind::kConvoy);
  const ResponseChart chart = MakeResponseChart(state);
  EXPECT_GT(chart.end_s, chart.interval_s);
  for (const ResponseRow& row : chart.rows) EXPECT_TRUE(row.columns.empty());
}

SweepResult SweepOver(const char* axis, std::vector<double> at) {
  SweepResult sweep;
  sweep.experiment = MakeExperiment(std::string_view(axis) == "busy" ? ExperimentKind::kConvoy
                                                                     : ExperimentKind::kMixed);
  sweep.axis = axis;
  sweep.at = std::move(at);
  for (const double each : sweep.at) {
    sweep.baselines.push_back({.workers = 1, .median_s = each, .samples_s = {each}});
  }
  return sweep;
}

TEST(ScalingChartTest, OverTheShareOfComputingOneLockIsTheLine) {
  SweepResult sweep = SweepOver("cpu-share", {0, 50, 100});
  sweep.scaling = {
      {.model = "threads-gil",
       .points = {Figure("threads-gil", 1, {4, 3.9, 4.1}), Figure("threads-gil", 1, {2, 1.9, 2.1}),
                  Figure("threads-gil", 1, {1, 0.9, 1.1})}}};
  sweep.crossing = Crossing{.at = 30, .low = 25, .high = 35};
  const ScalingChart chart = MakeScalingChart(sweep);
  EXPECT_EQ(chart.axis, "% computing");
  EXPECT_EQ(chart.crossing, 30);
  EXPECT_EQ(chart.curves[0].points[1].at, 50);
  EXPECT_EQ(chart.curves[0].points[1].value, 2);
  EXPECT_TRUE(chart.curves[0].words.empty()) << "no law is fitted to it";
  const auto half = std::ranges::find(chart.ideal, 50, &Place::at);
  ASSERT_NE(half, chart.ideal.end());
  EXPECT_DOUBLE_EQ(half->value, 2);
  EXPECT_EQ(TableText(sweep), "% computing\tthreads, GIL\n0\t" + chart.curves[0].points[0].figure +
                                  "\n50\t" + chart.curves[0].points[1].figure + "\n100\t" +
                                  chart.curves[0].points[2].figure + "\n");
}

TEST(ScalingChartTest, OverBusyThreadsDelaysAreDrawnInMilliseconds) {
  SweepResult sweep = SweepOver("busy", {0, 1});
  sweep.scaling = {
      {.model = "threads-gil",
       .points = {Answers("threads-gil", {0.0001}), Answers("threads-gil", {0.005, 0.006})}}};
  const ScalingChart chart = MakeScalingChart(sweep);
  EXPECT_NEAR(chart.curves[0].points[1].value, 5.5, 1e-9);
  EXPECT_GE(chart.axis_end, chart.curves[0].points[1].high);
  EXPECT_EQ(chart.unit, " ms");
}

}  // namespace
}  // namespace lab::panel
