#include "shell/view/run_words.h"

#include <gtest/gtest.h>

#include "experiment/presets.h"
#include "experiment/settings.h"
#include "tests/view/results.h"

namespace lab::panel {
namespace {

State With(const Experiment& experiment, bool threads = true) {
  State state{.experiment = experiment};
  Receive(state, ReadyNotice(threads));
  return state;
}

State Count() { return With(MakeExperiment(ExperimentKind::kCount)); }

void Set(State& state, std::string_view name, std::string_view text) {
  state.experiment = WithSetting(state.experiment, name, text).value();
}

TEST(RunWordsTest, BeforeARunStandsHowLongItWillTake) {
  EXPECT_EQ(StatusText(State{}), "Starting…");
  EXPECT_EQ(StatusText(Count()), "4 models · about 8 s");
  EXPECT_EQ(WarningText(Count()), "");
}

TEST(RunWordsTest, OnlyModelsThatCanRunHereTakeTime) {
  EXPECT_TRUE(StatusText(With(MakeExperiment(ExperimentKind::kCount), false))
                  .starts_with("2 models · about "));
}

TEST(RunWordsTest, WhatGoesBeyondTheTimeBudgetIsSaidBeforeTheRun) {
  State state = Count();
  Set(state, "size", "1e10");
  EXPECT_EQ(StatusText(state), "4 models · about 2 min");
  EXPECT_EQ(WarningText(state), "Longer than the time budget of 10 s.");
  Set(state, "time-budget", "0");
  EXPECT_EQ(WarningText(state), "") << "there is no limit";
}

TEST(RunWordsTest, AFormerRunTellsHowFastTheMachineIs) {
  State state = Count();
  Set(state, "size", "1e10");
  RunResult result = ResultOf(state.experiment);
  result.calibration.task_size = 100'000'000;
  result.calibration.task_s = 0.025;
  const double unknown_s = ExpectedTimeOf(state, false).seconds;
  state.outcome().result = result;
  EXPECT_LT(ExpectedTimeOf(state, false).seconds, unknown_s / 3);
  state.outcome().recorded = true;
  EXPECT_EQ(ExpectedTimeOf(state, false).seconds, unknown_s) << "it was another machine";
}

TEST(RunWordsTest, WorkersThatWaitForConnectionsAreWarnedOf) {
  State state = With(MakeExperiment(ExperimentKind::kDownloads));
  Set(state, "workers", "8");
  EXPECT_EQ(WarningText(state), "A browser opens at most 6 connections per host.");
  state.environment->platform = "native";
  EXPECT_EQ(WarningText(state), "");
}

TEST(RunWordsTest, TheButtonSaysWhatASweepMeasuresAndHowLong) {
  State state = Count();
  EXPECT_EQ(SweepLabel(state, false), "Sweep 1 to 4 workers · about 50 s");
  EXPECT_EQ(SweepLabel(state, true), "Sweep 1 to 4 workers · 50 s");
  Set(state, "points", "2,8");
  EXPECT_TRUE(SweepLabel(state, false).starts_with("Sweep 2 to 8 workers · about "));
  EXPECT_EQ(SweepExperiment(state).workers, 8);
  Set(state, "points", "3");
  EXPECT_TRUE(SweepLabel(state, false).starts_with("Sweep 3 workers · "));
  Set(state, "points", "1");
  EXPECT_TRUE(SweepLabel(state, false).starts_with("Sweep 1 worker · "))
      << SweepLabel(state, false);
  State convoy = With(MakeExperiment(ExperimentKind::kConvoy));
  Set(convoy, "points", "1");
  EXPECT_TRUE(SweepLabel(convoy, false).starts_with("Sweep 1 busy thread · "))
      << SweepLabel(convoy, false);
  EXPECT_TRUE(SweepLabel(With(MakeExperiment(ExperimentKind::kMixed)), false)
                  .starts_with("Sweep 0 to 100 % computing · about "));
  EXPECT_EQ(SweepLabel(State{.experiment = MakeExperiment(ExperimentKind::kConvoy)}, false),
            "Sweep 0 to 4 busy threads");
}

TEST(RunWordsTest, APageSweepsFewerWorkersThanAProgram) {
  State state = Count();
  state.environment->cores = 96;
  EXPECT_EQ(SweepExperiment(state).workers, 64);
  state.environment->platform = "native";
  EXPECT_EQ(SweepExperiment(state).workers, 192);
}

TEST(RunWordsTest, DuringARunStandsWhatIsBeingDone) {
  State state = Count();
  StartRun(state);
  EXPECT_EQ(StatusText(state), "starting the workers…");
  Receive(state, Started{.run = 1, .experiment = state.experiment, .trials = 36, .left_s = 8});
  Receive(state, TrialStarted{.run = 1, .model = "processes", .repetition = 0, .warmup = true});
  EXPECT_EQ(StatusText(state), "warming up processes");
  Receive(state, TrialStarted{.run = 1, .model = "processes", .repetition = 2});
  EXPECT_EQ(StatusText(state), "processes, round 3");
  ChangeExperiment(state, MakeExperiment(ExperimentKind::kHeavy));
  EXPECT_EQ(StatusText(state), "Count: processes, round 3");
  CancelRun(state);
  EXPECT_EQ(StatusText(state), "Count: cancelling…");
}

TEST(RunWordsTest, TheTimeLeftIsKnownFromTheFirstNoticeOn) {
  State state = Count();
  StartRun(state);
  EXPECT_FALSE(state.progress->time);
  Receive(state, Started{.run = 1, .experiment = state.experiment, .trials = 36, .left_s = 8}, 100);
  ASSERT_TRUE(state.progress->time);
  EXPECT_DOUBLE_EQ(state.progress->time->Left(101), 7);
  Receive(state, Calibrated{.run = 1, .left_s = 9, .plan = "Two tasks."}, 102);
  EXPECT_DOUBLE_EQ(state.progress->time->Left(102), 9);
  EXPECT_EQ(state.outcome().plan, "Two tasks.");
  Receive(state, TrialDone{.run = 1, .model = "sequential", .done = 9, .trials = 36, .left_s = 3},
          105);
  EXPECT_DOUBLE_EQ(state.progress->time->Left(105), 3);
}

}  // namespace
}  // namespace lab::panel
