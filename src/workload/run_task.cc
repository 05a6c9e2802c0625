#include "workload/run_task.h"

#include <algorithm>
#include <span>

#include "base/checksum.h"
#include "base/text.h"
#include "platform/http.h"
#include "platform/wait.h"
#include "workload/kernels.h"
#include "workload/memory_mark.h"

namespace lab {
namespace {

// Elements done in one call of a kernel: well under a millisecond. Constant, because the places
// where a sum is cut decide its last bits.
constexpr int64_t kCountSlice = 1 << 20;
constexpr int64_t kHeavySlice = 1 << 16;

Error CancelledTask() { return {.code = ErrorCode::kCancelled, .message = "The task was cancelled."}; }

TaskOutput Output(double value) {
  Checksum checksum;
  checksum.Add(value);
  return {.value = value, .checksum = checksum.value()};
}

Result<TaskOutput> RunCount(const Task& task, Checkpoint& checkpoint) {
  int64_t count = 0;
  while (count < task.size) {
    count = Count(count, std::min(count + kCountSlice, task.size), checkpoint);
    if (!checkpoint.Pass()) return CancelledTask();
  }
  return Output(static_cast<double>(count));
}

Result<TaskOutput> RunHeavy(const Task& task, Checkpoint& checkpoint) {
  double sum = 0;
  for (int64_t at = 0; at < task.size; at += kHeavySlice) {
    sum += HeavySum(at, std::min(at + kHeavySlice, task.size), checkpoint);
    if (!checkpoint.Pass()) return CancelledTask();
  }
  return Output(sum);
}

Result<TaskOutput> RunDownload(const Task& task, Checkpoint& checkpoint) {
  const Result<HttpAnswer> answer = [&] {
    Checkpoint::Blocking blocking(checkpoint);
    return HttpGet(task.url, task.timeout_ms);
  }();
  if (!checkpoint.Pass()) return CancelledTask();
  if (!answer) return answer.error();
  const int status = answer.value().status;
  if (status < 200 || status > 299) {
    return Error{.code = ErrorCode::kDownloadFailed,
                 .message = task.url + Format(": the server answered with status %d.", status),
                 .next = "Check the address; only answers from 200 to 299 count as downloaded."};
  }
  Checksum checksum;
  checksum.Add(std::as_bytes(std::span(answer.value().body)));
  return TaskOutput{.value = static_cast<double>(answer.value().body.size()), .checksum = checksum.value()};
}

Result<TaskOutput> RunWait(const Task& task, Checkpoint& checkpoint) {
  {
    Checkpoint::Blocking blocking(checkpoint);
    WaitMilliseconds(task.latency_ms);
  }
  if (!checkpoint.Pass()) return CancelledTask();
  return Output(task.latency_ms);
}

Result<TaskOutput> Run(const Task& task, Checkpoint& checkpoint) {
  switch (task.kind) {
    case TaskKind::kCount: return RunCount(task, checkpoint);
    case TaskKind::kHeavy: return RunHeavy(task, checkpoint);
    case TaskKind::kDownload: return RunDownload(task, checkpoint);
    case TaskKind::kWait: return RunWait(task, checkpoint);
  }
  return Error{.code = ErrorCode::kInternal, .message = "A task of an unknown kind arrived."};
}

}  // namespace

Result<TaskOutput> RunTask(const Task& task, Checkpoint& checkpoint) {
  if (!checkpoint.Pass()) return CancelledTask();
  Result<TaskOutput> output = Run(task, checkpoint);
  if (output) LeaveMark(task.mark);
  return output;
}

}  // namespace lab
