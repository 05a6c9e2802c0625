#include "stats/timeline.h"

#include <gtest/gtest.h>

namespace lab {
namespace {

using enum EventKind;

Event At(Nanoseconds at, EventKind kind, int16_t peer = kNoLane, int32_t value = 0) {
  return {.at = at, .value = value, .peer = peer, .kind = kind};
}

// Two threads: 0 runs, 1 waits and asks, they change places at 10, and at 20 thread 0 is blocked
// until 25.
Trace TwoThreads() {
  return {
      .length = 30,
      .gil = true,
      .lanes = {{.name = "thread 1",
                 .events = {At(0, kWaitingForTask), At(1, kRunning), At(1, kTaskBegun, kNoLane, 7),
                            At(10, kWaitingForGil), At(20, kRunning), At(20, kBlocked),
                            At(25, kRunning), At(28, kTaskDone, kNoLane, 7), At(28, kEnded)}},
                {.name = "thread 2",
                 .events = {At(0, kWaitingForGil), At(6, kAskedToDrop, 0), At(11, kRunning),
                            At(20, kEnded)}}}};
}

TEST(Spans, FollowEachOtherUpToTheEnd) {
  const Trace trace = TwoThreads();
  const std::vector<Span> spans = SpansOf(trace.lanes[0], trace.length);
  ASSERT_EQ(spans.size(), 7u);
  EXPECT_EQ(spans.front().begin, 0);
  EXPECT_EQ(spans.back().end, 30);
  for (size_t at = 1; at < spans.size(); ++at) EXPECT_EQ(spans[at].begin, spans[at - 1].end);
}

TEST(Spans, OfALaneThatLostEventsEndWhereTheRecordEnds) {
  LaneTrace lane = {.events = {At(0, kRunning), At(10, kBlocked)}, .lost = 3};
  EXPECT_EQ(SpansOf(lane, 100).back().end, 10);
  lane.lost = 0;
  EXPECT_EQ(SpansOf(lane, 100).back().end, 100);
}

TEST(Spans, AreFoundByAnInstant) {
  const Trace trace = TwoThreads();
  for (const LaneTrace& lane : trace.lanes) {
    for (const Span& span : SpansOf(lane, trace.length)) {
      for (Nanoseconds at = span.begin; at < span.end; ++at) {
        const std::optional<Span> found = SpanAt(lane, trace.length, at);
        ASSERT_TRUE(found) << at;
        EXPECT_EQ(found->state, span.state) << at;
        EXPECT_EQ(found->begin, span.begin);
        EXPECT_EQ(found->end, span.end);
      }
    }
  }
  EXPECT_FALSE(SpanAt(trace.lanes[0], trace.length, -1));
  EXPECT_FALSE(SpanAt(trace.lanes[0], trace.length, 30));
  EXPECT_FALSE(SpanAt({.events = {At(0, kRunning), At(10, kBlocked)}, .lost = 3}, 100, 20))
      << "nothing is known there";
}

TEST(Tasks, HaveTheirBeginAndEnd) {
  const std::vector<TaskOnLane> tasks = TasksOf(TwoThreads().lanes[0], 30);
  ASSERT_EQ(tasks.size(), 1u);
  EXPECT_EQ(tasks[0].task, 7);
  EXPECT_EQ(tasks[0].begin, 1);
  EXPECT_EQ(tasks[0].end, 28);
  EXPECT_EQ(TasksOf({.events = {At(5, kTaskBegun)}}, 30).front().end, 30)
      << "one that is under way lasts until now";
}

TEST(Holds, AreWhoRanUnderTheGil) {
  Trace trace = TwoThreads();
  const std::vector<Hold> holds = HoldsOf(trace);
  ASSERT_EQ(holds.size(), 4u);
  EXPECT_EQ(holds[1].lane, 1);
  EXPECT_EQ(holds[1].begin, 11);
  for (size_t at = 1; at < holds.size(); ++at) EXPECT_LE(holds[at - 1].end, holds[at].begin);
  trace.gil = false;
  EXPECT_TRUE(HoldsOf(trace).empty());
}

// Thread 2 takes the lock and lets it go within the tick of the clock in which thread 1 goes on.
TEST(Holds, ThatBeginAtTheSameTickAreInTheOrderInWhichTheLockChangedHands) {
  for (const bool swapped : {false, true}) {
    Trace trace = {.length = 20,
                   .gil = true,
                   .lanes = {{.name = "thread 1",
                              .events = {At(0, kRunning), At(5, kWaitingForGil), At(5, kRunning),
                                         At(20, kEnded)}},
                             {.name = "thread 2",
                              .events = {At(0, kBlocked), At(1, kWaitingForGil), At(5, kRunning),
                                         At(5, kBlocked), At(20, kEnded)}}}};
    if (swapped) std::swap(trace.lanes[0], trace.lanes[1]);
    const std::vector<Hold> holds = HoldsOf(trace);
    ASSERT_EQ(holds.size(), 3u);
    EXPECT_EQ(trace.lanes[static_cast<size_t>(holds[1].lane)].name, "thread 2");
    EXPECT_EQ(holds[2].begin, 5);
    EXPECT_EQ(holds[2].end, 20);
    const std::vector<HandOff> handoffs = HandOffsOf(trace);
    ASSERT_EQ(handoffs.size(), 2u);
    EXPECT_EQ(handoffs[0].waited, 4);
    EXPECT_EQ(handoffs[1].waited, 0);
  }
}

TEST(HandOffs, SayWhoWaitedForHowLongAndWhoAsked) {
  const std::vector<HandOff> handoffs = HandOffsOf(TwoThreads());
  ASSERT_EQ(handoffs.size(), 2u) << "the same thread again is no hand-off";
  EXPECT_EQ(handoffs[0].at, 11);
  EXPECT_EQ(handoffs[0].from, 0);
  EXPECT_EQ(handoffs[0].to, 1);
  EXPECT_EQ(handoffs[0].waited, 11);
  EXPECT_EQ(handoffs[0].asked, 6);
  EXPECT_EQ(handoffs[0].asked_by, 1);
  EXPECT_EQ(handoffs[1].asked, -1) << "thread 2 had done its work";
  EXPECT_EQ(handoffs[1].waited, 10);
}

TEST(Messages, ArePairedInTheirOrder) {
  const Trace trace = {
      .length = 100,
      .lanes = {{.name = "process 1",
                 .events = {At(0, kWaitingForTask), At(12, kReceiving, 1, 95), At(20, kRunning),
                            At(60, kSending, 1, 40), At(61, kReceiving, 1, 96)}},
                {.name = "engine",
                 .worker = false,
                 .events = {At(0, kRunning), At(2, kSending, 0, 95), At(3, kSending, 0, 96),
                            At(70, kReceiving, 0, 40)}}}};
  const std::vector<Message> messages = MessagesOf(trace);
  ASSERT_EQ(messages.size(), 3u);
  EXPECT_EQ(messages[0].sent, 2);
  EXPECT_EQ(messages[0].received, 12);
  EXPECT_EQ(messages[1].received, 61);
  EXPECT_EQ(messages[2].from, 0);
  EXPECT_EQ(messages[2].received, 70);
}

TEST(Shares, AddUpToTheWhole) {
  const Trace trace = TwoThreads();
  const LaneShares shares = SharesOf(TimeOf(SpansOf(trace.lanes[0], trace.length)), trace.length);
  EXPECT_DOUBLE_EQ(shares.busy, 12.0 / 30);
  EXPECT_DOUBLE_EQ(shares.waiting, 10.0 / 30);
  EXPECT_DOUBLE_EQ(shares.blocked, 5.0 / 30);
  EXPECT_DOUBLE_EQ(shares.busy + shares.waiting + shares.blocked + shares.messages + shares.idle,
                   1);
}

TEST(Utilisation, CountsTheLanesThatRun) {
  Trace trace = TwoThreads();
  for (const UtilisationStep& step : UtilisationOf(trace))
    EXPECT_LE(step.running, 1) << "under the GIL, at " << step.at;
  EXPECT_EQ(UtilisationOf(trace, {kBlocked}).back().at, 25)
      << "where the only blocked lane goes on";
  const std::vector<Nanoseconds> together = TimeTogether(trace, {kRunning, kWaitingForGil});
  ASSERT_EQ(together.size(), 3u);
  EXPECT_EQ(together[2], 19) << "both were ready from 1 to 20";
  EXPECT_EQ(together[0] + together[1] + together[2], 30);
}

}  // namespace
}  // namespace lab
