#include "shell/panel/chart.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "experiment/presets.h"
#include "tests/panel/headless.h"

namespace lab::panel {
namespace {

State With(ExperimentKind kind, bool threads = true) {
  State state;
  state.experiment = MakeExperiment(kind);
  Receive(state, ReadyNotice(threads));
  return state;
}

const BarRow& Row(const Chart& chart, std::string_view model) {
  return *std::ranges::find(chart.rows, model, &BarRow::model);
}

TEST(ChartTest, BeforeTheFirstRunEveryBarIsAQuestion) {
  const Chart chart = MakeChart(With(ExperimentKind::kCount));
  ASSERT_EQ(chart.rows.size(), 4u);
  for (const BarRow& row : chart.rows) EXPECT_EQ(row.kind, BarRow::Kind::kUnknown) << row.model;
  EXPECT_EQ(chart.limit, 2);
  EXPECT_EQ(chart.limit_label, "2 cores");
}

TEST(ChartTest, AModelThatCannotRunKeepsItsRowAndItsReason) {
  const Chart chart = MakeChart(With(ExperimentKind::kCount, false));
  EXPECT_EQ(Row(chart, "threads-gil").kind, BarRow::Kind::kUnavailable);
  EXPECT_EQ(Row(chart, "threads-gil").reason, "This page has no shared memory.");
  EXPECT_EQ(Row(chart, "processes").kind, BarRow::Kind::kUnknown);
}

TEST(ChartTest, ARecordedRunHasTheWorkersOfItsOwnMachine) {
  State state = With(ExperimentKind::kCount, false);
  RunResult result = ResultOf(state.experiment);
  ShowInstead(state, result);
  EXPECT_EQ(Row(MakeChart(state), "processes").workers, "2 isolated workers");
  result.environment.platform = "native";
  ShowInstead(state, result);
  EXPECT_EQ(Row(MakeChart(state), "processes").workers, "2 OS processes");
}

TEST(ChartTest, ABarFillsWithItsRepetitions) {
  State state = With(ExperimentKind::kCount);
  StartRun(state);
  Receive(state, Started{1, state.experiment, 24, {}});
  Receive(state, TrialDone{1, "processes", 1, false, 0.26, 9, 24, 3, Figure("processes", 0.26, {1.9, 1.9, 1.9}, 2)});
  const Chart chart = MakeChart(state);
  EXPECT_EQ(Row(chart, "processes").kind, BarRow::Kind::kPartial);
  EXPECT_DOUBLE_EQ(Row(chart, "processes").filled, 2.0 / 5) << "of 24 trials of four models each had one to warm up";
}

TEST(ChartTest, RoundsThatDoNotCountFillABarToo) {
  State state = With(ExperimentKind::kCount);
  StartRun(state);
  Receive(state, Started{1, state.experiment, 24, 8, {}});
  ModelResult figure = Figure("processes", 0.26, {1.9, 1.9, 1.9}, 2);
  figure.disturbed_s = {0.4};
  Receive(state, TrialDone{1, "processes", 2, false, 0.26, 13, 24, 3, figure});
  EXPECT_DOUBLE_EQ(Row(MakeChart(state), "processes").filled, 3.0 / 5);
}

TEST(ChartTest, WhatIsOnlyProbableIsMarkedAndKeepsItsFigure) {
  State state = With(ExperimentKind::kCount);
  RunResult result = ResultOf(state.experiment);
  result.models[1].verdict = {.code = VerdictCode::kGains, .text = "Probably: two processes were 1.9× as fast.", .probable = true};
  ShowRecorded(state, result);
  const Chart chart = MakeChart(state);
  const BarRow& row = Row(chart, "processes");
  EXPECT_TRUE(row.probable);
  EXPECT_FALSE(row.noisy);
  EXPECT_EQ(row.ratio, "1.93×");
  EXPECT_FALSE(Row(chart, "sequential").probable);
}

TEST(ChartTest, FinishedBarsHaveTheirFigures) {
  State state = With(ExperimentKind::kCount);
  ShowRecorded(state, ResultOf(state.experiment));
  const Chart chart = MakeChart(state);
  const BarRow& row = Row(chart, "processes");
  EXPECT_EQ(row.kind, BarRow::Kind::kMeasured);
  EXPECT_EQ(row.ratio, "1.93×");
  EXPECT_EQ(row.workers, "2 isolated workers");
  EXPECT_FALSE(row.efficiency.empty());
  EXPECT_FALSE(row.noisy);
}

TEST(ChartTest, WaitingIsNotLimitedByCores) {
  const Chart chart = MakeChart(With(ExperimentKind::kDownloads));
  EXPECT_EQ(chart.limit, 5);
  EXPECT_EQ(chart.limit_label, "5 at a time");
  EXPECT_FALSE(chart.efficiency);
}

TEST(ChartTest, TheAxisHoldsEveryWhisker) {
  State state = With(ExperimentKind::kCount);
  RunResult result = ResultOf(state.experiment);
  result.models[1].speedup = {2.5, 1.0, 9.0};
  ShowRecorded(state, result);
  const Chart chart = MakeChart(state);
  EXPECT_GE(chart.axis_end, 9);
  EXPECT_TRUE(Row(chart, "processes").noisy);
  EXPECT_EQ(Row(chart, "processes").efficiency, "–");
}

TEST(ChartTest, AnIntervalThatSaysNothingLeavesRoomForTheBars) {
  State state = With(ExperimentKind::kCount);
  RunResult result = ResultOf(state.experiment);
  result.models[1].speedup = {1.3, 0.01, 662, 0.95};
  result.models[1].samples_s = {0.5, 0.3};
  ShowRecorded(state, result);
  const Chart chart = MakeChart(state);
  EXPECT_LT(chart.axis_end, 12);
  EXPECT_TRUE(Row(chart, "processes").noisy) << "although there were only two rounds";
}

TEST(ChartTest, TheTableIsForSpreadsheets) {
  State state = With(ExperimentKind::kCount);
  ShowRecorded(state, ResultOf(state.experiment));
  const std::string text = TableText(state.outcome());
  EXPECT_TRUE(text.starts_with("model\tworkers\tmedian_s\t"));
  EXPECT_NE(text.find("\nprocesses\t2\t0.26\t1.93\t1.9\t1.95\t0.965\t0.001\t0.26 0.26 0.26 0.26 0.26\n"), std::string::npos) << text;
}

}  // namespace
}  // namespace lab::panel
