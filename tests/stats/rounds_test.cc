#include "stats/rounds.h"

#include <gtest/gtest.h>

namespace lab {
namespace {

TEST(ChooseRounds, LeavesOutThoseInWhichOthersTookMore) {
  const std::vector<RoundLoad> loads = {0.0, 0.12, 0.13, 1.0, {}, 0.05};
  const RoundChoice choice = ChooseRounds(loads);
  EXPECT_EQ(choice.counts, (std::vector<bool>{true, true, false, false, true, true}));
  EXPECT_FALSE(choice.all_disturbed);
  EXPECT_NEAR(choice.others.value(), (0 + 0.12 + 0.05) / 3, 1e-12);
  EXPECT_EQ(QuietRounds(loads), 4);
}

TEST(ChooseRounds, CountsAllWhereTooFewWereQuiet) {
  const std::vector<RoundLoad> loads = {0.0, 0.5, 0.7, 0.1};
  const RoundChoice choice = ChooseRounds(loads);
  EXPECT_TRUE(choice.all_disturbed);
  EXPECT_EQ(choice.counts, std::vector<bool>(4, true));
  EXPECT_NEAR(choice.others.value(), 1.3 / 4, 1e-12);
  EXPECT_FALSE(ChooseRounds(loads, 2).all_disturbed);
}

TEST(ChooseRounds, WantsNoMoreThanThereAre) {
  EXPECT_FALSE(ChooseRounds(std::vector<RoundLoad>{0.0}).all_disturbed);
  EXPECT_TRUE(ChooseRounds(std::vector<RoundLoad>{0.3}).all_disturbed);
  EXPECT_FALSE(ChooseRounds({}).all_disturbed);
  EXPECT_FALSE(ChooseRounds(std::vector<RoundLoad>(3)).others) << "nothing tells";
}

// Two workers with a task each, which takes a second, or longer.
TrialLoad Trial(double task_s) {
  return {.task_s = task_s, .busy_s = 2 * task_s, .makespan_s = task_s};
}

TEST(LoadsFromTasks, FindsTheCoresThatTasksLost) {
  const std::vector<std::vector<TrialLoad>> models = {
      {Trial(1), Trial(1.01), Trial(2), Trial(1), Trial(1.02)}};
  const std::vector<RoundLoad> loads = LoadsFromTasks(models);
  ASSERT_EQ(loads.size(), 5u);
  EXPECT_EQ(loads[0], 0);
  EXPECT_EQ(loads[1], 0) << "a hundredth is nobody's doing";
  EXPECT_NEAR(loads[2].value(), 1, 1e-9) << "two workers had half of two cores";
}

TEST(LoadsFromTasks, HoldsEachModelAgainstItself) {
  // The second model's tasks always take longer: they share something, and nobody disturbs them.
  const std::vector<std::vector<TrialLoad>> models = {std::vector(6, Trial(1)),
                                                      std::vector(6, Trial(1.8))};
  for (const RoundLoad& load : LoadsFromTasks(models)) EXPECT_EQ(load, 0);
}

TEST(LoadsFromTasks, TakesNoiseThatAllRoundsHaveForNoLoad) {
  const std::vector<std::vector<TrialLoad>> models = {
      {Trial(1), Trial(1.3), Trial(1.4), Trial(1.2), Trial(1.5), Trial(1.1)}};
  for (const RoundLoad& load : LoadsFromTasks(models)) EXPECT_EQ(load, 0);
}

TEST(LoadsFromTasks, KnowsNothingFromAFewRounds) {
  const std::vector<std::vector<TrialLoad>> models = {{Trial(1), Trial(5), Trial(1)}};
  for (const RoundLoad& load : LoadsFromTasks(models)) EXPECT_FALSE(load);
  EXPECT_TRUE(LoadsFromTasks({}).empty());
}

TEST(Hedged, HasRoomForWhatOthersCouldTake) {
  const Estimate tight = {.ratio = 1.9, .low = 1.88, .high = 1.92, .confidence = 0.95};
  const Estimate two_of_two = Hedged(tight, 0.4, 2, 2);
  EXPECT_EQ(two_of_two.ratio, 1.9);
  EXPECT_NEAR(two_of_two.high, 1.92 * 1.4, 1e-12);
  EXPECT_EQ(two_of_two.low, 1.88) << "the sequential worker had the other core";
  EXPECT_EQ(Hedged(tight, 1, 2, 16).high, 1.92) << "there are cores to spare";
  EXPECT_NEAR(Hedged(tight, 1, 16, 16).high, 1.92 * 2, 1e-12);
  EXPECT_NEAR(Hedged(tight, 0.3, 4, 1).high, 1.92 * 1.3, 1e-12);
  EXPECT_NEAR(Hedged(tight, 0.3, 4, 1).low, 1.88 / 1.3, 1e-12) << "one core for all";
}

TEST(Precise, WantsEveryIntervalWithinThatShareOfItsRatio) {
  const auto within = [](double ratio, double half) {
    return Estimate{.ratio = ratio, .low = ratio - half, .high = ratio + half, .confidence = 0.95};
  };
  EXPECT_TRUE(Precise(std::vector{within(1, 0.019), within(4, 0.079)}, 2));
  EXPECT_FALSE(Precise(std::vector{within(1, 0.019), within(4, 0.081)}, 2));
  EXPECT_FALSE(Precise(std::vector{Estimate{.ratio = 1, .low = 1, .high = 1, .confidence = 0}}, 2))
      << "one round has no interval";
}

}  // namespace
}  // namespace lab
