#include "workload/run_task.h"

#include <gtest/gtest.h>

#include "platform/clock.h"
#include "workload/memory_mark.h"

namespace lab {
namespace {

Result<TaskOutput> RunAlone(const Task& task) {
  Breaker breaker;
  Checkpoint checkpoint(breaker);
  return RunTask(task, checkpoint);
}

TEST(RunTask, CountsAcrossSlices) {
  const Result<TaskOutput> output = RunAlone({.kind = TaskKind::kCount, .size = 5'000'001});
  ASSERT_TRUE(output);
  EXPECT_EQ(output.value().value, 5'000'001);
}

TEST(RunTask, EqualTasksHaveEqualChecksumsAndOthersDoNot) {
  const Task task = {.kind = TaskKind::kHeavy, .size = 300'000};
  Task longer = task;
  ++longer.size;
  EXPECT_EQ(RunAlone(task).value().checksum, RunAlone(task).value().checksum);
  EXPECT_NE(RunAlone(task).value().checksum, RunAlone(longer).value().checksum);
}

TEST(RunTask, AWaitTakesItsLatency) {
  const Nanoseconds begin = Now();
  ASSERT_TRUE(RunAlone({.kind = TaskKind::kWait, .latency_ms = 30}));
  EXPECT_GE(Now() - begin, 30'000'000);
}

TEST(RunTask, AFailedDownloadIsAnErrorThatSaysWhat) {
  const Result<TaskOutput> output = RunAlone({.kind = TaskKind::kDownload, .timeout_ms = 500, .url = "http://127.0.0.1:1/x"});
  ASSERT_FALSE(output);
  EXPECT_EQ(output.error().code, ErrorCode::kDownloadFailed);
  EXPECT_NE(output.error().message.find("http://127.0.0.1:1/x"), std::string::npos);
}

TEST(RunTask, CancelledWorkDoesNotBegin) {
  Breaker breaker;
  breaker.Set(Breaker::kCancel);
  Checkpoint checkpoint(breaker);
  const Result<TaskOutput> output = RunTask({.kind = TaskKind::kWait, .latency_ms = 60'000}, checkpoint);
  ASSERT_FALSE(output);
  EXPECT_EQ(output.error().code, ErrorCode::kCancelled);
}

TEST(RunTask, LeavesItsMarkInThisMemory) {
  const uint64_t mark = NewMark();
  ASSERT_TRUE(RunAlone({.kind = TaskKind::kCount, .mark = mark, .size = 1}));
  EXPECT_EQ(LatestMark(), mark);
  ASSERT_TRUE(RunAlone({.kind = TaskKind::kCount, .mark = mark - 1, .size = 1}));
  EXPECT_EQ(LatestMark(), mark) << "an older mark must not hide a newer one";
}

}  // namespace
}  // namespace lab
