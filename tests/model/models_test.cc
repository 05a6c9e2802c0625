#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.h"
#include "experiment/model_info.h"
#include "model/catalog.h"
#include "model/threads.h"
#include "platform/wait.h"
#include "tests/support/attempts.h"
#include "tests/support/loop.h"

namespace lab {
namespace {

// What came of one trial under one model.
Result<TrialOutcome> Execute(const CatalogEntry& entry, const ModelOptions& options,
                             const std::vector<Task>& tasks) {
  EventLoop loop;
  std::unique_ptr<Model> model = entry.make(loop, options);
  std::optional<Result<TrialOutcome>> result;
  model->Start([&](const Result<double>& startup) {
    EXPECT_TRUE(startup && startup.value() > 0);
    model->Run(tasks, [&](Result<TrialOutcome> outcome) {
      result = std::move(outcome);
      loop.Stop();
    });
  });
  ServeUntilStopped(loop, entry.name.c_str());
  return result.value_or(Error{.message = "nothing came"});
}

std::vector<Task> CountTasks(int number, int64_t size) {
  std::vector<Task> tasks(number, {.kind = TaskKind::kCount, .size = size});
  for (int index = 0; index < number; ++index) {
    tasks[index].index = index;
    tasks[index].size = size + index;  // so that a mixed-up order shows
  }
  return tasks;
}

TEST(Models, TheCatalogHasEveryKnownModelInItsOrder) {
  ASSERT_EQ(Catalog().size(), Models().size());
  for (size_t at = 0; at < Catalog().size(); ++at) {
    EXPECT_EQ(Catalog()[at].name, Models()[at].name);
    EXPECT_NE(Catalog()[at].make == nullptr, Catalog()[at].absent.empty())
        << "an absent model needs a reason";
  }
}

TEST(Models, EveryOneDoesEveryTaskOnceAndKeepsTheOrder) {
  const std::vector<Task> tasks = CountTasks(23, 100'000);
  for (const CatalogEntry& entry : Catalog()) {
    for (const int workers : {1, 2, 5}) {
      const Result<TrialOutcome> outcome = Execute(entry, {.workers = workers}, tasks);
      ASSERT_TRUE(outcome) << entry.name << ": " << outcome.error().message;
      ASSERT_EQ(outcome.value().outputs.size(), tasks.size());
      for (const Task& task : tasks) {
        EXPECT_EQ(outcome.value().outputs[task.index].value, static_cast<double>(task.size))
            << entry.name;
      }
      size_t events = 0;
      for (const Lane& lane : outcome.value().lanes) events += lane.tasks().size();
      EXPECT_EQ(events, tasks.size()) << entry.name;
      EXPECT_EQ(outcome.value().lanes.size(),
                entry.name == kSequential ? 1u : static_cast<size_t>(workers));
    }
  }
}

// A thread that writes its memory changes the engine's; a process does not.
TEST(Models, ThreadsShareMemoryAndProcessesDoNot) {
  for (const CatalogEntry& entry : Catalog()) {
    for (int round = 0; round < 5; ++round) {
      const Result<TrialOutcome> outcome = Execute(entry, {.workers = 2}, CountTasks(2, 1000));
      ASSERT_TRUE(outcome);
      EXPECT_EQ(outcome.value().shared_memory, RoleOf(entry.name) != ModelRole::kIsolated)
          << entry.name;
    }
  }
}

TEST(Models, TellWhatAWorkerHolds) {
  for (const CatalogEntry& entry : Catalog()) {
    const Result<TrialOutcome> outcome = Execute(entry, {.workers = 2}, CountTasks(2, 1000));
    ASSERT_TRUE(outcome);
    EXPECT_GE(outcome.value().memory_bytes.value_or(0), 4096) << entry.name;
  }
}

TEST(Models, OnlyTheGilHasHandOffs) {
  for (const CatalogEntry& entry : Catalog()) {
    const Result<TrialOutcome> outcome =
        Execute(entry, {.workers = 2, .switch_interval = 1'000'000}, CountTasks(2, 50'000'000));
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome.value().handoffs.has_value(), entry.name == "threads-gil");
    if (outcome.value().handoffs) EXPECT_GE(*outcome.value().handoffs, 2);
  }
}

TEST(Models, UnderTheGilWaitsOverlap) {
  std::vector<Task> tasks(4, {.kind = TaskKind::kWait, .latency_ms = 100});
  for (int index = 0; index < 4; ++index) tasks[index].index = index;
  const auto entry = std::ranges::find(Catalog(), "threads-gil", &CatalogEntry::name);
  ExpectInOneAttempt([&] {
    const Result<TrialOutcome> outcome = Execute(*entry, {.workers = 4}, tasks);
    if (!outcome) return outcome.error().message;
    const double seconds = Makespan(outcome.value().lanes);
    return seconds < 0.3 ? "" : Format("four waits of 100 ms took %.3f s", seconds);
  });
}

// Those in the background go on until the others are done, and no longer, and leave no result.
TEST(Models, BackgroundTasksLastAsLongAsTheOthers) {
  for (const CatalogEntry& entry : Catalog()) {
    std::vector<Task> tasks = {{.kind = TaskKind::kAnswer, .parts = 10, .latency_ms = 10}};
    for (int busy = 1; busy <= 2; ++busy)
      tasks.push_back(
          {.kind = TaskKind::kBusy, .index = busy, .size = 200'000, .background = true});
    const Result<TrialOutcome> outcome = Execute(entry, {.workers = 3}, tasks);
    ASSERT_TRUE(outcome) << entry.name << ": " << outcome.error().message;
    ASSERT_EQ(outcome.value().outputs.size(), 3u);
    EXPECT_EQ(outcome.value().outputs[0].delays_s.size(), 10u) << entry.name;
    EXPECT_EQ(outcome.value().outputs[1].checksum, 0u);
    size_t slices = 0;
    for (const Lane& lane : outcome.value().lanes) slices += lane.tasks().size();
    if (entry.name == kSequential) EXPECT_EQ(slices, 1u) << "one worker has no time for them";
    else EXPECT_GT(slices, 3u) << entry.name;
  }
}

TEST(Models, ATaskThatFailsEndsTheTrialWithItsReason) {
  std::vector<Task> tasks = CountTasks(3, 1000);
  tasks[1] = {
      .kind = TaskKind::kDownload, .index = 1, .timeout_ms = 500, .url = "http://127.0.0.1:1/gone"};
  for (const CatalogEntry& entry : Catalog()) {
    const Result<TrialOutcome> outcome = Execute(entry, {.workers = 2}, tasks);
    ASSERT_FALSE(outcome) << entry.name;
    EXPECT_EQ(outcome.error().code, ErrorCode::kDownloadFailed) << entry.name;
    EXPECT_NE(outcome.error().message.find("/gone"), std::string::npos);
  }
}

// Destroying a model in the middle of a long task is how a run is cancelled.
TEST(Models, CanBeDestroyedInTheMiddleOfALongTask) {
  for (const CatalogEntry& entry : Catalog()) {
    EventLoop loop;
    std::unique_ptr<Model> model = entry.make(loop, {.workers = 3});
    Nanoseconds begin = 0;
    model->Start([&](const Result<double>&) {
      model->Run(CountTasks(3, int64_t{1} << 45), [&](const Result<TrialOutcome>&) {
        ADD_FAILURE() << "a cancelled model reported";
      });
      loop.After(0.05, [&] {
        begin = Now();
        model.reset();
        loop.After(0.05, [&] { loop.Stop(); });
      });
    });
    ServeUntilStopped(loop, entry.name.c_str());
    EXPECT_LT(static_cast<double>(Now() - begin) / kSecond, 1.0) << entry.name;
  }
}

TEST(Models, AreWarmForASecondTrial) {
  for (const CatalogEntry& entry : Catalog()) {
    EventLoop loop;
    std::unique_ptr<Model> model = entry.make(loop, {.workers = 2});
    int trials = 0;
    std::function<void()> next = [&] {
      model->Run(CountTasks(4, 1000), [&](const Result<TrialOutcome>& outcome) {
        EXPECT_TRUE(outcome) << entry.name;
        if (++trials == 50) return loop.Stop();
        next();
      });
    };
    model->Start([&](const Result<double>&) { next(); });
    ServeUntilStopped(loop, entry.name.c_str());
    EXPECT_EQ(trials, 50) << entry.name;
  }
}

}  // namespace
}  // namespace lab
