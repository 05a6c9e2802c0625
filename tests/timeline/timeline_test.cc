// The timeline as data: what is read out of traces, where it stands, what it says, and what is
// looked at.
#include "shell/timeline/timeline.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "experiment/presets.h"
#include "shell/timeline/timeline_layout.h"
#include "shell/timeline/timeline_words.h"
#include "tests/panel/headless.h"
#include "tests/view/traces.h"

namespace lab::panel {
namespace {

using Kind = TimelineRow::Kind;

constexpr Nanoseconds kStep = 5'000;  // of the clock

State Showing(RunResult result) {
  State state;
  state.experiment = MakeExperiment(ExperimentKind::kCount);
  Receive(state, ReadyNotice());
  ShowRecorded(state, std::move(result));
  return state;
}

TimelineData DataOf(const State& state) {
  return MakeTimeline(state.outcome(), MakeChart(state), TimerStepOf(state));
}

TEST(TimelineTest, HasAGroupForEveryModelThatWasRecorded) {
  const TimelineData data = DataOf(Showing(ResultWithTraces()));
  ASSERT_EQ(data.groups.size(), 3u);
  EXPECT_EQ(data.groups[0].model, "sequential");
  EXPECT_EQ(data.groups[1].label, "threads, GIL");
  EXPECT_EQ(data.groups[2].lanes.back().name, "main process");
  EXPECT_EQ(data.end, 40 * kMs);
  EXPECT_EQ(data.startup, 90 * kMs);
  EXPECT_TRUE(data.Occurs(EventKind::kWaitingForGil));
  EXPECT_FALSE(data.Occurs(EventKind::kBlocked));
  EXPECT_TRUE(DataOf(Showing(ResultOf(MakeExperiment(ExperimentKind::kCount)))).empty())
      << "nothing was recorded";
}

// A clock with steps of 16.7 ms, of which a hand-off every 5 ms is a third.
TEST(TimelineTest, WhatACoarseClockDoesNotSeeIsSaidToBeUnknown) {
  constexpr Nanoseconds kCoarse = 16'700'000;
  RunResult result = ResultWithTraces();
  result.calibration.timer_step_s = 0.0167;
  const State state = Showing(result);
  const TimelineData data = DataOf(state);
  EXPECT_EQ(data.step, kCoarse);
  for (const TimelineGroup& group : data.groups)
    EXPECT_TRUE(group.blurred) << group.model << ": 40 ms are two steps";
  EXPECT_EQ(InstantText(33.4e6, kCoarse), "33 ms");
  EXPECT_EQ(InstantText(15.311e6, kStep), "15.311 ms");
  EXPECT_EQ(HandOffWords(data.groups[1], data.groups[1].handoffs[0], kCoarse),
            "Hand-off at 5 ms: thread 1 had the GIL, thread 2 got it after waiting < 16.7 ms. It "
            "had asked thread 1 to release it < 16.7 ms earlier.");
  result.calibration.timer_step_s = 5e-6;
  for (const TimelineGroup& group : DataOf(Showing(result)).groups)
    EXPECT_FALSE(group.blurred) << group.model;
}

TEST(TimelineTest, ATrialOfNoLengthHasNoShares) {
  RunResult result = ResultWithTraces();
  for (ModelResult& model : result.models) {
    model.trace->length = 0;
    for (LaneTrace& lane : model.trace->lanes) {
      for (Event& event : lane.events) event.at = 0;
    }
  }
  for (const TimelineGroup& group : DataOf(Showing(result)).groups) {
    EXPECT_TRUE(group.blurred) << group.model;
    EXPECT_EQ(SumOf(group).busy, 0);
  }
}

TEST(TimelineTest, LanesThatRunOnMoreCoresThanThereAreOnlyCould) {
  TimelineGroup group;
  EXPECT_TRUE(MoreThanCores(group, 3.9, 2));
  EXPECT_FALSE(MoreThanCores(group, 2.1, 2)) << "the error of the cores";
  EXPECT_FALSE(MoreThanCores(group, 3.9, 0)) << "nobody knows how many there are";
  group.blurred = true;
  EXPECT_FALSE(MoreThanCores(group, 3.9, 2)) << "nobody knows how many ran";
}

// Every count over time is what the spans of the lanes say at that instant.
TEST(TimelineTest, HolderAndCountsAreThoseOfTheSpans) {
  for (int seed = 1; seed <= 5; ++seed) {
    RunResult result = ResultWithTraces();
    const Trace trace = RandomTrace(seed, 3, 600);
    result.models[2].trace = trace;
    const TimelineData data = DataOf(Showing(std::move(result)));
    const TimelineGroup& group = data.groups[2];
    for (Nanoseconds at = 0; at < trace.length; at += trace.length / 997) {
      size_t running = 0;
      size_t busy = 0;
      for (const LaneTrace& lane : trace.lanes) {
        const std::optional<Span> span = SpanAt(lane, trace.length, at);
        running += span && span->state == EventKind::kRunning ? 1 : 0;
        busy += span && (span->state == EventKind::kRunning || span->state == EventKind::kBlocked)
                    ? 1
                    : 0;
      }
      EXPECT_EQ(group.running.value(group.running.At(at)), running) << at;
      EXPECT_EQ(group.busy.value(group.busy.At(at)), busy) << at;
    }
  }
}

TEST(TimelineTest, TheGilGoesRound) {
  const TimelineData data = DataOf(Showing(ResultWithTraces()));
  const TimelineGroup& group = data.groups[1];
  ASSERT_EQ(group.handoffs.size(), 7u);
  EXPECT_EQ(group.holder.value(group.holder.At(2 * kMs)), 1u);
  EXPECT_EQ(group.holder.value(group.holder.At(7 * kMs)), 2u);
  EXPECT_EQ(group.waiting.value(group.waiting.At(7 * kMs)), 1u);
  EXPECT_NEAR(group.lanes[0].shares.busy, 0.5, 1e-9);
}

TEST(TimelineTest, TheNearestHandOffIsFound) {
  const TimelineData data = DataOf(Showing(ResultWithTraces()));
  const TimelineGroup& group = data.groups[1];
  EXPECT_EQ(HandOffNear(group, 5.4 * kMs, kMs), 0);
  EXPECT_EQ(HandOffNear(group, 9.6 * kMs, kMs), 1);
  EXPECT_EQ(HandOffNear(group, 7.5 * kMs, kMs), -1) << "none is near enough";
  EXPECT_EQ(HandOffNear(group, -kMs, 10 * kMs), 0);
  EXPECT_EQ(HandOffNear(group, 1000 * kMs, 2000.0 * kMs), 6);
  EXPECT_EQ(HandOffNear(data.groups[0], 5 * kMs, kMs), -1);
}

TEST(TimelineTest, WordsGiveExactTimes) {
  const RunResult result = ResultWithTraces();
  const TimelineData data = DataOf(Showing(result));
  const TimelineGroup& gil = data.groups[1];
  EXPECT_EQ(HandOffWords(gil, gil.handoffs[0], kStep),
            "Hand-off at 5.000 ms: thread 1 had the GIL, thread 2 got it after waiting 5.00 ms. It "
            "had asked thread 1 to release it 1.00 ms earlier.");
  EXPECT_EQ(LaneWords(gil, 0, *result.models[1].trace, 7 * kMs, 0, kStep),
            "thread 1, task 1: waiting for the GIL\n5.000 ms to 10.000 ms (5.00 ms)\ntask 1: 0.000 "
            "ms to 40.000 ms (40.0 ms)");
  EXPECT_EQ(HolderWords(gil, 7 * kMs, kStep),
            "thread 2 holds the GIL, 5.000 ms to 10.000 ms (5.00 ms)\n1 lane waits for it");
  EXPECT_EQ(TogetherWords(gil, 7 * kMs, kStep), "7.000 ms\n1 running\n1 waiting for the GIL");
  const TimelineGroup& processes = data.groups[2];
  const Trace& trace = *result.models[2].trace;
  EXPECT_NE(LaneWords(processes, 0, trace, 22 * kMs, 0, kStep)
                .find("process 1: sending 40 bytes to main process"),
            std::string::npos);
  EXPECT_EQ(LaneWords(processes, 1, trace, -kMs, 0, kStep),
            "process 2: took 90.0 ms to start, once, before the trial");
  EXPECT_EQ(LaneWords(processes, 1, trace, 26 * kMs, 0, kStep), "process 2: the trial is over");
}

TEST(TimelineTest, WordsTellWhatSharesAPixel) {
  RunResult result = ResultWithTraces();
  Trace& trace = *result.models[0].trace;
  trace.lanes[0].events.clear();
  for (int step = 0; step < 400; ++step) {
    trace.lanes[0].events.push_back(
        {.at = step * kMs / 10, .kind = step % 4 == 0 ? EventKind::kBlocked : EventKind::kRunning});
  }
  const TimelineData data = DataOf(Showing(result));
  EXPECT_EQ(LaneWords(data.groups[0], 0, *result.models[0].trace, 20 * kMs, 4 * kMs, kStep),
            "thread 1: blocked on I/O\n20.000 ms to 20.100 ms (100 µs)\n4.00 ms around it: 20 "
            "changes, 75 % running, 25 % blocked on I/O");
}

TEST(TimelineTest, AHandOffThatNobodyAskedForSaysSo) {
  const TimelineGroup group{.lanes = {{.name = "thread 1"}, {.name = "thread 2"}}};
  const std::string words =
      HandOffWords(group, {.at = 3 * kMs, .from = 1, .to = 0, .waited = kMs}, kStep);
  EXPECT_NE(words.find("Nobody had asked thread 2: it released the GIL by itself."),
            std::string::npos)
      << words;
}

TEST(TimelineTest, LanesThatLostEventsSayWhereTheRecordEnds) {
  RunResult result = ResultWithTraces();
  LaneTrace& lane = result.models[0].trace->lanes[0];
  lane.lost = 1234;
  lane.events.resize(3);
  const TimelineData data = DataOf(Showing(result));
  EXPECT_EQ(data.groups[0].lanes[0].states.last(), 20 * kMs);
  EXPECT_EQ(LaneWords(data.groups[0], 0, *result.models[0].trace, 30 * kMs, 0, kStep),
            "thread 1: not recorded; there was no room for 1,234 more events");
}

TEST(TimelineTest, RowsStandBelowEachOtherAtAnyWidth) {
  const TimelineData data = DataOf(Showing(ResultWithTraces()));
  for (const float width : {200.f, 328.f, 845.f, 2000.f}) {
    const TimelineLayout layout = LayOutTimeline(data, width, 1);
    EXPECT_EQ(layout.stacked, width < 560);
    EXPECT_LE(layout.right + 3 * layout.figure, width);
    float y = layout.axis;
    for (const TimelineRow& row : layout.rows) {
      EXPECT_GE(std::min(row.label, row.top) + 4, y) << "overlaps the row above";
      EXPECT_GT(row.height, 0);
      EXPECT_EQ(layout.RowAt(row.top + row.height / 2), &row);
      y = row.bottom();
    }
    EXPECT_GE(layout.height, y);
    EXPECT_NE(layout.Find(Kind::kHolder, 1), nullptr);
    EXPECT_EQ(layout.Find(Kind::kHolder, 2), nullptr) << "processes share no lock";
    EXPECT_EQ(layout.Find(Kind::kLane, 2, 2)->height, 12) << "the engine's lane is the thinnest";
    EXPECT_EQ(layout.RowAt(-5), nullptr);
  }
}

TEST(TimelineTest, HundredsOfLanesStillFitAPage) {
  TimelineData data{.groups = {{.model = "threads-free", .recorded = true}}};
  for (int lane = 0; lane < 256; ++lane) data.groups[0].lanes.push_back({.name = "thread"});
  for (const float width : {328.f, 1000.f}) {
    const TimelineLayout layout = LayOutTimeline(data, width, 1);
    EXPECT_LT(layout.height, 1600);
    float free_from = 0;
    int lanes = 0;
    for (const TimelineRow& row : layout.rows) {
      if (row.kind != Kind::kLane) continue;
      ++lanes;
      EXPECT_GE(row.height, 2);
      if (!row.labelled) continue;
      EXPECT_GE(row.label, free_from) << "labels lie on each other";
      free_from = row.label + 18;
    }
    EXPECT_EQ(lanes, 256);
  }
}

TEST(TimelineTest, StartupsStandLeftOfZeroAndLongOnesAreCutOff) {
  const State state = Showing(ResultWithTraces());
  Timeline timeline;
  timeline.Follow(state, MakeChart(state));
  const TimeWindow all = timeline.All(600, 56);
  EXPECT_GE(all.to, 40 * kMs);
  EXPECT_DOUBLE_EQ(all.from, -0.25 * all.to) << "90 ms before a trial of 40 ms";
}

TEST(TimelineTest, AWindowStaysWhileARunGoesOnAndIsForgottenWithIt) {
  State state;
  state.experiment = MakeExperiment(ExperimentKind::kCount);
  Receive(state, ReadyNotice());
  StartRun(state);
  Receive(state, Started{1, state.experiment, 24, {}});
  Timeline timeline;
  const auto follow = [&] { timeline.Follow(state, MakeChart(state)); };
  follow();
  EXPECT_TRUE(timeline.data().empty());
  Receive(state, TraceGrown{.run = 1,
                            .model = "sequential",
                            .begins = true,
                            .growth = *ResultWithTraces().models[0].trace});
  follow();
  ASSERT_FALSE(timeline.data().empty());
  EXPECT_EQ(timeline.data().groups.size(), 4u) << "those to come have their place already";
  timeline.Zoom(timeline.All(600, 56), 10 * kMs, 0.5);
  EXPECT_FALSE(timeline.fitted());
  Receive(state,
          TraceGrown{
              .run = 1, .model = "threads-gil", .begins = true, .growth = TwoThreadsUnderAGil()});
  follow();
  EXPECT_TRUE(timeline.data().groups[1].recorded);
  EXPECT_FALSE(timeline.fitted());
  ASSERT_TRUE(timeline.StepHandOff(timeline.All(600, 56), 1));
  Receive(state,
          TraceGrown{.run = 1, .model = "processes", .begins = true, .growth = TwoProcesses()});
  follow();
  EXPECT_TRUE(timeline.pick()) << "what was picked has not changed";
  Receive(state, TraceGrown{.run = 1,
                            .model = "threads-gil",
                            .repetition = 1,
                            .begins = true,
                            .growth = *ResultWithTraces().models[0].trace});
  follow();
  EXPECT_FALSE(timeline.pick()) << "another trial has taken its place";
  RunResult result = ResultWithTraces();
  Receive(state, Finished{1, result});
  follow();
  EXPECT_FALSE(timeline.fitted()) << "nothing jumps when results arrive";
  StartRun(state);
  follow();
  EXPECT_TRUE(timeline.fitted());
  EXPECT_TRUE(timeline.data().empty()) << "the traces of the run before are gone";
}

TEST(TimelineTest, HandOffsAreGoneThroughAndBroughtIntoSight) {
  const State state = Showing(ResultWithTraces());
  Timeline timeline;
  timeline.Follow(state, MakeChart(state));
  const TimeWindow all = timeline.All(600, 56);
  timeline.Zoom(all, 0, 0.1);
  for (int step = 0; step < 9; ++step) {
    ASSERT_TRUE(timeline.StepHandOff(all, 1));
    const auto at = static_cast<double>(timeline.pick()->at);
    EXPECT_GE(at, timeline.Shown(all).from);
    EXPECT_LE(at, timeline.Shown(all).to);
    EXPECT_EQ(timeline.pick()->handoff, std::min(step, 6));
  }
  ASSERT_TRUE(timeline.StepHandOff(all, -1));
  EXPECT_EQ(timeline.pick()->handoff, 5);
}

}  // namespace
}  // namespace lab::panel
