#include "workload/run_task.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/text.h"
#include "platform/clock.h"
#include "tests/support/canned_server.h"
#include "workload/critical_section.h"
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

TEST(RunTask, AddsUpTheHeavySumAcrossSlices) {
  double sum = 0;
  for (int i = 0; i < 200'001; ++i) sum += std::sqrt(i) * std::sin(i);
  const Result<TaskOutput> output = RunAlone({.kind = TaskKind::kHeavy, .size = 200'001});
  ASSERT_TRUE(output);
  EXPECT_NEAR(output.value().value, sum, 1e-9 * std::fabs(sum));
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

TEST(RunTask, AMixedTaskComputesAndWaits) {
  const Nanoseconds begin = Now();
  const Result<TaskOutput> output =
      RunAlone({.kind = TaskKind::kMixed, .size = 1'000'003, .parts = 5, .latency_ms = 25});
  ASSERT_TRUE(output);
  EXPECT_EQ(output.value().value, 1'000'003) << "no iteration is lost between the parts";
  EXPECT_GE(Now() - begin, 25'000'000);
  EXPECT_EQ(
      RunAlone({.kind = TaskKind::kMixed, .size = 0, .parts = 5, .latency_ms = 1}).value().value,
      0);
}

TEST(RunTask, AnswersTellHowLateEachOfThemIs) {
  const Nanoseconds begin = Now();
  const Result<TaskOutput> output =
      RunAlone({.kind = TaskKind::kAnswer, .parts = 6, .latency_ms = 5});
  ASSERT_TRUE(output);
  ASSERT_EQ(output.value().delays_s.size(), 6u);
  double late_s = 0;
  for (const double delay : output.value().delays_s) {
    EXPECT_GT(delay, 0);
    late_s += delay;
  }
  EXPECT_LE(late_s, static_cast<double>(Now() - begin) / kSecond);
  EXPECT_EQ(output.value().value, 6);
}

TEST(RunTask, ABusyTaskCountsInCallsToo) {
  EXPECT_EQ(RunAlone({.kind = TaskKind::kBusy, .size = 700'000}).value().value, 700'000);
  EXPECT_EQ(
      RunAlone({.kind = TaskKind::kBusy, .size = 700'000, .call_size = 300'000}).value().value,
      700'000);
}

TEST(RunTask, AFailedDownloadIsAnErrorThatSaysWhat) {
  const Result<TaskOutput> output =
      RunAlone({.kind = TaskKind::kDownload, .timeout_ms = 500, .url = "http://127.0.0.1:1/x"});
  ASSERT_FALSE(output);
  EXPECT_EQ(output.error().code, ErrorCode::kDownloadFailed);
  EXPECT_NE(output.error().message.find("http://127.0.0.1:1/x"), std::string::npos);
}

TEST(RunTask, OnlyAnAnswerFrom200To299IsADownload) {
  for (const auto& [status, downloaded] :
       {std::pair(200, true), std::pair(299, true), std::pair(300, false), std::pair(404, false)}) {
    CannedServer server({Format("HTTP/1.1 %d Said\r\nContent-Length: 4\r\n\r\nbody", status)});
    const Result<TaskOutput> output =
        RunAlone({.kind = TaskKind::kDownload, .timeout_ms = 20'000, .url = server.url()});
    ASSERT_EQ(static_cast<bool>(output), downloaded) << status;
    if (downloaded) EXPECT_EQ(output.value().value, 4);
    else
      EXPECT_NE(output.error().message.find(Format("status %d", status)), std::string::npos)
          << output.error().message;
  }
}

TEST(RunTask, CancelledWorkDoesNotBegin) {
  Breaker breaker;
  breaker.Set(Breaker::kCancel);
  Checkpoint checkpoint(breaker);
  const Result<TaskOutput> output =
      RunTask({.kind = TaskKind::kWait, .latency_ms = 60'000}, checkpoint);
  ASSERT_FALSE(output);
  EXPECT_EQ(output.error().code, ErrorCode::kCancelled);
}

// A section in which its task is cancelled, or behind which.
class CancellingSection final : public CriticalSection {
 public:
  enum class When { kInside, kBehind };
  CancellingSection(Breaker& breaker, When when) : breaker_(breaker), when_(when) {}
  void Enter(Checkpoint&) override {
    if (when_ == When::kInside) breaker_.Set(Breaker::kCancel);
  }
  void Leave() override {
    ++left;
    breaker_.Set(Breaker::kCancel);
  }

  int left = 0;

 private:
  Breaker& breaker_;
  const When when_;
};

TEST(RunTask, WorkThatIsCancelledInTheMiddleHasNoOutputAndLeavesTheSection) {
  for (const TaskKind kind : {TaskKind::kCount, TaskKind::kHeavy, TaskKind::kWait}) {
    for (const double share : {0.5, 1.0}) {
      Breaker breaker;
      Checkpoint checkpoint(breaker);
      CancellingSection section(breaker, CancellingSection::When::kInside);
      const Result<TaskOutput> output =
          RunTask({.kind = kind, .size = 1'000'000, .serial_share = share, .latency_ms = 1},
                  checkpoint, &section);
      ASSERT_FALSE(output) << static_cast<int>(kind) << ", " << share;
      EXPECT_EQ(output.error().code, ErrorCode::kCancelled);
      EXPECT_EQ(section.left, 1);
    }
  }
}

// Two and a half slices are three.
TEST(RunTask, WhatIsSerialThroughoutIsDoneInsideTheSection) {
  for (const auto& [kind, size] : {std::pair(TaskKind::kCount, int64_t{655'360}),
                                   std::pair(TaskKind::kHeavy, int64_t{163'840})}) {
    for (const double share : {1.0, 0.5}) {
      Breaker breaker;
      Checkpoint checkpoint(breaker);
      CancellingSection section(breaker, CancellingSection::When::kBehind);
      const Task task = {.kind = kind, .size = size, .serial_share = share};
      const Result<TaskOutput> output = RunTask(task, checkpoint, &section);
      EXPECT_EQ(section.left, 1);
      EXPECT_EQ(static_cast<bool>(output), share == 1)
          << "something was done, or nothing was left, behind the section";
      if (output)
        EXPECT_EQ(output.value().value, RunAlone({.kind = kind, .size = size}).value().value);
    }
  }
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
