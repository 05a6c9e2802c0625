#include "experiment/plan.h"

#include <gtest/gtest.h>

#include "experiment/presets.h"

namespace lab {
namespace {

TEST(Plan, InterleavesTheModelsAfterTheWarmUps) {
  const std::vector<Trial> plan = MakePlan({"a", "b"}, 1, 2);
  std::string order;
  for (const Trial& trial : plan) order += trial.model + (trial.warmup ? "w" : std::to_string(trial.repetition)) + " ";
  EXPECT_EQ(order, "aw bw a0 b0 a1 b1 ");
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
