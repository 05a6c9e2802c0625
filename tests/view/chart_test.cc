#include "shell/view/chart.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "experiment/presets.h"
#include "tests/view/results.h"

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
  EXPECT_EQ(Row(chart, "threads-gil").reason, "Cannot run here: This page has no shared memory.");
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
  result.experiment.workers = 1;
  ShowInstead(state, result);
  EXPECT_EQ(Row(MakeChart(state), "processes").workers, "1 OS process");
  EXPECT_EQ(Row(MakeChart(state), "threads-gil").workers, "1 thread");
}

TEST(ChartTest, ABarFillsWithItsRepetitions) {
  State state = With(ExperimentKind::kCount);
  StartRun(state);
  Receive(state, Started{1, state.experiment, 24, {}});
  Receive(state, TrialDone{1, "processes", 1, false, 0.26, 9, 24, 3,
                           Figure("processes", 0.26, {1.9, 1.9, 1.9}, 2)});
  const Chart chart = MakeChart(state);
  EXPECT_EQ(Row(chart, "processes").kind, BarRow::Kind::kPartial);
  EXPECT_DOUBLE_EQ(Row(chart, "processes").filled, 2.0 / 5)
      << "of 24 trials of four models each had one to warm up";
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
  result.models[1].verdict = {.code = VerdictCode::kGains,
                              .text = "Probably: two processes were 1.9× as fast.",
                              .probable = true};
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

TEST(ChartTest, TheTableForSpreadsheetsHasTheFiguresThatAreShown) {
  State state = With(ExperimentKind::kCount);
  ShowRecorded(state, ResultOf(state.experiment));
  const BarRow row = Row(MakeChart(state), "processes");
  const std::string text = TableText(state);
  EXPECT_TRUE(
      text.starts_with("model\tworkers\tspeedup\tinterval\tdoubt\ttime, s\tefficiency\tstart-up\n"))
      << text;
  EXPECT_NE(text.find("\nprocesses\t2 isolated workers\t1.93×\t1.90 to 1.95×\t\t" + row.time +
                      "\t" + row.efficiency + "\t" + row.startup + "\n"),
            std::string::npos)
      << text;
  EXPECT_EQ(text.find("threads"), std::string::npos) << "they were not measured: " << text;
}

RunResult Processes(const State& state, Estimate speedup, double efficiency,
                    VerdictCode code = VerdictCode::kGains) {
  RunResult result = ResultOf(state.experiment);
  result.models[0].efficiency = 1;
  result.models[0].verdict.code = VerdictCode::kBaseline;
  result.models[1].speedup = speedup;
  result.models[1].efficiency = efficiency;
  result.models[1].verdict.code = code;
  result.calibration.effective_cores = 1.3;
  return result;
}

TEST(ChartTest, ALimitThatABarRefutesIsNotDrawn) {
  State state = With(ExperimentKind::kCount);
  ShowRecorded(state, Processes(state, {1.93, 1.9, 1.95, 0.95}, 0));
  const Chart chart = MakeChart(state);
  EXPECT_FALSE(chart.limit_holds);
  EXPECT_TRUE(Row(chart, "processes").beyond);
  EXPECT_EQ(Row(chart, "processes").efficiency, "–");
  EXPECT_NE(Row(chart, "processes").verdict.find("efficiency is unknown"), std::string::npos);
  ShowInstead(state, Processes(state, {1.29, 1.2, 1.35, 0.95}, 0.99));
  EXPECT_TRUE(MakeChart(state).limit_holds);
}

TEST(ChartTest, WhatIsTooShortForTheClockHasNoBar) {
  State state = With(ExperimentKind::kCount);
  ShowRecorded(state, Processes(state, {1.93, 1.9, 1.95, 0.95}, 0.97, VerdictCode::kTooShort));
  const Chart chart = MakeChart(state);
  const BarRow row = Row(chart, "processes");
  EXPECT_EQ(row.kind, BarRow::Kind::kUnknown);
  EXPECT_EQ(row.doubt, "too short");
  EXPECT_EQ(row.ratio, "");
  EXPECT_FALSE(row.noisy);
  for (const std::string& text : {row.time, row.efficiency, Row(chart, "sequential").efficiency})
    EXPECT_EQ(text, "–");
  EXPECT_NE(TableText(state).find("\nprocesses\t2 isolated workers\t–\t–\ttoo short\t–\t–\t"),
            std::string::npos)
      << TableText(state);
}

TEST(ChartTest, CoresAreOnlyCalledFreeWhereTheyWereMeasured) {
  State state = With(ExperimentKind::kCount);
  RunResult result = Processes(state, {1.29, 1.2, 1.35, 0.95}, 0.99);
  ShowRecorded(state, result);
  EXPECT_EQ(CoresText(state), "1.3 cores available");
  result.calibration.effective_cores = 2;
  result.calibration.cores_measured = false;
  ShowInstead(state, result);
  EXPECT_EQ(CoresText(state), "2 cores reported");
}

}  // namespace
}  // namespace lab::panel
