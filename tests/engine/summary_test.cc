#include "engine/summary.h"

#include <gtest/gtest.h>

#include "experiment/presets.h"

namespace lab {
namespace {

constexpr Nanoseconds kOneSecond = 1'000'000'000;

// A trial of two tasks that took so many seconds in all, on one worker or two.
TrialOutcome Took(double seconds, int workers) {
  constexpr int kTasks = 2;
  TrialOutcome outcome;
  outcome.lanes.resize(static_cast<size_t>(workers));
  const auto task = static_cast<Nanoseconds>(seconds * kSecond) * workers / kTasks;
  for (int index = 0; index < kTasks; ++index) {
    const Nanoseconds begin = index / workers * task;
    outcome.lanes[static_cast<size_t>(index % workers)].Add(
        {.task = index, .begin = begin, .end = begin + task});
  }
  outcome.outputs.resize(kTasks, {.value = 1, .checksum = 5});
  outcome.trace = Trace{.length = static_cast<Nanoseconds>(seconds * kSecond)};
  return outcome;
}

class TwoModels : public testing::Test {
 protected:
  explicit TwoModels(const std::string& platform = "native")
      : summary_(Asked(), {.platform = platform, .cores = 2}) {
    summary_.TellsLoad(platform == "native");
    summary_.SetCapacity({.cores = 2, .stolen = 0, .unit_s = 0.001});
    for (const char* model : {"sequential", "threads-free"}) summary_.AddStartup(model, 0.001);
  }
  static Experiment Asked() {
    Experiment experiment = MakeExperiment(ExperimentKind::kCount);
    experiment.models = {"sequential", "threads-free"};
    return experiment;
  }
  void Round(double sequential_s, double free_s, std::optional<double> others) {
    EXPECT_FALSE(summary_.Add({.model = "sequential"}, Took(sequential_s, 1)));
    EXPECT_FALSE(summary_.Add({.model = "threads-free"}, Took(free_s, 2)));
    summary_.EndRound();
    summary_.SetLoad(summary_.rounds() - 1, others);
  }
  const ModelResult Free() const { return summary_.TheResult().models.back(); }

  Summary summary_;
};

class TwoModelsInAPage : public TwoModels {
 protected:
  TwoModelsInAPage() : TwoModels("web") {}
};

TEST_F(TwoModels, OnlyQuietRoundsCount) {
  for (const double others : {0.0, 0.5, 0.1, 0.0}) Round(2, others > 0.2 ? 1.7 : 1, others);
  EXPECT_EQ(Free().samples_s, (std::vector<double>{1, 1, 1}));
  EXPECT_EQ(Free().disturbed_s, (std::vector<double>{1.7}));
  EXPECT_EQ(Free().speedup.ratio, 2);
  EXPECT_EQ(summary_.quiet_rounds(), 3);
  EXPECT_EQ(summary_.TheCalibration().disturbing_cores, 0.5);
}

// Others had a core while those were measured, and not in the rounds.
TEST_F(TwoModels, WhoComputesTwiceAsFastHadTwoCores) {
  summary_.SetCapacity({.cores = 1.4, .stolen = 0, .unit_s = 0.001});
  for (int round = 0; round < 3; ++round) Round(2, 1, 0.0);
  EXPECT_EQ(summary_.TheCalibration().effective_cores, 2);
  EXPECT_EQ(Free().efficiency, 1);
  EXPECT_EQ(summary_.TheResult().verdict.code, VerdictCode::kClear);
}

// Nobody knows how many cores there were: as many as others left when they were measured, or more.
TEST_F(TwoModels, WhatIsFasterThanTheMeasuredCoresAllowHasNoEfficiency) {
  summary_.SetCapacity({.cores = 1.3, .stolen = 0.35, .unit_s = 0.001});
  for (int round = 0; round < 6; ++round) Round(2, 1.02, 0.5);
  ASSERT_TRUE(summary_.TheCalibration().all_disturbed);
  EXPECT_EQ(summary_.TheCalibration().effective_cores, 1.3);
  EXPECT_EQ(Free().efficiency, 0);
}

TEST_F(TwoModels, NoEfficiencyIsMoreThanAll) {
  for (int round = 0; round < 6; ++round) Round(2.02, 1 - 0.02 * (round % 2), 0.0);
  EXPECT_GT(Free().speedup.ratio, 2);
  EXPECT_EQ(Free().efficiency, 1);
  EXPECT_EQ(summary_.TheCalibration().effective_cores, 2) << "two workers cannot have more";
}

TEST_F(TwoModels, ARoundUnderWayShowsItsFirstFigures) {
  EXPECT_FALSE(summary_.Add({.model = "sequential"}, Took(2, 1)));
  EXPECT_FALSE(summary_.Of("threads-free"));
  EXPECT_FALSE(summary_.Add({.model = "threads-free"}, Took(1, 2)));
  ASSERT_TRUE(summary_.Of("threads-free"));
  EXPECT_EQ(summary_.Of("threads-free")->speedup.ratio, 2);
}

TEST_F(TwoModels, TheTraceOfTheQuietRepetitionThatIsMostLikeAllIsKept) {
  const auto kept_after = [&](double seconds, double others) {
    Round(2, seconds, others);
    return std::pair(Free().trace->repetition, Free().trace->length);
  };
  EXPECT_EQ(kept_after(1, 1.0), std::pair(0, 1 * kOneSecond)) << "better one than none";
  EXPECT_EQ(kept_after(4, 0.0), std::pair(1, 4 * kOneSecond)) << "a quiet one";
  EXPECT_EQ(kept_after(2, 0.0), std::pair(2, 2 * kOneSecond)) << "nearer to the median of two";
  EXPECT_EQ(kept_after(9, 0.0), std::pair(1, 2 * kOneSecond)) << "the second of three that count";
}

TEST_F(TwoModels, TheSequentialTimeTellsHowTheMachineChanges) {
  for (int round = 0; round < 9; ++round) Round(round < 3 ? 1 : 1.5, 1, 0.0);
  EXPECT_NEAR(summary_.TheCalibration().drift, 0.5, 1e-9);
}

TEST_F(TwoModels, KnowsEnoughWhenIntervalsAreNarrow) {
  Round(2, 1, 0.0);
  EXPECT_FALSE(summary_.KnowsEnough()) << "one round has no interval";
  Round(2, 1, 0.0);
  EXPECT_TRUE(summary_.KnowsEnough());
  Round(2, 1.9, 0.0);
  EXPECT_FALSE(summary_.KnowsEnough());
}

// The widest interval tells how many rounds are needed: of the models beside the sequential one.
TEST(Summary, TheWidestIntervalTellsHowManyRoundsAreNeeded) {
  Experiment experiment = MakeExperiment(ExperimentKind::kCount);
  experiment.models = {"sequential", "threads-free", "processes"};
  const auto needed = [&](double spread_of_threads, double spread_of_processes) {
    Summary summary(experiment, {.platform = "native", .cores = 2});
    summary.SetCapacity({.cores = 2, .stolen = 0, .unit_s = 0.001});
    for (int round = 0; round < 8; ++round) {
      const double side = round % 2 == 0 ? 1 : -1;
      EXPECT_FALSE(summary.Add({.model = "sequential"}, Took(2, 1)));
      EXPECT_FALSE(summary.Add({.model = "threads-free"}, Took(1 + side * spread_of_threads, 2)));
      EXPECT_FALSE(summary.Add({.model = "processes"}, Took(1 + side * spread_of_processes, 2)));
      summary.EndRound();
      summary.SetLoad(summary.rounds() - 1, 0.0);
    }
    return summary.RoundsNeeded();
  };
  const double narrow = needed(0.01, 0.01);
  EXPECT_GT(needed(0.01, 0.1), 20 * narrow);
  EXPECT_NEAR(needed(0.01, 0.1), needed(0.1, 0.01), 1e-6);
}

// Others could take cores from as many workers as have something to do.
TEST(Summary, AnIntervalHasRoomForAsManyWorkersAsHaveTasks) {
  const auto room = [](int workers, int tasks) {
    Experiment experiment = MakeExperiment(ExperimentKind::kCount);
    experiment.models = {"sequential", "threads-free"};
    experiment.workers = workers;
    experiment.tasks = tasks;
    Summary summary(experiment, {.platform = "native", .cores = 8});
    summary.TellsLoad(true);
    summary.SetCapacity({.cores = 8, .stolen = 0, .unit_s = 0.001});
    for (const char* model : {"sequential", "threads-free"}) summary.AddStartup(model, 0.001);
    for (int round = 0; round < 8; ++round) {
      EXPECT_FALSE(summary.Add({.model = "sequential"}, Took(2, 1)));
      EXPECT_FALSE(summary.Add({.model = "threads-free"}, Took(1, workers)));
      summary.EndRound();
      summary.SetLoad(summary.rounds() - 1, 0.5);
    }
    const Estimate speedup = summary.TheResult().models.back().speedup;
    return speedup.high / speedup.ratio;
  };
  EXPECT_EQ(room(8, 2), 1) << "six cores were left for others";
  EXPECT_EQ(room(2, 8), 1);
  EXPECT_EQ(room(8, 8), 1.5);
}

TEST(Summary, WithoutATimeNothingDrifts) {
  Summary summary(MakeExperiment(ExperimentKind::kCount), {.platform = "native", .cores = 2});
  for (int round = 0; round < 9; ++round) {
    EXPECT_FALSE(summary.Add({.model = "sequential"}, Took(round < 3 ? 0 : 1, 1)));
    summary.EndRound();
    summary.SetLoad(summary.rounds() - 1, 0.0);
  }
  EXPECT_EQ(summary.TheCalibration().drift, 0);
}

// Where the system does not tell what others use, the tasks do.
TEST_F(TwoModelsInAPage, TasksThatTakeLongerTellOfOthers) {
  for (const double slowed : {1.0, 1.0, 1.9, 1.0, 1.0, 1.0}) Round(2, slowed, {});
  EXPECT_EQ(summary_.quiet_rounds(), 5);
  EXPECT_EQ(Free().samples_s, std::vector<double>(5, 1.0));
  EXPECT_EQ(Free().disturbed_s, (std::vector<double>{1.9}));
}

TEST_F(TwoModelsInAPage, WhoWasThereWheneverTheCoresWereMeasuredIsThereAllTheTime) {
  summary_.SetCapacity({.cores = 1.3, .stolen = 0.35, .unit_s = 0.001});
  for (int round = 0; round < 3; ++round) Round(2, 1.5, {});
  EXPECT_EQ(summary_.TheResult().verdict.code, VerdictCode::kNoisy);
  EXPECT_TRUE(summary_.TheCalibration().all_disturbed);
}

}  // namespace
}  // namespace lab
