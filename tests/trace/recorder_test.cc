#include "trace/recorder.h"

#include <gtest/gtest.h>

#include <thread>

namespace lab {
namespace {

TEST(Recorder, KeepsStatesAndMarksInTheirOrder) {
  Recorder lane(8);
  lane.EnterAt(10, EventKind::kWaitingForTask);
  lane.EnterAt(20, EventKind::kRunning);
  lane.MarkTask(20, EventKind::kTaskBegun, 3);
  lane.EnterMessageAt(30, EventKind::kSending, 1, 64);
  const std::vector<Event> expected = {
      {.at = 10, .kind = EventKind::kWaitingForTask},
      {.at = 20, .kind = EventKind::kRunning},
      {.at = 20, .value = 3, .kind = EventKind::kTaskBegun},
      {.at = 30, .value = 64, .peer = 1, .kind = EventKind::kSending}};
  EXPECT_EQ(std::vector<Event>(lane.events().begin(), lane.events().end()), expected);
}

TEST(Recorder, TheSameStateIsNotEnteredTwiceButEveryMessageCounts) {
  Recorder lane(8);
  lane.EnterAt(10, EventKind::kRunning);
  lane.EnterAt(20, EventKind::kRunning);
  lane.EnterMessageAt(30, EventKind::kSending, 0, 1);
  lane.EnterMessageAt(40, EventKind::kSending, 1, 1);
  EXPECT_EQ(lane.events().size(), 3u);
}

TEST(Recorder, CountsWhatItCannotKeep) {
  Recorder lane(2);
  for (int task = 0; task < 5; ++task) lane.MarkTask(task, EventKind::kTaskBegun, task);
  EXPECT_EQ(lane.events().size(), 2u);
  EXPECT_EQ(lane.lost(), 3u);
  lane.Clear();
  lane.MarkTask(9, EventKind::kTaskBegun, 9);
  EXPECT_EQ(lane.events().size(), 1u);
  EXPECT_EQ(lane.lost(), 0u);
}

TEST(Recorder, StampsNeverRunBackwards) {
  Recorder lane(8);
  lane.EnterAt(20, EventKind::kRunning);
  lane.EnterAt(10, EventKind::kBlocked);
  EXPECT_EQ(lane.events()[1].at, 20);
}

TEST(Recorder, AnEffectIsNotStampedBeforeItsCause) {
  Recorder lane(8);
  const Nanoseconds cause = Now() + 1'000'000'000;  // by a clock that is far ahead
  lane.EnterAfter(cause, EventKind::kRunning);
  EXPECT_EQ(lane.events()[0].at, cause);
  EXPECT_GT(lane.disorder(), 900'000'000);
  Recorder other(8);
  other.EnterAfter(Now(), EventKind::kRunning);
  EXPECT_EQ(other.disorder(), 0) << "one clock does not contradict itself";
}

TEST(Recorder, WithoutRoomNothingIsRecorded) {
  Recorder::Silent().Enter(EventKind::kRunning);
  Recorder::Silent().Mark(EventKind::kAskedToDrop, 0);
  EXPECT_FALSE(Recorder::Silent().on());
  EXPECT_TRUE(Recorder::Silent().events().empty());
  EXPECT_EQ(Recorder::Silent().lost(), 0u);
}

// What a reader sees while the lane is being written is whole.
TEST(Recorder, CanBeReadWhileItIsWritten) {
  constexpr int kEvents = 200'000;
  Recorder lane(kEvents);
  std::thread writer([&] {
    for (int at = 0; at < kEvents; ++at) lane.MarkTask(at, EventKind::kTaskBegun, at);
  });
  for (size_t seen = 0; seen < kEvents;) {
    const std::span<const Event> events = lane.events();
    for (; seen < events.size(); ++seen) ASSERT_EQ(events[seen].value, events[seen].at);
  }
  writer.join();
}

}  // namespace
}  // namespace lab
