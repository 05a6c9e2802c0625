#include "stats/capacity.h"

#include <gtest/gtest.h>

namespace lab {
namespace {

// A lane of tasks that take so many milliseconds.
Lane LaneOf(const std::vector<double>& milliseconds) {
  Lane lane;
  Nanoseconds at = 0;
  for (const double each : milliseconds) {
    const Nanoseconds end = at + static_cast<Nanoseconds>(each * 1e6);
    lane.Add({.task = 0, .begin = at, .end = end});
    at = end;
  }
  return lane;
}

std::vector<Lane> Lanes(int count, const std::vector<double>& milliseconds) {
  return std::vector<Lane>(static_cast<size_t>(count), LaneOf(milliseconds));
}

constexpr double kFineStep = 1e-6;
const std::vector<double> kOneMillisecondEach(20, 1.0);

// Every fourth task loses its core for as long as it takes itself, and more.
std::vector<double> Stolen(double extra) {
  std::vector<double> tasks = kOneMillisecondEach;
  for (size_t at = 0; at < tasks.size(); at += 4) tasks[at] += extra;
  return tasks;
}

TEST(Capacity, OfAQuietMachineIsItsCores) {
  const Capacity capacity =
      CapacityOf(std::vector{Lanes(1, kOneMillisecondEach), Lanes(2, kOneMillisecondEach),
                             Lanes(4, Stolen(4))},
                 kFineStep);
  EXPECT_NEAR(capacity.cores, 2, 1e-9);
  EXPECT_NEAR(capacity.stolen, 0, 1e-9);
  EXPECT_NEAR(capacity.unit_s, 0.001, 1e-9);
}

TEST(Capacity, OthersTakeTheirShareOfIt) {
  const Capacity capacity =
      CapacityOf(std::vector{Lanes(1, kOneMillisecondEach), Lanes(2, Stolen(2))}, kFineStep);
  EXPECT_NEAR(capacity.cores, 2 / 1.5, 1e-9);
  EXPECT_NEAR(capacity.stolen, 0, 1e-9)
      << "one lane of the one core that is left was not disturbed";
  const Capacity busy =
      CapacityOf(std::vector{Lanes(1, Stolen(2)), Lanes(2, Stolen(4))}, kFineStep);
  EXPECT_NEAR(busy.stolen, 1 - 1 / 1.5, 1e-9);
}

TEST(Capacity, CoresThatGetSlowerTogetherAreNoTheft) {
  const std::vector<double> slower(20, 1.5);
  const Capacity capacity =
      CapacityOf(std::vector{Lanes(1, kOneMillisecondEach), Lanes(2, kOneMillisecondEach),
                             Lanes(3, slower), Lanes(4, slower)},
                 kFineStep);
  EXPECT_NEAR(capacity.cores, 4 / 1.5, 1e-9);
  EXPECT_NEAR(capacity.stolen, 0, 1e-9);
}

// As a clock sees them that counts in steps of so many milliseconds.
Lane Seen(const Lane& lane, double step_ms) {
  const auto step = static_cast<Nanoseconds>(step_ms * 1e6);
  Lane seen;
  for (const TaskSpan& task : lane.tasks())
    seen.Add({.task = task.task, .begin = task.begin / step * step, .end = task.end / step * step});
  return seen;
}

TEST(Capacity, IsSeenByAClockThatTimesNoTaskByItself) {
  const std::vector<double> tasks(12, 21.0);
  std::vector<Lane> one = {Seen(LaneOf(tasks), 16.7)};
  std::vector<Lane> two = {one[0], one[0]};
  const Capacity quiet = CapacityOf(std::vector{one, two}, 0.0167);
  EXPECT_NEAR(quiet.cores, 2, 0.1);
  EXPECT_LT(quiet.stolen, kMostStolen);
  EXPECT_NEAR(quiet.unit_s, 0.021, 0.002);
  std::vector<double> half = tasks;
  for (double& each : half) each *= 2;
  const Capacity shared =
      CapacityOf(std::vector{one, {Seen(LaneOf(half), 16.7), Seen(LaneOf(half), 16.7)}}, 0.0167);
  EXPECT_NEAR(shared.cores, 1, 0.1);
}

TEST(Capacity, OfTasksThatTheClockGivesNoLengthIsUnknown) {
  const std::vector<double> none(12, 0.0);
  const Capacity capacity = CapacityOf(std::vector{Lanes(1, none), Lanes(2, none)}, 0.0167);
  EXPECT_EQ(capacity.unit_s, 0);
  EXPECT_EQ(capacity.stolen, 0);
}

TEST(Capacity, OfATrialWithALaneOfNoLengthNothingIsTaken) {
  const std::vector<double> none(12, 0.0);
  const std::vector<double> tasks(12, 20.0);
  const Capacity capacity = CapacityOf(
      std::vector<std::vector<Lane>>{
          {LaneOf(tasks)}, {LaneOf(none), LaneOf(tasks)}, Lanes(4, std::vector<double>(12, 40.0))},
      0.0167);
  EXPECT_NEAR(capacity.unit_s, 0.02, 1e-9);
  EXPECT_NEAR(capacity.cores, 2, 1e-9)
      << "so the trial with two lanes is the one that would tell what others took";
  EXPECT_EQ(capacity.stolen, 0)
      << "nobody saw that anything was taken from the lane that has no length";
  EXPECT_EQ(
      CapacityOf(std::vector<std::vector<Lane>>{{LaneOf(none), LaneOf(tasks)}}, 0.0167).unit_s, 0);
  EXPECT_EQ(CapacityOf(std::vector<std::vector<Lane>>{{LaneOf({50.0})}}, 0.0167).unit_s, 0)
      << "three steps";
}

TEST(LaneSteps, TryEveryNumberUpToFourThenThirds) {
  EXPECT_EQ(LaneSteps(1), std::vector<int>{1});
  EXPECT_EQ(LaneSteps(2), (std::vector<int>{1, 2}));
  EXPECT_EQ(LaneSteps(4), (std::vector<int>{1, 2, 3, 4}));
  EXPECT_EQ(LaneSteps(16), (std::vector<int>{1, 2, 3, 4, 6, 8, 11, 15, 16}));
  EXPECT_EQ(LaneSteps(256), (std::vector<int>{1, 2, 3, 4, 6, 8, 11, 15, 20, 40, 80, 160, 256}));
}

TEST(Capacity, AgreesWithAnotherToWithinATenth) {
  const Capacity four = {.cores = 4, .unit_s = 0.001};
  EXPECT_TRUE(AgreeOnCores(four, {.cores = 4.39, .unit_s = 0.001}));
  EXPECT_TRUE(AgreeOnCores(four, {.cores = 3.61, .unit_s = 0.001}));
  EXPECT_FALSE(AgreeOnCores(four, {.cores = 4.41, .unit_s = 0.001}));
  EXPECT_FALSE(AgreeOnCores({.cores = 4}, four)) << "it was never made";
}

}  // namespace
}  // namespace lab
