// Traces made by hand, each with one known cause: its reason comes first, and its sentence has the
// figures.
#include "explain/why_text.h"

#include <gtest/gtest.h>

#include "base/text.h"
#include "tests/explain/why.h"

namespace lab {
namespace {

using enum EventKind;

// Threads that take turns with the GIL, each for `turn_ms`, until each has had it `turns` times.
Trace TakingTurns(int threads, int turns, double turn_ms) {
  Trace trace = TraceOf(threads * turns * turn_ms, true, {});
  for (int at = 0; at < threads; ++at) {
    LaneMaker lane(Format("thread %d", at + 1));
    lane.Begin(at);
    if (at > 0) lane.In(kWaitingForGil, at * turn_ms);
    for (int turn = 0; turn < turns; ++turn) {
      lane.In(kRunning, turn_ms);
      if (turn + 1 < turns) lane.In(kWaitingForGil, (threads - 1) * turn_ms);
    }
    trace.lanes.push_back(lane.Done(at).End());
  }
  return trace;
}

TEST(Why, ThreadsThatAreReadyTogetherButHoldTheGilInTurn) {
  ExpectOnly(WhyOf(TakingTurns(2, 25, 5), Of("threads-gil", kComputing, 0.25, 0.25)),
             ReasonCode::kGil,
             "Both threads were ready for 98 % of the time, but only one held the GIL at any "
             "instant; it changed hands 49 times.");
  ExpectOnly(WhyOf(TakingTurns(3, 1000, 5), Of("threads-gil", kComputing, 15, 15)),
             ReasonCode::kGil,
             "All three threads were ready all the time, but only one held the GIL at any instant; "
             "it changed hands 2,999 times.");
  ExpectOnly(WhyOf(TakingTurns(4, 1, 5), Of("threads-gil", kComputing, 0.02, 0.02)),
             ReasonCode::kGil,
             "Two or more of the four threads were ready for 75 % of the time, but only one held "
             "the GIL at any instant; it changed hands three times.");
}

TEST(Why, AThreadThatNeverGetsTheGilWaitsForItToo) {
  const Trace trace =
      TraceOf(200, true,
              {LaneMaker("thread 1").Task(0, kRunning, 100).Task(1, kRunning, 100).End(),
               LaneMaker("thread 2").In(kWaitingForGil, 200).In(kRunning, 0).End()});
  ExpectOnly(WhyOf(trace, Of("threads-gil", kComputing, 0.2, 0.2)), ReasonCode::kGil,
             "Both threads were ready all the time, but only one held the GIL at any instant; it "
             "changed hands once.");
}

TEST(Why, DownloadsThatWaitTogether) {
  ExpectOnly(WhyOf(Alike(5, kBlocked, 200, true), Of("threads-gil", kWaiting, 0.2, 1)),
             ReasonCode::kOverlap,
             "The five downloads overlapped, because a waiting thread releases the GIL: 1.00 s of "
             "waiting took 0.20 s.");
  ExpectOnly(WhyOf(Alike(2, kBlocked, 200), Of("threads-free", kWaiting, 0.2, 0.4)),
             ReasonCode::kOverlap, "Both downloads overlapped: 0.40 s of waiting took 0.20 s.");
  Trace twice = Alike(3, kBlocked, 100);
  for (LaneTrace& lane : twice.lanes)
    lane = LaneMaker(lane.name).Task(0, kBlocked, 100).Task(1, kBlocked, 100).End();
  twice.length = Ms(200);
  ExpectOnly(WhyOf(twice, Of("threads-free", kWaiting, 0.2, 0.6)), ReasonCode::kOverlap,
             "On average three of the six downloads overlapped: 0.60 s of waiting took 0.20 s.");
}

TEST(Why, OneThatWaitsWhileAnotherComputes) {
  const Trace trace = TraceOf(100, true,
                              {LaneMaker("thread 1").Task(0, kRunning, 100).End(),
                               LaneMaker("thread 2").Task(1, kBlocked, 80).End()});
  ExpectFirst(WhyOf(trace, Of("threads-gil", kComputing, 0.1, 0.18)), ReasonCode::kOverlap,
              "For 80 % of the time one thread waited while another worked or waited as well.");
}

// One receives a message after 1 ms, computes for 10 ms and sends its answer.
LaneTrace OneChunk(int process) {
  return LaneMaker(Format("process %d", process + 1))
      .In(kWaitingForTask, 1.5)
      .In(kReceiving, 0.5, 2)
      .Task(process, kRunning, 10)
      .In(kSending, 0.5, 2)
      .End();
}

TEST(Why, StartingTakesLongerThanTheWork) {
  Known known = Of("processes", kComputing, 0.012, 0.020);
  known.evidence.startup_s = 0.031;
  const std::vector<Reason> reasons =
      WhyOf(TraceOf(13, false, {OneChunk(0), OneChunk(1), EngineLane()}), known);
  ExpectFirst(
      reasons, ReasonCode::kStartup,
      "The two processes spent 31.0 ms starting, 2.00 ms on messages and 10.0 ms on the tasks.");
  ASSERT_EQ(reasons.size(), 2u);
  EXPECT_EQ(reasons[1].text, "Both processes computed in parallel all the time.");
}

TEST(Why, StartingTakesBackMuchOfWhatIsGained) {
  Known known = Of("processes", kWaiting, 0.2, 0.4);
  known.evidence.startup_s = 0.15;
  const std::vector<Reason> reasons = WhyOf(Alike(2, kBlocked, 200), known);
  ASSERT_EQ(reasons.size(), 2u);
  EXPECT_EQ(reasons[0].code, ReasonCode::kOverlap);
  EXPECT_EQ(reasons[1].code, ReasonCode::kStartup);
  EXPECT_EQ(reasons[1].text,
            "The two processes took 0.15 s to start, which the speedup leaves out; a trial gained "
            "0.20 s.");
}

// A tenth of a millisecond less than the sequential run is no gain that a start-up could take back.
TEST(Why, StartingIsNotHeldAgainstAGainThatNobodyWouldNotice) {
  Known known = Of("threads-free", kWaiting, 0.1200, 0.1201);
  known.evidence.speedup.low = 1.0001;
  const Trace trace = TraceOf(
      120, false,
      {LaneMaker("thread 1").Task(0, kBlocked, 60).End(),
       LaneMaker("thread 2").Begin(1).In(kWaitingForLock, 60).In(kBlocked, 60).Done(1).End()});
  ExpectOnly(WhyOf(trace, known), ReasonCode::kLock,
             "Only one thread at a time may be in the critical section: the other waited for it "
             "for 50 % of the time.");
}

TEST(Why, AThreadThatBeginsLate) {
  const Trace late =
      TraceOf(100, false,
              {LaneMaker("thread 1").Task(0, kRunning, 50).Task(1, kRunning, 30).End(),
               LaneMaker("thread 2").In(kWaitingForTask, 60).Task(2, kRunning, 20).End()});
  ExpectFirst(WhyOf(late, Of("threads-free", kComputing, 0.08, 0.1)), ReasonCode::kStartup,
              "75 % of the time had passed before the last of the two threads had begun.");
  const Trace never =
      TraceOf(100, false,
              {LaneMaker("thread 1").Task(0, kRunning, 5).Task(1, kRunning, 5).End(),
               LaneMaker("thread 2").In(kWaitingForTask, 60).In(kRunning, 0).End()});
  ExpectOnly(WhyOf(never, Of("threads-free", kComputing, 0.01, 0.01)), ReasonCode::kStartup,
             "All the tasks were done before the last of the two threads had begun.");
}

// A hundred tasks of 0.08 ms each, between messages that take 0.92 ms.
LaneTrace ManyChunks(int process) {
  LaneMaker lane(Format("process %d", process + 1));
  for (int task = 0; task < 100; ++task)
    lane.In(kWaitingForTask, 0.72)
        .In(kReceiving, 0.1, 2)
        .Task(task, kRunning, 0.08)
        .In(kSending, 0.1, 2);
  return lane.End();
}

TEST(Why, MessagesThatTakeLongerThanTheWork) {
  ExpectOnly(WhyOf(TraceOf(100, false, {ManyChunks(0), ManyChunks(1), EngineLane()}),
                   Of("processes", kComputing, 0.1, 0.02)),
             ReasonCode::kMessages,
             "The two processes spent 92 % of their time sending, receiving and waiting for "
             "messages, and 8 % on the tasks: 200 tasks took 400 messages.");
}

TEST(Why, ASingleProcessMayWaitForMessagesAsWell) {
  const std::vector<Reason> reasons = WhyOf(TraceOf(100, false, {ManyChunks(0), EngineLane()}),
                                            Of("processes", kComputing, 0.1, 0.01));
  ExpectFirst(reasons, ReasonCode::kOneWorker,
              "A single process did the 100 tasks, one after the other.");
  ASSERT_EQ(reasons.size(), 2u);
  EXPECT_EQ(reasons[1].text,
            "The process spent 92 % of its time sending, receiving and waiting for messages, and 8 "
            "% on the tasks: 100 tasks took 200 messages.");
}

TEST(Why, TasksOfVeryDifferentLengths) {
  const Trace trace = TraceOf(2000, true,
                              {LaneMaker("thread 1").Task(0, kBlocked, 100).End(),
                               LaneMaker("thread 2").Task(1, kBlocked, 2000).End(),
                               LaneMaker("thread 3").Task(2, kBlocked, 100).End()});
  ExpectOnly(WhyOf(trace, Of("threads-gil", kWaiting, 2, 2.2)), ReasonCode::kUneven,
             "For 95 % of the time only one thread still had work. The shortest download took 0.10 "
             "s, the longest 2.00 s.");
}

TEST(Why, TasksThatCannotBeSharedOut) {
  const Trace trace =
      TraceOf(200, false,
              {LaneMaker("process 1").Task(0, kRunning, 100).Task(2, kRunning, 100).End(),
               LaneMaker("process 2").Task(1, kRunning, 100).End()});
  const std::vector<Reason> reasons = WhyOf(trace, Of("processes", kComputing, 0.2, 0.3));
  ASSERT_EQ(reasons.size(), 2u);
  EXPECT_EQ(reasons[0].text, "Both processes computed in parallel for 50 % of the time.");
  EXPECT_EQ(reasons[1].code, ReasonCode::kUneven);
  EXPECT_EQ(reasons[1].text,
            "For 50 % of the time only one process still had work. Three tasks cannot be shared "
            "out evenly among two processes.");
}

TEST(Why, WorkersThatRunOutOneByOne) {
  const Trace trace = TraceOf(400, false,
                              {LaneMaker("thread 1").Task(0, kBlocked, 100).End(),
                               LaneMaker("thread 2").Task(1, kBlocked, 200).End(),
                               LaneMaker("thread 3").Task(2, kBlocked, 300).End(),
                               LaneMaker("thread 4").Task(3, kBlocked, 310).End()});
  const std::vector<Reason> reasons = WhyOf(trace, Of("threads-free", kWaiting, 0.31, 0.91));
  ASSERT_EQ(reasons.size(), 2u);
  EXPECT_EQ(reasons[1].code, ReasonCode::kUneven);
  EXPECT_EQ(reasons[1].text,
            "The four threads had nothing left to do for 27 % of their time, while others still "
            "worked. The shortest download took 0.10 s, the longest 0.31 s.");
}

TEST(Why, FewerTasksThanWorkers) {
  Trace trace = Alike(2, kBlocked, 100);
  for (int more = 0; more < 3; ++more)
    trace.lanes.push_back(LaneMaker("thread").In(kRunning, 0).End());
  ExpectFirst(WhyOf(trace, Of("threads-free", kWaiting, 0.1, 0.2)), ReasonCode::kFewTasks,
              "Three of the five threads had nothing to do: there were only two downloads.");
}

TEST(Why, WorkersThatWaitForTheCriticalSection) {
  const Trace trace = TraceOf(
      120, false,
      {LaneMaker("thread 1").Task(0, kBlocked, 40).End(),
       LaneMaker("thread 2").Begin(1).In(kWaitingForLock, 40).In(kBlocked, 40).Done(1).End(),
       LaneMaker("thread 3").Begin(2).In(kWaitingForLock, 80).In(kBlocked, 40).Done(2).End()});
  ExpectOnly(WhyOf(trace, Of("threads-free", kWaiting, 0.12, 0.12)), ReasonCode::kLock,
             "Only one thread at a time may be in the critical section: others waited for it for "
             "67 % of the time.");
}

TEST(Why, WorkersThatComputeSideBySide) {
  Known known = Of("threads-free", kComputing, 1, 2);
  known.evidence.cpu_s = 1.99;
  ExpectOnly(WhyOf(Alike(2, kRunning, 1000), known), ReasonCode::kParallel,
             "Both threads computed in parallel all the time.");
  known = Of("processes", kComputing, 1, 3.2);
  known.conditions.reported_cores = 8;
  known.conditions.effective_cores = 8;
  known.evidence.cpu_s = 3.2;
  const auto process = [](int task, double milliseconds) {
    return LaneMaker("process").Task(task, kRunning, milliseconds).End();
  };
  ExpectFirst(WhyOf(TraceOf(1000, false,
                            {process(0, 1000), process(1, 1000), process(2, 400), process(3, 400)}),
                    known),
              ReasonCode::kParallel, "On average 2.8 of the four processes computed in parallel.");
  ExpectFirst(WhyOf(TraceOf(1000, false,
                            {process(0, 1000), process(1, 300), process(2, 300), process(3, 300)}),
                    known),
              ReasonCode::kUneven,
              "For 70 % of the time only one process still had work. The shortest task took 0.30 "
              "s, the longest 1.00 s.");
}

TEST(Why, ASingleWorkerDoesOneAfterTheOther) {
  const Trace trace = TraceOf(
      100, false, {LaneMaker("thread 1").Task(0, kRunning, 50).Task(1, kRunning, 50).End()});
  ExpectOnly(WhyOf(trace, Of("sequential", kComputing, 0.1, 0.1)), ReasonCode::kOneWorker,
             "The two tasks were done one after the other.");
  ExpectOnly(WhyOf(trace, Of("threads-gil", kWaiting, 0.1, 0.1)), ReasonCode::kOneWorker,
             "A single thread did the two downloads, one after the other.");
  ExpectOnly(WhyOf(Alike(1, kRunning, 50), Of("processes", kComputing, 0.05, 0.05)),
             ReasonCode::kOneWorker, "There was one task for one worker.");
}

TEST(Why, ASlowingThatTheRecordDoesNotExplainIsSaidToBeUnknown) {
  Known known = Of("threads-free", kComputing, 1, 1);
  known.evidence.cpu_s = 2;
  ExpectOnly(WhyOf(Alike(2, kRunning, 1000), known), ReasonCode::kUnknown,
             "A task took 2.0 times as long beside the others, although each had a core; the "
             "record does not show why.");
  ExpectOnly(WhyOf(Alike(2, kBlocked, 1000), Of("threads-free", kWaiting, 1, 1)),
             ReasonCode::kUnknown,
             "A download took 2.0 times as long beside the others; the record does not show why.");
  known.verdict = VerdictCode::kNoisy;
  ExpectOnly(WhyOf(Alike(2, kRunning, 1000), known), ReasonCode::kParallel,
             "Both threads computed in parallel all the time.");
}

TEST(Why, WhatIsNotRecordedIsUnknown) {
  ExpectOnly(WhyOf({}, Of("threads-free", kComputing, 1, 1)), ReasonCode::kUnknown,
             "The record does not show why this model took as long as it did.");
  const auto gap = [](int task) {
    return LaneMaker("thread")
        .Task(task, kRunning, 20)
        .In(kWaitingForTask, 60)
        .Task(task + 1, kRunning, 20)
        .End();
  };
  ExpectFirst(
      WhyOf(TraceOf(100, false, {gap(0), gap(2)}), Of("threads-free", kComputing, 0.1, 0.08)),
      ReasonCode::kUnknown,
      "The record does not show why the two threads had no task for 60 % of the time.");
  Known known = Of("threads-free", kComputing, 1, 1);
  known.verdict = VerdictCode::kTooShort;
  ExpectOnly(WhyOf(Alike(2, kRunning, 1000), known), ReasonCode::kUnknown,
             "The record does not show why: it is too short for this clock.");
}

// Of what came after the record nothing is concluded, not even that it was uneven.
TEST(Why, OfARecordThatBreaksOffOnlyTheBeginningIsTold) {
  Trace trace = TraceOf(1000, true,
                        {LaneMaker("thread 1")
                             .Begin(0)
                             .In(kRunning, 100)
                             .In(kWaitingForGil, 100)
                             .In(kRunning, 0)
                             .Lost(9),
                         LaneMaker("thread 2")
                             .Begin(1)
                             .In(kWaitingForGil, 100)
                             .In(kRunning, 100)
                             .In(kWaitingForGil, 800)
                             .Done(1)
                             .End()});
  const std::vector<Reason> reasons = WhyOf(trace, Of("threads-gil", kComputing, 1, 1));
  ASSERT_EQ(reasons.size(), 2u);
  EXPECT_EQ(reasons[0].code, ReasonCode::kPartial);
  EXPECT_EQ(reasons[0].text,
            "Only the first 0.20 s of 1.00 s were recorded; what follows is about them.");
  EXPECT_EQ(reasons[1].text,
            "Both threads were ready all the time, but only one held the GIL at any instant; it "
            "changed hands twice.");
  trace = TraceOf(1000, false,
                  {LaneMaker("thread 1").Task(0, kRunning, 100).End(),
                   LaneMaker("thread 2").Begin(1).In(kRunning, 500).In(kBlocked, 0).Lost(1)});
  const std::vector<Reason> alone = WhyOf(trace, Of("threads-free", kComputing, 1, 1));
  ASSERT_EQ(alone.size(), 2u);
  EXPECT_EQ(alone[1].code, ReasonCode::kParallel)
      << "for a fifth of the beginning; that thread 1 had no more to do is not told";
}

TEST(Why, SeveralCausesComeInTheOrderOfTheirWeight) {
  const Trace trace = TraceOf(
      100, false,
      {LaneMaker("thread 1").Task(0, kRunning, 100).End(),
       LaneMaker("thread 2").Begin(1).In(kWaitingForLock, 60).In(kRunning, 20).Done(1).End()});
  const std::vector<Reason> reasons = WhyOf(trace, Of("threads-free", kComputing, 0.1, 0.12));
  ASSERT_EQ(reasons.size(), 3u);
  EXPECT_EQ(reasons[0].code, ReasonCode::kLock);
  EXPECT_EQ(reasons[1].code, ReasonCode::kParallel);
  EXPECT_EQ(reasons[2].code, ReasonCode::kUneven);
}

TEST(Why, CodesReadBack) {
  for (int code = 0; code <= static_cast<int>(ReasonCode::kUnknown); ++code) {
    const auto reason = static_cast<ReasonCode>(code);
    EXPECT_EQ(CodeNamed<ReasonCode>(Name(reason)), reason) << Name(reason);
  }
  EXPECT_FALSE(CodeNamed<ReasonCode>("splendid"));
}

// A thread that comes back from `times` waits of 10 ms beside a busy one, and then waits so long
// for the GIL.
Trace Convoy(int times, double late_ms) {
  Trace trace = TraceOf(times * (10 + late_ms), late_ms > 0, {});
  LaneMaker answering("thread 1");
  LaneMaker busy("thread 2");
  answering.Begin(0);
  for (int time = 0; time < times; ++time) {
    answering.In(kBlocked, 10);
    if (late_ms > 0) answering.In(kWaitingForGil, late_ms);
    answering.In(kRunning, 0);
  }
  trace.lanes.push_back(answering.End());
  trace.lanes.push_back(busy.Task(1, kRunning, times * (10 + late_ms)).End());
  return trace;
}

TEST(Why, AnswersWaitForWhoeverComputesUnderTheGil) {
  ExpectOnly(
      WhyOf(Convoy(40, 5.2), Of("threads-gil", WorkKind::kAnswering, 0.0052, 0.0001)),
      ReasonCode::kGil,
      "The responding thread came back 40 times. Each time the busy thread held the GIL. It "
      "released it 5.20 ms later on average: it is asked to only after one switch interval.");
}

TEST(Why, WithoutALockAnswersComeAtOnce) {
  ExpectOnly(WhyOf(Convoy(40, 0), Of("processes", WorkKind::kAnswering, 0.0001, 0.0001)),
             ReasonCode::kParallel,
             "The responding process came back 40 times. It went on at once: the busy process "
             "holds no lock that it needs.");
  Trace alone = Convoy(40, 0);
  alone.lanes.pop_back();
  EXPECT_EQ(WhyOf(alone, Of("sequential", WorkKind::kAnswering, 0.0001, 0.0001)).front().code,
            ReasonCode::kOneWorker);
}

// A browser's clock with steps of 16.7 ms sees no wait of a switch interval, but in which order
// things happened.
TEST(Why, HowLateAnswersCameACoarseClockDoesNotTell) {
  Known known = Of("threads-gil", WorkKind::kAnswering, 0, 0);
  known.conditions.timer_step_s = 0.0167;
  ExpectOnly(WhyOf(Convoy(40, 5.2), known), ReasonCode::kGil,
             "The responding thread came back 40 times. Each time the busy thread held the GIL. "
             "How late that was, this clock cannot tell: it ticks every 16.7 ms.");
  known.evidence.model = FactsOf("processes");
  ExpectOnly(WhyOf(Convoy(40, 0), known), ReasonCode::kParallel,
             "The responding process came back 40 times. The busy process holds no lock that it "
             "needs. How late that was, this clock cannot tell: it ticks every 16.7 ms.");
  known.evidence.model = FactsOf("threads-gil");
  EXPECT_NE(WhyOf(Convoy(40, 50), known).front().text.find("released it 50.0 ms later"),
            std::string::npos)
      << "that it tells";
}

TEST(Why, ATrialAndAStartThatTheClockDidNotSeeSayNothingOfEachOther) {
  Known known = Of("threads-free", kComputing, 0, 0);
  known.evidence.startup_s = 0;
  known.evidence.speedup = {};
  for (const Reason& reason : WhyOf(Alike(2, kRunning, 1000), known))
    EXPECT_NE(reason.code, ReasonCode::kStartup) << reason.text;
}

TEST(Why, WhatIsShorterThanAStepOfTheClockIsSaidToBe) {
  Known known = Of("processes", kComputing, 0.012, 0.020);
  known.evidence.startup_s = 0.031;
  known.conditions.timer_step_s = 0.005;
  ExpectFirst(
      WhyOf(TraceOf(13, false, {OneChunk(0), OneChunk(1), EngineLane()}), known),
      ReasonCode::kStartup,
      "The two processes spent 31.0 ms starting, < 5.00 ms on messages and 10.0 ms on the tasks.");
}

}  // namespace
}  // namespace lab
