#include "engine/pace_finder.h"

#include <gtest/gtest.h>

#include "experiment/presets.h"

namespace lab {
namespace {

// Lets it time tasks on a machine of that speed until it is content; returns how many.
int Find(PaceFinder& finder, double iterations_per_s) {
  int trials = 0;
  while (finder.Unsettled() && trials < 100) {
    finder.TakeIn(static_cast<double>(finder.Trial().front().size) / iterations_per_s);
    ++trials;
  }
  return trials;
}

TEST(PaceFinder, FindsTheSpeedOfAnyMachine) {
  for (const double speed : {1e6, 1e9, 1e11}) {
    PaceFinder finder(MakeExperiment(ExperimentKind::kCount), 1e-7);
    EXPECT_LE(Find(finder, speed), 8) << speed;
    EXPECT_NEAR(finder.iterations_per_s() / speed, 1, 1e-9);
  }
}

TEST(PaceFinder, TheFastestOfThreeTells) {
  PaceFinder finder(MakeExperiment(ExperimentKind::kHeavy), 1e-7);
  EXPECT_EQ(finder.Trial().front().kind, TaskKind::kHeavy);
  finder.TakeIn(0.02);
  finder.TakeIn(0.01);
  EXPECT_TRUE(finder.Unsettled());
  finder.TakeIn(0.03);
  EXPECT_FALSE(finder.Unsettled()) << "others had the core for a moment";
  EXPECT_EQ(finder.iterations_per_s(), static_cast<double>(finder.Trial().front().size) / 0.01);
}

TEST(PaceFinder, ACoarseClockWantsManySteps) {
  PaceFinder finder(MakeExperiment(ExperimentKind::kCount), 0.0167);
  Find(finder, 1e9);
  EXPECT_GE(static_cast<double>(finder.Trial().front().size), 0.167e9);
  EXPECT_LE(static_cast<double>(finder.Trial().front().size), 0.3e9) << "three of them are enough";
}

TEST(PaceFinder, AClockThatSeesNothingEndsIt) {
  PaceFinder finder(MakeExperiment(ExperimentKind::kCount), 1e-7);
  int trials = 0;
  for (; finder.Unsettled(); ++trials) finder.TakeIn(0);
  EXPECT_EQ(trials, 20);
  EXPECT_GT(finder.iterations_per_s(), 0);
}

TEST(PaceFinder, WhatOnlyWaitsHasNone) {
  EXPECT_FALSE(PaceFinder(MakeExperiment(ExperimentKind::kDownloads), 1e-7).Unsettled());
}

}  // namespace
}  // namespace lab
