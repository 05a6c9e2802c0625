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
    const std::vector<Trial> round = MakeRound(models, repetition, false, 1);
    std::string order;
    std::vector<std::string> sorted;
    for (const Trial& trial : round) {
      order += trial.model.substr(0, 1);
      sorted.push_back(trial.model);
      EXPECT_EQ(trial.repetition, repetition);
      EXPECT_FALSE(trial.warmup);
    }
    std::ranges::sort(sorted);
    EXPECT_EQ(sorted, (std::vector<std::string>{"b", "c", "d", "sequential"}));
    if (repetition == 0) EXPECT_EQ(round.front().model, "sequential");
    orders.insert(order);
  }
  EXPECT_GT(orders.size(), 8u) << "the order is shuffled";
}

TEST(Plan, TheSeedDecidesTheOrder) {
  const std::vector<std::string> models = {"sequential", "b", "c", "d"};
  const auto orders = [&](int seed) {
    std::string order;
    for (int repetition = 0; repetition < 5; ++repetition) {
      for (const Trial& trial : MakeRound(models, repetition, true, seed)) order += trial.model.substr(0, 1);
    }
    return order;
  };
  EXPECT_EQ(orders(7), orders(7));
  EXPECT_NE(orders(7), orders(8));
}

TEST(Plan, ASweepMeasuresEveryNumberUpToEightAndThenSteps) {
  EXPECT_EQ(SweepPoints(4), (std::vector<int>{1, 2, 3, 4}));
  EXPECT_EQ(SweepPoints(32), (std::vector<int>{1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32}));
  EXPECT_EQ(SweepPoints(11).back(), 11);
  EXPECT_EQ(SweepPoints(1), std::vector<int>{1});
}

TEST(Plan, EveryPointOfASweepDoesTheSameWork) {
  Experiment experiment = MakeExperiment(ExperimentKind::kCount);
  experiment.size = 600;
  experiment.tasks = 4;
  for (const int workers : {1, 2, 3, 8}) {
    const Experiment point = AtWorkers(experiment, workers);
    EXPECT_EQ(point.tasks, workers);
    EXPECT_EQ(point.size * point.tasks, 2400);
  }
  EXPECT_EQ(AtWorkers(MakeExperiment(ExperimentKind::kDownloads), 3).tasks, 5) << "waits cannot be cut";
}

TEST(Plan, AShareOfEachTaskIsSerial) {
  Experiment experiment = MakeExperiment(ExperimentKind::kCount);
  experiment.serial_fraction = 10;
  EXPECT_EQ(MakeTasks(experiment, false, "").front().serial_share, 0.1);
}

TEST(Plan, GivesEveryTaskItsPlaceAndSize) {
  Experiment experiment = MakeExperiment(ExperimentKind::kCount);
  experiment.tasks = 3;
  experiment.size = 1001;
  const std::vector<Task> tasks = MakeTasks(experiment, false, "");
  ASSERT_EQ(tasks.size(), 3u);
  for (int index = 0; index < 3; ++index) {
    EXPECT_EQ(tasks[index].index, index);
    EXPECT_EQ(tasks[index].kind, TaskKind::kCount);
    EXPECT_EQ(tasks[index].size, 1001);
  }
}

TEST(Plan, WarmsUpWithAQuarterOfTheWork) {
  Experiment experiment = MakeExperiment(ExperimentKind::kHeavy);
  experiment.size = 1000;
  EXPECT_EQ(MakeTasks(experiment, true, "").front().size, 250);
  experiment.size = 1;
  EXPECT_EQ(MakeTasks(experiment, true, "").front().size, 1);
}

TEST(Plan, DownloadsAskTheOriginForTheirDelay) {
  const Experiment experiment = MakeExperiment(ExperimentKind::kDownloads);
  EXPECT_TRUE(NeedsDelayOrigin(experiment));
  const std::vector<Task> tasks = MakeTasks(experiment, false, "http://127.0.0.1:1");
  ASSERT_EQ(tasks.size(), 5u);
  EXPECT_EQ(tasks[4].url, "http://127.0.0.1:1/delay/200/posts/5.json");
}

TEST(Plan, TypedAddressesAreTheDownloads) {
  Experiment experiment = MakeExperiment(ExperimentKind::kDownloads);
  experiment.urls = {"http://a/1", "http://a/2"};
  EXPECT_FALSE(NeedsDelayOrigin(experiment));
  const std::vector<Task> tasks = MakeTasks(experiment, false, "");
  ASSERT_EQ(tasks.size(), 2u);
  EXPECT_EQ(tasks[1].url, "http://a/2");
}

TEST(Plan, OnlyWaitingNeedsNoServer) {
  Experiment experiment = MakeExperiment(ExperimentKind::kDownloads);
  experiment.latency_only = true;
  EXPECT_FALSE(NeedsDelayOrigin(experiment));
  const Task task = MakeTasks(experiment, false, "").front();
  EXPECT_EQ(task.kind, TaskKind::kWait);
  EXPECT_EQ(task.latency_ms, 200);
}

}  // namespace
}  // namespace lab
