#include "experiment/time_plan.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/clock_steps.h"
#include "experiment/plan.h"
#include "experiment/presets.h"
#include "experiment/settings.h"

namespace lab {
namespace {

constexpr Pace kTwoCores = {.iterations_per_s = 1e9, .cores = 2, .timer_step_s = 1e-7};

Experiment Of(ExperimentKind kind, int workers, int tasks) {
  Experiment experiment = MakeExperiment(kind);
  experiment.workers = workers;
  experiment.tasks = tasks;
  return experiment;
}

TEST(TimeBudget, IsTenSecondsUnlessItWasTyped) {
  Experiment experiment = MakeExperiment(ExperimentKind::kCount);
  EXPECT_EQ(TimeBudget(experiment, false), 10);
  EXPECT_EQ(TimeBudget(experiment, true), 60);
  experiment.workers = 200;
  EXPECT_EQ(TimeBudget(experiment, false), 30);
  EXPECT_EQ(TimeBudget(WithSetting(experiment, "time-budget", "3").value(), true), 3);
  EXPECT_TRUE(std::isinf(TimeBudget(WithSetting(experiment, "time-budget", "0").value(), false)));
}

TEST(TrialSeconds, FollowFromWhoComputesAtTheSameTime) {
  Experiment count = Of(ExperimentKind::kCount, 4, 4);
  count.size = 100'000'000;
  EXPECT_NEAR(TrialSeconds(count, "sequential", kTwoCores), 0.4, 1e-9);
  EXPECT_NEAR(TrialSeconds(count, "threads-gil", kTwoCores), 0.4, 1e-9);
  EXPECT_NEAR(TrialSeconds(count, "threads-free", kTwoCores), 0.2, 1e-9);
  EXPECT_NEAR(RoundSeconds(count, kTwoCores), 1.2, 1e-9);
  Experiment downloads = Of(ExperimentKind::kDownloads, 5, 12);
  EXPECT_NEAR(TrialSeconds(downloads, "sequential", kTwoCores), 2.4, 1e-9);
  EXPECT_NEAR(TrialSeconds(downloads, "threads-gil", kTwoCores), 0.6, 1e-9)
      << "three after each other";
  downloads.urls = {"http://a/1", "http://a/2"};
  EXPECT_NEAR(TrialSeconds(downloads, "sequential", kTwoCores), 0.4, 1e-9);
}

TEST(TrialSeconds, OfAConvoyAreItsAnswers) {
  Experiment convoy = MakeExperiment(ExperimentKind::kConvoy);
  convoy.answers = 10;
  convoy.busy = 2;
  EXPECT_NEAR(TrialSeconds(convoy, "sequential", kTwoCores), 0.1, 1e-9);
  EXPECT_NEAR(TrialSeconds(convoy, "threads-gil", kTwoCores), 0.2, 1e-9)
      << "each waits for two switch intervals";
}

// Whatever is asked for, what is planned fits, and tasks are as long as clock and lock need.
TEST(PlanRun, FitsIntoTheTimeOnAnyMachine) {
  for (const ExperimentInfo& info : Experiments()) {
    for (const int cores : {1, 2, 16, 256}) {
      for (const int workers : {1, 2, 16}) {
        Experiment asked = Of(info.kind, workers, workers);
        asked.busy = workers - 1;
        const Pace pace = {
            .iterations_per_s = 1e9, .cores = static_cast<double>(cores), .timer_step_s = 1e-6};
        const TimePlan plan = PlanRun(asked, pace, 8.5);
        const std::string which = std::string(info.name) + " " + std::to_string(workers) +
                                  " workers, " + std::to_string(cores) + " cores";
        EXPECT_TRUE(plan.fits) << which << " takes " << plan.seconds;
        EXPECT_GE(plan.rounds, kFewestRounds) << which;
        EXPECT_LE(plan.rounds, kFewestToStop) << which;
        EXPECT_NEAR(plan.seconds, plan.rounds * RoundSeconds(plan.experiment, pace), 1e-9) << which;
        if (info.kind == ExperimentKind::kCount || info.kind == ExperimentKind::kHeavy)
          EXPECT_GE(TaskSeconds(plan.experiment, pace), 0.0195) << which;
      }
    }
  }
}

TEST(PlanRun, FillsFourFifthsOfTheTimeWithEightRounds) {
  const TimePlan plan = PlanRun(MakeExperiment(ExperimentKind::kCount), kTwoCores, 8);
  EXPECT_EQ(plan.rounds, kFewestToStop);
  EXPECT_NEAR(plan.seconds, 6.4, 0.3);
  EXPECT_EQ(plan.experiment.repetitions, kFewestToStop);
}

TEST(PlanRun, KeepsWhatWasTyped) {
  const Experiment count = MakeExperiment(ExperimentKind::kCount);
  const Experiment sized = WithSetting(count, "size", "12345").value();
  EXPECT_EQ(PlanRun(sized, kTwoCores, 8).experiment.size, 12345);
  const Experiment counted = WithSetting(count, "repetitions", "20").value();
  const TimePlan plan = PlanRun(counted, kTwoCores, 8);
  EXPECT_EQ(plan.rounds, 20);
  EXPECT_LE(plan.seconds, 8);
  const TimePlan short_one = PlanRun(WithSetting(count, "repetitions", "2").value(), kTwoCores, 8);
  EXPECT_EQ(short_one.rounds, 2);
  EXPECT_NEAR(short_one.seconds, 1.6, 0.1) << "two of the eight that there would be";
  Experiment fixed = count;
  fixed.calibrate = false;
  EXPECT_EQ(PlanRun(fixed, kTwoCores, 8).experiment.size, count.size);
}

TEST(PlanRun, SaysWhatDoesNotFit) {
  Experiment downloads = Of(ExperimentKind::kDownloads, 5, 200);
  downloads = WithSetting(downloads, "latency", "200").value();
  const TimePlan plan = PlanRun(downloads, kTwoCores, 8);
  EXPECT_FALSE(plan.fits);
  EXPECT_EQ(plan.rounds, kFewestRounds);
  EXPECT_NEAR(plan.seconds, 2 * (40 + 3 * 8), 1e-6);
}

TEST(PlanRun, MakesWaitsShorterOnlyWhereTimeLacks) {
  EXPECT_EQ(PlanRun(Of(ExperimentKind::kDownloads, 5, 5), kTwoCores, 60).experiment.latency_ms,
            200);
  EXPECT_EQ(PlanRun(Of(ExperimentKind::kDownloads, 5, 5), kTwoCores, 8.5).experiment.latency_ms,
            200)
      << "five rounds are enough";
  const TimePlan many = PlanRun(Of(ExperimentKind::kDownloads, 16, 16), kTwoCores, 8.5);
  EXPECT_LT(many.experiment.latency_ms, 100);
  EXPECT_GE(many.experiment.latency_ms, 20);
}

TEST(PlanRun, ACoarseClockWantsLongerTasks) {
  const Pace coarse = {.iterations_per_s = 1e9, .cores = 2, .timer_step_s = 0.001};
  EXPECT_GE(TaskSeconds(PlanRun(Of(ExperimentKind::kCount, 16, 16), coarse, 8).experiment, coarse),
            0.099);
}

// A browser that hides its clock from fingerprints.
constexpr double kCoarseStepS = 1 / 60.0;

TEST(PlanRun, WithACoarseClockEveryDefaultRunIsWithinItsTimeAndLongEnoughToConclude) {
  for (const ExperimentInfo& info : Experiments()) {
    for (const int cores : {2, 4}) {
      const Pace pace = {.iterations_per_s = info.usual_speed,
                         .cores = static_cast<double>(cores),
                         .timer_step_s = kCoarseStepS};
      const Experiment asked = MakeExperiment(info.kind);
      const std::string which =
          std::string(info.name) + " with " + std::to_string(cores) + " cores";
      const double expected_s = ExpectedSeconds(asked, false, pace);
      EXPECT_LE(expected_s, TimeBudget(asked, false)) << which;
      // What is really left of the ten seconds: three measurements of the cores, and a pace that
      // was found slowly.
      const TimePlan plan = PlanRun(asked, pace, 6);
      EXPECT_TRUE(plan.fits) << which << " takes " << plan.seconds;
      EXPECT_GE(plan.rounds, 3) << which << ": two leave any interval wide open";
      if (info.kind == ExperimentKind::kConvoy) continue;  // its samples are delays, and no trials
      for (const std::string& model : asked.models) {
        EXPECT_GE(TrialSeconds(plan.experiment, model, pace), ShortestTrial(kCoarseStepS))
            << which << ", " << model;
      }
    }
  }
}

TEST(PlanRun, TheQuickestTrialLastsTheStepsThatTheClockNeeds) {
  for (const double step : {0.001, 1 / 60.0, 0.1}) {
    for (const int workers : {1, 2, 4, 16}) {
      const Experiment asked = Of(ExperimentKind::kHeavy, workers, workers);
      for (const double cores : {1.0, 1.4, 2.0, 4.0}) {
        const Pace pace = {.iterations_per_s = 3e8, .cores = cores, .timer_step_s = step};
        const TimePlan plan = PlanRun(asked, pace, 6);
        Pace quiet = pace;
        quiet.cores = std::ceil(cores);
        for (const std::string& model : asked.models) {
          EXPECT_GE(TrialSeconds(plan.experiment, model, quiet), 0.97 * kStepsPlanned * step)
              << step << ", " << workers << " workers, " << cores << " cores, " << model;
        }
      }
    }
  }
}

TEST(ExpectedSeconds, SaysThatAVeryCoarseClockNeedsMore) {
  const Experiment heavy = MakeExperiment(ExperimentKind::kHeavy);
  const Pace coarse = {.iterations_per_s = 3e8, .cores = 2, .timer_step_s = 0.1};
  const TimePlan plan = PlanRun(heavy, coarse, 6);
  EXPECT_FALSE(plan.fits);
  EXPECT_GE(ExpectedSeconds(heavy, false, coarse), plan.seconds + 4)
      << "and to find the pace takes 40 steps";
}

TEST(PlanRun, TheLockWantsFourSwitchIntervals) {
  Experiment slow = Of(ExperimentKind::kCount, 8, 8);
  slow.switch_interval_ms = 20;
  EXPECT_GE(TaskSeconds(PlanRun(slow, kTwoCores, 8).experiment, kTwoCores), 0.079);
  slow.models = {"sequential", "processes"};
  EXPECT_LT(TaskSeconds(PlanRun(slow, kTwoCores, 2).experiment, kTwoCores), 0.079)
      << "nobody waits for a lock";
}

TEST(PlanRun, OfManyTasksAWorkersShareIsLongEnough) {
  const TimePlan plan = PlanRun(Of(ExperimentKind::kCount, 2, 1000), kTwoCores, 8);
  EXPECT_TRUE(plan.fits);
  EXPECT_LT(TaskSeconds(plan.experiment, kTwoCores), 0.005);
  EXPECT_GE(500 * TaskSeconds(plan.experiment, kTwoCores), 0.02);
}

TEST(PlanSweep, AllPointsFitTogetherAndDoTheSameWork) {
  for (const int cores : {1, 2, 16, 32}) {
    Experiment asked = MakeExperiment(ExperimentKind::kCount);
    asked.workers = 2 * cores;
    const std::vector<double> points = SweepPoints(asked, /*thin=*/cores > 16);
    const Pace pace = {
        .iterations_per_s = 1e9, .cores = static_cast<double>(cores), .timer_step_s = 1e-6};
    const TimePlan plan = PlanSweep(asked, points, pace, 48);
    EXPECT_TRUE(plan.fits) << cores << " cores: " << plan.seconds;
    EXPECT_EQ(plan.experiment.workers, asked.workers);
    EXPECT_GE(TaskSeconds(AtPoint(plan.experiment, points.back()), pace), 0.0195);
    const Experiment first = AtPoint(plan.experiment, points.front());
    const Experiment last = AtPoint(plan.experiment, points.back());
    EXPECT_NEAR(static_cast<double>(first.size) * first.tasks,
                static_cast<double>(last.size) * last.tasks, 100);
  }
}

TEST(SecondsForRounds, AreWhatBudgetElapsedAndOverheadsLeave) {
  EXPECT_DOUBLE_EQ(SecondsForRounds(60, 0, 10), 0.85 * 60 - 4);
  EXPECT_DOUBLE_EQ(SecondsForRounds(60, 20, 5, 2), 0.85 * 60 - 20 - 10);
  EXPECT_EQ(SecondsForRounds(60, 50, 5), 0);
  EXPECT_TRUE(std::isinf(SecondsForRounds(HUGE_VAL, 50, 5)));
}

TEST(ExpectedSeconds, IsWithinTheBudgetUnlessWhatWasTypedIsNot) {
  for (const ExperimentInfo& info : Experiments()) {
    const double run = ExpectedSeconds(MakeExperiment(info.kind), false, kTwoCores);
    EXPECT_GT(run, 1) << info.name;
    EXPECT_LT(run, 10) << info.name;
    EXPECT_LT(ExpectedSeconds(MakeExperiment(info.kind), true, kTwoCores), 60) << info.name;
  }
  Experiment downloads =
      WithSetting(Of(ExperimentKind::kDownloads, 5, 200), "latency", "200").value();
  EXPECT_GT(ExpectedSeconds(downloads, false, kTwoCores), 60);
}

}  // namespace
}  // namespace lab
