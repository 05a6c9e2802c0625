#include "shell/view/state.h"

#include <gtest/gtest.h>

#include "experiment/presets.h"
#include "messages/codec.h"
#include "shell/view/chart.h"
#include "shell/view/run_words.h"
#include "tests/view/results.h"

namespace lab::panel {
namespace {

State Waiting() {
  State state;
  state.experiment = MakeExperiment(ExperimentKind::kCount);
  Receive(state, ReadyNotice());
  return state;
}

State Running() {
  State state = Waiting();
  StartRun(state);
  Receive(state, Started{1, state.experiment, 24, {}});
  return state;
}

TEST(StateTest, NobodyToAskMeansNoRun) {
  State state;
  state.experiment = MakeExperiment(ExperimentKind::kCount);
  EXPECT_FALSE(StartRun(state));
}

TEST(StateTest, SaysThatItIsReadyOnlyWhereSomethingCanRun) {
  State state;
  Ready none = ReadyNotice();
  for (ModelStatus& model : none.models)
    model = {.model = model.model,
             .available = false,
             .reason = "No engine could be started. Reload the page."};
  Receive(state, none);
  EXPECT_EQ(state.announcements,
            (std::vector<std::string>{
                "Nothing can run here: No engine could be started. Reload the page."}));
  Receive(state, ReadyNotice());
  Receive(state, ReadyNotice());
  EXPECT_EQ(state.announcements.size(), 2u);
  EXPECT_EQ(state.announcements.back(), "Speedup Lab is ready.");
}

TEST(StateTest, WhatTheEngineLeavesOutIsNoChangeOfSettings) {
  State state = Waiting();
  state.experiment = MakeExperiment(ExperimentKind::kDownloads);
  state.environment->delays = false;
  StartRun(state);
  Experiment measured = state.experiment;
  measured.models = {"sequential", "processes"};
  measured.latency_only = true;
  RunResult result = {.experiment = measured,
                      .unavailable = {{.model = "threads-gil", .reason = "No."},
                                      {.model = "threads-free", .reason = "No."}}};
  Receive(state, Started{1, measured, 4, 2, result.unavailable});
  Receive(state, Finished{1, result});
  EXPECT_FALSE(SettingsChanged(state));
  state.experiment.workers = 3;
  EXPECT_TRUE(SettingsChanged(state));
}

TEST(StateTest, OneRunAtATime) {
  State state = Waiting();
  const auto request = StartRun(state);
  ASSERT_TRUE(request);
  EXPECT_EQ(request->experiment, state.experiment);
  EXPECT_FALSE(StartRun(state));
}

TEST(StateTest, DrawingKeepsOutOfTrialsThatLeaveNoCoresForIt) {
  State state = Running();
  state.environment->cores = 2;
  const auto disturbs = [&](const char* model) {
    Receive(state, TrialStarted{1, model, 0, false});
    return DrawingDisturbs(state);
  };
  for (const char* model : {"sequential", "threads-gil", "threads-free", "processes"})
    EXPECT_TRUE(disturbs(model)) << model;
  state.environment->cores = 3;
  EXPECT_FALSE(disturbs("sequential"));
  EXPECT_FALSE(disturbs("threads-gil"));
  EXPECT_TRUE(disturbs("threads-free"));
  EXPECT_TRUE(disturbs("processes"));
  state.environment->cores = 8;
  EXPECT_FALSE(disturbs("processes"));
  state.progress->kind = ExperimentKind::kDownloads;
  state.environment->cores = 1;
  EXPECT_FALSE(disturbs("processes"));
  EXPECT_FALSE(DrawingDisturbs(Waiting()));
}

TEST(StateTest, FiguresComeInAndTheResultStays) {
  State state = Running();
  Receive(state, TrialDone{1, "sequential", 0, false, 0.5, 5, 24, 4.0,
                           Figure("sequential", 0.5, {1, 1, 1}, 1)});
  ASSERT_EQ(state.outcome().figures.size(), 1u);
  EXPECT_EQ(state.progress->done, 5);
  Receive(state, TrialDone{1, "sequential", 1, false, 0.5, 9, 24, 3.0,
                           Figure("sequential", 0.5, {1, 1, 1}, 2)});
  ASSERT_EQ(state.outcome().figures.size(), 1u);
  EXPECT_EQ(state.outcome().figures[0].samples_s.size(), 2u);
  Receive(state, Finished{1, ResultOf(state.experiment)});
  EXPECT_FALSE(state.progress);
  EXPECT_EQ(state.outcome().kind, Outcome::Kind::kFinished);
  EXPECT_EQ(state.announcements.back(), "Two processes needed half the time.");
}

TEST(StateTest, FailureKeepsWhatWasMeasured) {
  State state = Running();
  Receive(state, Failed{1,
                        {ErrorCode::kWorkerFailed, "Process 2 died.", "Run again.", ""},
                        "processes",
                        {Figure("sequential", 0.5, {1, 1, 1})}});
  EXPECT_EQ(state.outcome().kind, Outcome::Kind::kFailed);
  EXPECT_EQ(state.outcome().error->message, "Process 2 died.");
  EXPECT_EQ(state.outcome().figures.size(), 1u);
  EXPECT_TRUE(StartRun(state)) << "the next run must be possible";
}

TEST(StateTest, CancelAsksOnceAndTheNextRunWorks) {
  State state = Running();
  EXPECT_TRUE(CancelRun(state));
  EXPECT_FALSE(CancelRun(state));
  Receive(state, Cancelled{1});
  EXPECT_EQ(state.outcome().kind, Outcome::Kind::kCancelled);
  EXPECT_TRUE(StartRun(state));
}

TEST(StateTest, ReadyDuringARunIsOnlyASignOfLife) {
  State state = Running();
  Receive(state, ReadyNotice());
  EXPECT_TRUE(state.progress);
}

TEST(StateTest, NoticesOfAnotherRunChangeNothing) {
  State state = Running();
  Receive(state, Finished{7, ResultOf(state.experiment)});
  Receive(state, Cancelled{7});
  Receive(state, Failed{7, {}, "", {}});
  EXPECT_EQ(state.outcome().kind, Outcome::Kind::kRunning);
}

TEST(StateTest, ARunThatAScriptAskedForIsShown) {
  State state = Waiting();
  const Experiment heavy = MakeExperiment(ExperimentKind::kHeavy);
  Receive(state, Started{1000, heavy, 24, {}});
  EXPECT_EQ(state.experiment.kind, ExperimentKind::kHeavy);
  EXPECT_EQ(state.progress->run, 1000);
  EXPECT_EQ(state.outcome().kind, Outcome::Kind::kRunning);
}

TEST(StateTest, ASweepThatAScriptAskedForIsShown) {
  State state = Waiting();
  const Experiment mixed = MakeExperiment(ExperimentKind::kMixed);
  Receive(state, SweepStarted{1000, mixed, {0, 50, 100}, {}});
  EXPECT_EQ(state.experiment.kind, ExperimentKind::kMixed);
  EXPECT_EQ(state.progress->trials, 3);
  Receive(state, SweepFinished{1000, {.experiment = mixed}});
  EXPECT_TRUE(state.outcome().sweep);
}

TEST(StateTest, AnEngineThatCannotStartIsAnErrorWhereTheResultWouldBe) {
  State state;
  state.experiment = MakeExperiment(ExperimentKind::kCount);
  Receive(
      state,
      Failed{0, {ErrorCode::kUnavailable, "No WebAssembly.", "Use another browser.", ""}, "", {}});
  EXPECT_EQ(state.outcome().kind, Outcome::Kind::kFailed);
}

TEST(StateTest, EachExperimentKeepsItsOwnFigures) {
  State state = Running();
  Receive(state, Finished{1, ResultOf(state.experiment)});
  ChangeExperiment(state, MakeExperiment(ExperimentKind::kHeavy));
  EXPECT_EQ(state.outcome().kind, Outcome::Kind::kNothing);
  ChangeExperiment(state, MakeExperiment(ExperimentKind::kCount));
  EXPECT_EQ(state.outcome().kind, Outcome::Kind::kFinished);
}

TEST(StateTest, ARecordedRunTakesThePlaceOfWhatWasMeasuredOrStandsBesideIt) {
  State state = Running();
  const RunResult recorded = ResultOf(state.experiment);
  Receive(state, Finished{1, ResultOf(state.experiment)});
  ShowRecorded(state, recorded);
  EXPECT_FALSE(state.outcome().recorded);
  EXPECT_TRUE(state.outcome().other);
  ShowInstead(state, recorded);
  EXPECT_TRUE(state.announcements.back().starts_with("Recorded, not measured here: a browser"))
      << state.announcements.back();
  EXPECT_TRUE(state.outcome().recorded);
  EXPECT_FALSE(state.outcome().other);
}

TEST(StateTest, ARunUnderWayIsNotReplaced) {
  State state = Running();
  ShowInstead(state, ResultOf(state.experiment));
  EXPECT_EQ(state.outcome().kind, Outcome::Kind::kRunning);
  ASSERT_TRUE(state.refused_file);
  EXPECT_EQ(state.refused_file->code, ErrorCode::kBusy);
  ShowInstead(state, ResultOf(MakeExperiment(ExperimentKind::kHeavy)));
  EXPECT_EQ(state.outcome().kind, Outcome::Kind::kFinished) << "of another experiment";
}

TEST(StateTest, RecordingsAreForPagesOnWhichAModelThatIsWantedCannotRun) {
  State state = Waiting();
  EXPECT_FALSE(CanShowRecording(state));
  Receive(state, ReadyNotice(false));
  EXPECT_TRUE(CanShowRecording(state));
  state.experiment.models = {"sequential", "processes"};
  EXPECT_FALSE(CanShowRecording(state));
  state.experiment = MakeExperiment(ExperimentKind::kCount);
  state.environment->platform = "native";
  EXPECT_FALSE(CanShowRecording(state)) << "there is no page to fetch it from";
}

// Of a file of a newer version: it is shown, and says why it cannot be run.
TEST(StateTest, AnExperimentThatIsUnknownHereIsShownAndNotRun) {
  State state = Waiting();
  RunResult recorded = ResultOf(state.experiment);
  recorded.experiment.kind = ExperimentKind::kUnknown;
  recorded.experiment.unknown_name = "teleport";
  recorded.experiment.models.push_back("fibers");
  recorded.experiment.unknown = {{"patience", "7"}};
  recorded.models.back().model = "fibers";
  ShowRecorded(state, recorded);
  EXPECT_EQ(state.outcome().kind, Outcome::Kind::kFinished);
  EXPECT_EQ(state.outcome().result->experiment.unknown_name, "teleport");
  EXPECT_EQ(MakeChart(state).rows.back().label, "fibers");
  EXPECT_EQ(MakeChart(state).limit, 0) << "nobody knows here what bounds it";
  EXPECT_TRUE(MakeChart(state).limit_holds);
  EXPECT_FALSE(CanRun(state));
  EXPECT_FALSE(StartRun(state));
  EXPECT_FALSE(StartSweep(state));
  EXPECT_EQ(StatusText(state),
            "This version does not know the experiment \"teleport\": it can show the result, but "
            "not run it.");
  EXPECT_EQ(WarningText(state), "");
  ChangeExperiment(state, MakeExperiment(ExperimentKind::kCount));
  EXPECT_TRUE(StartRun(state));
}

// What is asked for again is what this version knows.
TEST(StateTest, UnknownModelsAndSettingsAreNotAskedForAgain) {
  State state = Waiting();
  RunResult recorded = ResultOf(state.experiment);
  recorded.experiment.models.push_back("fibers");
  recorded.experiment.unknown = {{"patience", "7"}};
  ShowRecorded(state, recorded);
  const std::optional<RunRequest> request = StartRun(state);
  ASSERT_TRUE(request);
  EXPECT_TRUE(DecodeRequest(Encode(Request(*request))));
}

TEST(StateTest, UndoGoesBackStepByStep) {
  State state = Waiting();
  const Experiment first = state.experiment;
  Experiment second = first;
  second.workers = 7;
  EXPECT_TRUE(ChangeExperiment(state, second));
  EXPECT_FALSE(ChangeExperiment(state, second)) << "nothing changed";
  EXPECT_TRUE(Undo(state));
  EXPECT_EQ(state.experiment, first);
  EXPECT_FALSE(Undo(state));
}

}  // namespace
}  // namespace lab::panel
