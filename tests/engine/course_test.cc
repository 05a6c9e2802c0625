#include "engine/course.h"

#include <gtest/gtest.h>

#include <cmath>

#include "experiment/presets.h"

namespace lab {
namespace {

constexpr double kBudgetS = 10;

Experiment LeftToPlan() {
  Experiment experiment = MakeExperiment(ExperimentKind::kCount);
  experiment.left_to_plan.repetitions = true;
  return experiment;
}

Experiment Typed(int repetitions, bool time_too = false) {
  Experiment experiment = MakeExperiment(ExperimentKind::kCount);
  experiment.left_to_plan.repetitions = false;
  experiment.left_to_plan.time_budget = !time_too;
  experiment.repetitions = repetitions;
  return experiment;
}

// Rounds of half a second that begin two seconds after the run was asked for.
class CourseOfRounds : public testing::Test {
 protected:
  void Begin(const Experiment& experiment, int planned_rounds, double budget_s = kBudgetS,
             bool fits = true) {
    course_.emplace(experiment, budget_s);
    course_->SetPlan({.experiment = experiment,
                      .rounds = planned_rounds,
                      .seconds = 0.5 * planned_rounds,
                      .fits = fits},
                     now_s_);
    course_->BeginRounds(now_s_);
  }
  void Round(const Course::Known& known) {
    course_->BeginRound();
    now_s_ += 0.5;
    course_->EndRound(now_s_, known);
  }
  std::optional<Stop> Why() const { return course_->WhyStop(now_s_); }
  double Left() const { return course_->SecondsLeft(now_s_); }

  double now_s_ = 2;
  std::optional<Course> course_;
};

TEST_F(CourseOfRounds, ThePlanTellsBeforeARoundHasEnded) {
  Begin(Typed(6), 6);
  EXPECT_DOUBLE_EQ(Left(), 3);
  EXPECT_EQ(course_->RoundsToGo(), 6);
  EXPECT_EQ(course_->BeginRound(), 0);
  now_s_ += 0.2;
  EXPECT_DOUBLE_EQ(Left(), 5 * 0.5 + 0.3) << "what is left of the first, and five more";
  now_s_ += 1;
  EXPECT_DOUBLE_EQ(Left(), 5 * 0.5)
      << "a round that takes longer than planned has nothing left of it, and not less";
}

TEST_F(CourseOfRounds, RoundsThatTakeLongerThanPlannedTell) {
  Begin(Typed(6), 6);
  course_->BeginRound();
  now_s_ += 1;
  course_->EndRound(now_s_, {.quiet = 1});
  EXPECT_DOUBLE_EQ(Left(), 5);
}

TEST_F(CourseOfRounds, DisturbedOnesAreMadeAgain) {
  Begin(Typed(4), 4);
  Round({.quiet = 1});
  Round({.quiet = 1});
  EXPECT_EQ(course_->RoundsToGo(), 3);
  EXPECT_EQ(Why(), std::nullopt);
  for (int quiet = 2; quiet <= 4; ++quiet) Round({.quiet = quiet});
  EXPECT_EQ(Why(), Stop::kRepetitions);
}

TEST_F(CourseOfRounds, OneThatIsDroppedHasNeverBeen) {
  Begin(Typed(4), 4);
  Round({.quiet = 1});
  course_->BeginRound();
  now_s_ += 3;
  course_->DropRound(now_s_);
  EXPECT_EQ(course_->begun(), 1);
  EXPECT_EQ(course_->RoundsToGo(), 3);
  EXPECT_DOUBLE_EQ(Left(), 3 * 0.5) << "it does not count as a round that took long";
  EXPECT_EQ(course_->BeginRound(), 1) << "the same trials once more";
}

TEST_F(CourseOfRounds, OfTypedRepetitionsAtMostTwiceAsMany) {
  Begin(Typed(3), 3, 1000);
  for (int round = 0; round < 5; ++round) Round({.quiet = 0});
  EXPECT_EQ(Why(), std::nullopt);
  Round({.quiet = 0});
  EXPECT_EQ(Why(), Stop::kRepetitions);
}

TEST_F(CourseOfRounds, TypedRepetitionsCountForMoreThanABudgetThatWasNotTyped) {
  Begin(Typed(40), 40);
  for (int round = 1; round < 40; ++round) Round({.quiet = round});
  EXPECT_GT(now_s_, kBudgetS);
  EXPECT_EQ(Why(), std::nullopt);
}

TEST_F(CourseOfRounds, ATypedBudgetEndsThemAfterOneAtLeast) {
  Begin(Typed(40, /*time_too=*/true), 40, 2.1);
  EXPECT_EQ(Why(), std::nullopt);
  Round({.quiet = 1});
  EXPECT_EQ(Why(), Stop::kTime);
}

TEST_F(CourseOfRounds, ItStopsWhenItKnowsEnoughOfEnoughQuietRounds) {
  Begin(LeftToPlan(), 14);
  for (int round = 1; round < kFewestToStop; ++round)
    Round({.quiet = round, .enough = true, .needed = 2});
  EXPECT_EQ(Why(), std::nullopt);
  Round({.quiet = kFewestToStop, .enough = true, .needed = 2});
  EXPECT_EQ(Why(), Stop::kPrecise);
}

TEST_F(CourseOfRounds, AnotherRoundMustFitIntoTheBudget) {
  Begin(LeftToPlan(), 14);
  // The last one that ends before 9.7 - 0.525 s.
  while (now_s_ < 9) {
    EXPECT_EQ(Why(), std::nullopt) << now_s_;
    Round({.quiet = 0});
  }
  EXPECT_EQ(Why(), std::nullopt);
  Round({.quiet = 0});
  EXPECT_EQ(Why(), Stop::kTime);
}

TEST_F(CourseOfRounds, TheSpreadTellsHowManyAreStillToCome) {
  Begin(LeftToPlan(), 14);
  for (int round = 1; round <= 3; ++round) Round({.quiet = round, .needed = 7});
  // Three rounds tell a spread to within a half, 1 / sqrt(2 * 2): as many as 10.5.
  EXPECT_EQ(course_->RoundsToGo(), 10 - 3);
  EXPECT_DOUBLE_EQ(Left(), 0.5 * (10 - 3));
  Round({.quiet = 4, .needed = 1});
  EXPECT_EQ(course_->RoundsToGo(), kFewestToStop - 4) << "fewer never stop";
  Round({.quiet = 5, .needed = 1000});
  // 9.7 - 4.5 s hold nine rounds of 0.525.
  EXPECT_EQ(course_->RoundsToGo(), 9);
}

TEST_F(CourseOfRounds, OnesThatCannotBeToldAreHalfOfWhatIsAffordable) {
  Begin(LeftToPlan(), 14);
  Round({.quiet = 1});
  // 13 more could be had: (8 + 14) / 2 in all.
  EXPECT_EQ(course_->RoundsToGo(), 11 - 1);
}

TEST_F(CourseOfRounds, DisturbedOnesComeOnTopOfThoseThatTheSpreadAsksFor) {
  Begin(LeftToPlan(), 14);
  for (const int quiet : {1, 1, 2, 3}) Round({.quiet = quiet, .needed = 6});
  // Nine quiet ones, 6 * (1 + 1/2), of which three are there.
  EXPECT_EQ(course_->RoundsToGo(), 9 - 3);
}

TEST_F(CourseOfRounds, WhatDoesNotFitTakesWhatItTakes) {
  Begin(LeftToPlan(), kFewestRounds, 1, /*fits=*/false);
  EXPECT_DOUBLE_EQ(Left(), 0.5 * kFewestRounds);
  EXPECT_EQ(Why(), std::nullopt) << "the fewest rounds are made whatever time they take";
  for (int round = 1; round <= kFewestRounds; ++round) Round({.quiet = round});
  EXPECT_EQ(Why(), Stop::kTime);
}

TEST_F(CourseOfRounds, WithoutALimitOfTimeTheMostRoundsAreTheLimit) {
  Begin(LeftToPlan(), kMostRounds, HUGE_VAL);
  EXPECT_DOUBLE_EQ(Left(), 0.5 * kMostRounds);
  for (int round = 1; round < kMostRounds; ++round) Round({.quiet = round, .needed = 1000});
  EXPECT_EQ(Why(), std::nullopt);
  Round({.quiet = kMostRounds, .needed = 1000});
  EXPECT_EQ(Why(), Stop::kRepetitions);
}

}  // namespace
}  // namespace lab
