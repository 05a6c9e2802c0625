#include "model/process_pool.h"

#include <gtest/gtest.h>
#include <signal.h>

#include "tests/support/children.h"
#include "tests/support/loop.h"

namespace lab {
namespace {

TEST(ProcessPool, SaysWhichProcessDiedInTheMiddleOfARun) {
  EventLoop loop;
  ProcessPool pool(loop, {.workers = 2});
  std::optional<Error> error;
  pool.Start([&](const Result<double>& startup) {
    ASSERT_TRUE(startup);
    std::vector<Task> tasks(2, {.kind = TaskKind::kCount, .size = int64_t{1} << 45});
    tasks[1].index = 1;
    pool.Run(tasks, [&](const Result<TrialOutcome>& outcome) {
      if (!outcome) error = outcome.error();
      loop.Stop();
    });
    loop.After(0.02, [] { kill(Children().front(), SIGKILL); });
  });
  ServeUntilStopped(loop, "the news of the death");
  ASSERT_TRUE(error);
  EXPECT_EQ(error->code, ErrorCode::kWorkerFailed);
  EXPECT_NE(error->message.find(" of 2 died during the run"), std::string::npos) << error->message;
  EXPECT_NE(error->message.find("signal 9"), std::string::npos) << error->message;
  EXPECT_FALSE(error->next.empty());
}

// Between trials nobody waits for the processes; the death must not be lost.
TEST(ProcessPool, SaysInTheNextTrialThatAProcessDiedMeanwhile) {
  EventLoop loop;
  ProcessPool pool(loop, {.workers = 2});
  std::optional<Error> error;
  pool.Start([&](const Result<double>& startup) {
    ASSERT_TRUE(startup);
    kill(Children().front(), SIGKILL);
    loop.After(0.1, [&] {
      pool.Run({{.kind = TaskKind::kCount, .size = 1000}},
               [&](const Result<TrialOutcome>& outcome) {
                 if (!outcome) error = outcome.error();
                 loop.Stop();
               });
    });
  });
  ServeUntilStopped(loop, "the news of the death");
  ASSERT_TRUE(error);
  EXPECT_EQ(error->code, ErrorCode::kWorkerFailed);
  EXPECT_NE(error->message.find("signal 9"), std::string::npos) << error->message;
}

TEST(ProcessPool, SaysAtOnceThatAProcessDiedWhileNobodyWaited) {
  EventLoop loop;
  std::vector<Error> news;
  ProcessPool pool(loop, {.workers = 3, .broken = [&](const Error& error) {
                            news.push_back(error);
                            loop.After(0.1, [&] { loop.Stop(); });
                          }});
  pool.Start([&](const Result<double>& startup) {
    ASSERT_TRUE(startup);
    for (const int child : Children()) kill(child, SIGKILL);
  });
  ServeUntilStopped(loop, "the news of the death");
  ASSERT_EQ(news.size(), 1u) << "once, however many have died";
  EXPECT_NE(news[0].message.find("signal 9"), std::string::npos) << news[0].message;
}

// A long task first: whoever is free takes the next, so the others do not wait behind it. They are
// done long before it.
TEST(ProcessPool, HandsTasksToWhoeverIsFree) {
  EventLoop loop;
  ProcessPool pool(loop, {.workers = 2});
  pool.Start([&](const Result<double>&) {
    std::vector<Task> tasks(7, {.kind = TaskKind::kWait, .latency_ms = 5});
    tasks[0].latency_ms = 1000;
    for (int index = 0; index < 7; ++index) tasks[index].index = index;
    pool.Run(tasks, [&](const Result<TrialOutcome>& outcome) {
      ASSERT_TRUE(outcome);
      std::vector<size_t> each;
      for (const Lane& lane : outcome.value().lanes) each.push_back(lane.tasks().size());
      std::ranges::sort(each);
      EXPECT_EQ(each, (std::vector<size_t>{1, 6}));
      loop.Stop();
    });
  });
  ServeUntilStopped(loop, "seven waits");
}

// What `tasks` come to on a pool like that.
TrialOutcome RunOn(const ModelOptions& options, std::vector<Task> tasks) {
  EventLoop loop;
  ProcessPool pool(loop, options);
  TrialOutcome outcome;
  pool.Start([&](const Result<double>& startup) {
    ASSERT_TRUE(startup);
    pool.Run(std::move(tasks), [&](Result<TrialOutcome> result) {
      ASSERT_TRUE(result) << result.error().message;
      outcome = std::move(result).value();
      loop.Stop();
    });
  });
  ServeUntilStopped(loop, "the trial");
  return outcome;
}

std::vector<Task> Counts(int count) {
  std::vector<Task> tasks(static_cast<size_t>(count), {.kind = TaskKind::kCount});
  for (int index = 0; index < count; ++index) {
    tasks[index].index = index;
    tasks[index].size = index + 1;
  }
  return tasks;
}

TEST(ProcessPool, GivesResultsInTheTasksOrderWhateverTheChunks) {
  for (const int chunk : {0, 1, 7, 1000}) {
    const TrialOutcome outcome = RunOn({.workers = 3, .chunk = chunk}, Counts(500));
    ASSERT_EQ(outcome.outputs.size(), 500u);
    for (int index = 0; index < 500; ++index) EXPECT_EQ(outcome.outputs[index].value, index + 1);
    size_t events = 0;
    for (const Lane& lane : outcome.lanes) events += lane.tasks().size();
    EXPECT_EQ(events, 500u);
    EXPECT_GT(outcome.warm_startup_s, 0);
    EXPECT_GT(outcome.memory_bytes.value_or(0), 100'000) << "a process holds some memory";
  }
}

TEST(ProcessPool, LetsOneTaskAtATimeIntoTheCriticalSection) {
  std::vector<Task> tasks(6, {.kind = TaskKind::kWait, .serial_share = 1, .latency_ms = 10});
  for (int index = 0; index < 6; ++index) tasks[index].index = index;
  const TrialOutcome outcome = RunOn({.workers = 3}, tasks);
  std::vector<TaskSpan> all;
  for (const Lane& lane : outcome.lanes)
    all.insert(all.end(), lane.tasks().begin(), lane.tasks().end());
  std::ranges::sort(all, {}, &TaskSpan::begin);
  ASSERT_EQ(all.size(), 6u);
  // The section is left a moment before the task's end is stamped.
  for (size_t at = 1; at < all.size(); ++at)
    EXPECT_GE(all[at].begin - all[at - 1].begin, 10'000'000);
}

// A part of a task that short is none: its process never enters the section, nor leaves it.
TEST(ProcessPool, GoesOnWhenTheSerialPartOfATaskComesToNothing) {
  std::vector<Task> tasks = Counts(9);
  for (Task& task : tasks) task.serial_share = 0.25;
  const TrialOutcome outcome = RunOn({.workers = 3}, tasks);
  ASSERT_EQ(outcome.outputs.size(), 9u);
  for (int index = 0; index < 9; ++index) EXPECT_EQ(outcome.outputs[index].value, index + 1);
}

TEST(ProcessPool, TellsWhatItsProcessesUsed) {
  const TrialOutcome outcome =
      RunOn({.workers = 2}, {{.kind = TaskKind::kCount, .size = 50'000'000}});
  double cpu_s = 0;
  for (const Lane& lane : outcome.lanes) cpu_s += lane.usage().cpu_s.value_or(-1);
  EXPECT_GT(cpu_s, 0.005);
  EXPECT_LT(cpu_s, 60);
}

}  // namespace
}  // namespace lab
