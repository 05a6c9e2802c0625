#include "experiment/plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "experiment/presets.h"

namespace lab {
namespace {

TEST(Plan, EveryRoundHasEveryModelOnceInAShuffledOrder) {
  const std::vector<std::string> models = {"sequential", "b", "c", "d"};
  std::set<std::string> orders;
  for (int repetition = 0; repetition < 20; ++repetition) {
    const std::vector<Trial> round = MakeRound(models, repetition, 1);
    std::string order;
    std::vector<std::string> sorted;
    for (const Trial& trial : round) {
      order += trial.model.substr(0, 1);
      sorted.push_back(trial.model);
      EXPECT_EQ(trial.repetition, repetition);
    }
    std::ranges::sort(sorted);
    EXPECT_EQ(sorted, (std::vector<std::string>{"b", "c", "d", "sequential"}));
    if (repetition == 0) EXPECT_EQ(round.front().model, "sequential");
    orders.insert(order);
  }
  EXPECT_GT(orders.size(), 8u) << "the order is shuffled";
}

// What happens once a round so meets all of them alike, and what a model leaves behind is left to
// all others alike.
TEST(Plan, InAsManyRoundsAsModelsEachHasEveryPlaceAndFollowsEveryOther) {
  const std::vector<std::string> models = {"sequential", "b", "c", "d"};
  for (const int seed : {0, 1, 2, 999'999'999}) {
    for (const int first : {0, 4, 8, 996}) {
      std::set<std::pair<std::string, size_t>> places;
      std::set<std::pair<std::string, std::string>> followers;
      for (int repetition = first; repetition < first + 4; ++repetition) {
        const std::vector<Trial> round = MakeRound(models, repetition, seed);
        for (size_t place = 0; place < round.size(); ++place) {
          places.insert({round[place].model, place});
          if (place > 0) followers.insert({round[place - 1].model, round[place].model});
        }
      }
      EXPECT_EQ(places.size(), 16u) << "seed " << seed << ", from round " << first;
      EXPECT_EQ(followers.size(), 12u) << "seed " << seed << ", from round " << first;
    }
  }
}

TEST(Plan, AnOddNumberOfModelsHasEveryPlaceOnceToo) {
  const std::vector<std::string> models = {"sequential", "b", "c"};
  std::set<std::pair<std::string, size_t>> places;
  for (int repetition = 0; repetition < 3; ++repetition) {
    const std::vector<Trial> round = MakeRound(models, repetition, 5);
    ASSERT_EQ(round.size(), 3u);
    if (repetition == 0) EXPECT_EQ(round.front().model, "sequential");
    for (size_t place = 0; place < round.size(); ++place)
      places.insert({round[place].model, place});
  }
  EXPECT_EQ(places.size(), 9u);
}

TEST(Plan, OneModelIsARoundAndNoneIsNothing) {
  EXPECT_EQ(MakeRound({"sequential"}, 7, 1).size(), 1u);
  EXPECT_TRUE(MakeRound({}, 0, 1).empty());
}

TEST(Plan, TheSeedDecidesTheOrder) {
  const std::vector<std::string> models = {"sequential", "b", "c", "d"};
  const auto orders = [&](int seed) {
    std::string order;
    for (int repetition = 0; repetition < 5; ++repetition) {
      for (const Trial& trial : MakeRound(models, repetition, seed))
        order += trial.model.substr(0, 1);
    }
    return order;
  };
  EXPECT_EQ(orders(7), orders(7));
  EXPECT_NE(orders(7), orders(8));
}

TEST(Plan, ASweepMeasuresEveryNumberUpToFourAndThenTheSquareRootOfTwoApart) {
  const auto points = [](int most, bool thin = false) {
    Experiment experiment = MakeExperiment(ExperimentKind::kCount);
    experiment.workers = most;
    return SweepPoints(experiment, thin);
  };
  EXPECT_EQ(points(4), (std::vector<double>{1, 2, 3, 4}));
  EXPECT_EQ(points(32), (std::vector<double>{1, 2, 3, 4, 6, 8, 11, 16, 23, 32}));
  EXPECT_EQ(points(64).size(), 12u);
  EXPECT_EQ(points(11).back(), 11);
  EXPECT_EQ(points(1), std::vector<double>{1});
  EXPECT_EQ(points(64, /*thin=*/true), (std::vector<double>{1, 2, 4, 8, 16, 32, 64}));
}

TEST(Plan, ASweepMeasuresWhereItWasAskedTo) {
  Experiment experiment = MakeExperiment(ExperimentKind::kCount);
  experiment.workers = 8;
  experiment.points = {2, 7};
  EXPECT_EQ(SweepPoints(experiment), (std::vector<double>{2, 7}));
}

TEST(Plan, OtherSweepsVaryTheShareOfComputingOrTheBusyThreads) {
  const Experiment mixed = MakeExperiment(ExperimentKind::kMixed);
  ASSERT_EQ(SweepPoints(mixed), (std::vector<double>{0, 20, 40, 60, 80, 100}));
  EXPECT_EQ(AtPoint(mixed, 30).cpu_share, 30);
  EXPECT_EQ(AtPoint(mixed, 30).workers, mixed.workers);
  Experiment convoy = MakeExperiment(ExperimentKind::kConvoy);
  EXPECT_EQ(SweepPoints(convoy), (std::vector<double>{0, 1, 2, 3, 4}));
  EXPECT_EQ(AtPoint(convoy, 3).workers, 4);
  convoy.busy = 6;
  EXPECT_EQ(SweepPoints(convoy), (std::vector<double>{0, 1, 2, 3, 4, 6}));
}

TEST(Plan, MixedTasksComputeForAShareOfTheirTime) {
  Experiment experiment = MakeExperiment(ExperimentKind::kMixed);
  experiment.cpu_share = 25;
  experiment.duration_ms = 80;
  EXPECT_TRUE(CutByTime(experiment));
  experiment.size = IterationsOf(experiment, 1e9);
  EXPECT_EQ(experiment.size, 20'000'000);
  const std::vector<Task> tasks = MakeTasks(experiment, "");
  ASSERT_EQ(tasks.size(), 8u);
  EXPECT_EQ(tasks[0].size, 20'000'000);
  EXPECT_EQ(tasks[0].latency_ms, 60);
  EXPECT_EQ(tasks[0].parts, kMixedParts);
  experiment.calibrate = false;
  EXPECT_FALSE(CutByTime(experiment));
}

TEST(Plan, AProbeIsManyAlikeThatAreNumbered) {
  const std::vector<Task> tasks = MakeProbe(3, 4, 500);
  ASSERT_EQ(tasks.size(), 12u);
  for (size_t index = 0; index < tasks.size(); ++index) {
    EXPECT_EQ(tasks[index].index, static_cast<int>(index));
    EXPECT_EQ(tasks[index].kind, TaskKind::kCount);
    EXPECT_EQ(tasks[index].size, 500);
  }
}

TEST(Plan, AConvoyIsOneThatAnswersAndOthersInTheBackground) {
  Experiment experiment = MakeExperiment(ExperimentKind::kConvoy);
  experiment.busy = 3;
  experiment.answers = 100;
  experiment.call_ms = 50;
  experiment.size = IterationsOf(experiment, 1e9);
  EXPECT_EQ(experiment.size, 20'000'000);
  const std::vector<Task> tasks = MakeTasks(experiment, "");
  ASSERT_EQ(tasks.size(), 4u);
  EXPECT_EQ(tasks[0].kind, TaskKind::kAnswer);
  EXPECT_EQ(tasks[0].parts, 100);
  EXPECT_FALSE(tasks[0].background);
  for (size_t busy = 1; busy < tasks.size(); ++busy) {
    EXPECT_EQ(tasks[busy].kind, TaskKind::kBusy);
    EXPECT_EQ(tasks[busy].index, static_cast<int>(busy));
    EXPECT_TRUE(tasks[busy].background);
    EXPECT_EQ(tasks[busy].call_size, 50'000'000);
    EXPECT_EQ(tasks[busy].size, 50'000'000) << "a slice holds a whole call";
  }
}

TEST(Plan, EveryPointOfASweepDoesTheSameWork) {
  Experiment experiment = MakeExperiment(ExperimentKind::kCount);
  experiment.size = 600;
  experiment.tasks = 4;
  for (const int workers : {1, 2, 3, 8}) {
    const Experiment point = AtPoint(experiment, workers);
    EXPECT_EQ(point.tasks, workers);
    EXPECT_EQ(point.size * point.tasks, 2400);
  }
  EXPECT_EQ(AtPoint(MakeExperiment(ExperimentKind::kDownloads), 3).tasks, 5)
      << "waits cannot be cut";
}

TEST(Plan, AShareOfEachTaskIsSerial) {
  Experiment experiment = MakeExperiment(ExperimentKind::kCount);
  experiment.serial_fraction = 10;
  EXPECT_EQ(MakeTasks(experiment, "").front().serial_share, 0.1);
}

TEST(Plan, GivesEveryTaskItsPlaceAndSize) {
  Experiment experiment = MakeExperiment(ExperimentKind::kCount);
  experiment.tasks = 3;
  experiment.size = 1001;
  const std::vector<Task> tasks = MakeTasks(experiment, "");
  ASSERT_EQ(tasks.size(), 3u);
  for (int index = 0; index < 3; ++index) {
    EXPECT_EQ(tasks[index].index, index);
    EXPECT_EQ(tasks[index].kind, TaskKind::kCount);
    EXPECT_EQ(tasks[index].size, 1001);
  }
}

TEST(Plan, WarmsUpEveryWorkerWithShortTasksOfItsOwnKernel) {
  const Experiment heavy = MakeExperiment(ExperimentKind::kHeavy);
  const std::vector<Task> tasks = MakeWarmup(heavy, 3, 1000);
  ASSERT_EQ(tasks.size(), 3u * kWarmSlices);
  EXPECT_EQ(tasks.front().kind, TaskKind::kHeavy);
  EXPECT_EQ(tasks.front().size, 1000);
  EXPECT_EQ(tasks.back().index, 3 * kWarmSlices - 1);
  EXPECT_EQ(MakeWarmup(MakeExperiment(ExperimentKind::kMixed), 1, 5).front().kind,
            TaskKind::kCount);
  EXPECT_TRUE(Computes(heavy));
  EXPECT_FALSE(Computes(MakeExperiment(ExperimentKind::kDownloads)))
      << "waits have no speed to reach";
}

TEST(Plan, DownloadsAskTheOriginForTheirDelay) {
  const Experiment experiment = MakeExperiment(ExperimentKind::kDownloads);
  EXPECT_TRUE(NeedsDelayOrigin(experiment));
  const std::vector<Task> tasks = MakeTasks(experiment, "http://127.0.0.1:1");
  ASSERT_EQ(tasks.size(), 5u);
  EXPECT_EQ(tasks[4].url, "http://127.0.0.1:1/delay/200/posts/5.json");
}

TEST(Plan, TypedAddressesAreTheDownloads) {
  Experiment experiment = MakeExperiment(ExperimentKind::kDownloads);
  experiment.urls = {"http://a/1", "http://a/2"};
  EXPECT_FALSE(NeedsDelayOrigin(experiment));
  const std::vector<Task> tasks = MakeTasks(experiment, "");
  ASSERT_EQ(tasks.size(), 2u);
  EXPECT_EQ(tasks[1].url, "http://a/2");
}

TEST(Plan, OnlyWaitingNeedsNoServer) {
  Experiment experiment = MakeExperiment(ExperimentKind::kDownloads);
  experiment.latency_only = true;
  EXPECT_FALSE(NeedsDelayOrigin(experiment));
  const Task task = MakeTasks(experiment, "").front();
  EXPECT_EQ(task.kind, TaskKind::kWait);
  EXPECT_EQ(task.latency_ms, 200);
}

}  // namespace
}  // namespace lab
