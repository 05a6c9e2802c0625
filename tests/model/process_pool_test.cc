#include "model/process_pool.h"

#include <gtest/gtest.h>
#include <signal.h>

#include "tests/support/children.h"
#include "tests/support/loop.h"

namespace lab {
namespace {

TEST(ProcessPool, SaysWhichProcessDiedInTheMiddleOfARun) {
  EventLoop loop;
  ProcessPool pool(loop, 2);
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
  ProcessPool pool(loop, 2);
  std::optional<Error> error;
  pool.Start([&](const Result<double>& startup) {
    ASSERT_TRUE(startup);
    kill(Children().front(), SIGKILL);
    loop.After(0.1, [&] {
      pool.Run({{.kind = TaskKind::kCount, .size = 1000}}, [&](const Result<TrialOutcome>& outcome) {
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

// A long task first: whoever is free takes the next, so the others do not wait behind it.
TEST(ProcessPool, HandsTasksToWhoeverIsFree) {
  EventLoop loop;
  ProcessPool pool(loop, 2);
  pool.Start([&](const Result<double>&) {
    std::vector<Task> tasks(7, {.kind = TaskKind::kWait, .latency_ms = 40});
    tasks[0].latency_ms = 240;
    for (int index = 0; index < 7; ++index) tasks[index].index = index;
    pool.Run(tasks, [&](const Result<TrialOutcome>& outcome) {
      ASSERT_TRUE(outcome);
      std::vector<size_t> each;
      for (const Lane& lane : outcome.value().lanes) each.push_back(lane.events().size());
      std::ranges::sort(each);
      EXPECT_EQ(each, (std::vector<size_t>{1, 6}));
      loop.Stop();
    });
  });
  ServeUntilStopped(loop, "seven waits");
}

}  // namespace
}  // namespace lab
