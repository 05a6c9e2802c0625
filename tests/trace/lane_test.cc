#include "trace/lane.h"

#include <gtest/gtest.h>

namespace lab {
namespace {

TaskSpan Task(Nanoseconds begin, Nanoseconds end) {
  return {.task = 0, .begin = begin, .end = end};
}

TEST(Makespan, IsFromTheFirstBeginToTheLastEnd) {
  std::vector<Lane> lanes(2);
  lanes[0].Add(Task(2'000'000'000, 3'000'000'000));
  lanes[1].Add(Task(1'500'000'000, 2'500'000'000));
  EXPECT_DOUBLE_EQ(Makespan(lanes), 1.5);
}

TEST(Makespan, LeavesOutIdleLanes) {
  std::vector<Lane> lanes(2);
  lanes[0].Add(Task(1'000'000'000, 2'000'000'000));
  EXPECT_DOUBLE_EQ(Makespan(lanes), 1.0);
  EXPECT_EQ(Makespan({}), 0);
}

TEST(WarmStartup, IsFromAskingUntilTheLastLaneBegan) {
  std::vector<Lane> lanes(3);
  lanes[0].Add(Task(1'500'000'000, 9'000'000'000));
  lanes[1].Add(Task(2'250'000'000, 2'500'000'000));
  lanes[1].Add(Task(3'000'000'000, 4'000'000'000));
  EXPECT_DOUBLE_EQ(WarmStartup(lanes, 1'000'000'000), 1.25)
      << "whatever else the lanes did, and whoever got nothing to do";
}

TEST(WarmStartup, IsNothingWithoutTasks) {
  EXPECT_EQ(WarmStartup({}, 1'000'000'000), 0);
  EXPECT_EQ(WarmStartup(std::vector<Lane>(2), 1'000'000'000), 0);
}

TEST(Lane, IsBusyWhileItIsInTasks) {
  Lane lane(1);
  EXPECT_EQ(lane.busy(), 0);
  lane.Add(Task(10, 30));
  lane.Add(Task(100, 105));
  EXPECT_EQ(lane.busy(), 25) << "also in tasks that were not kept";
}

TEST(Lane, CountsWhatItCannotKeepAndStillKnowsItsExtent) {
  Lane lane(2);
  for (Nanoseconds at = 0; at < 5; ++at) lane.Add(Task(at, at + 1));
  EXPECT_EQ(lane.tasks().size(), 2u);
  EXPECT_EQ(lane.lost(), 3u);
  EXPECT_EQ(lane.first_begin(), 0);
  EXPECT_EQ(lane.last_end(), 5);
}

}  // namespace
}  // namespace lab
