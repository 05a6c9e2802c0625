// Shown to people: the code view prints this file.
#include "workload/run_task.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "base/checksum.h"
#include "platform/http.h"
#include "words/english/workload.h"
#include "workload/kernels.h"
#include "workload/memory_mark.h"
#include "workload/turns.h"

namespace lab {
namespace {

// Elements done in one call of a kernel: well under a millisecond, and few enough that a serial
// share of a task can be cut in percents. Constant, because the places where a sum is cut decide
// its last bits.
constexpr int64_t kCountSlice = 1 << 18;
constexpr int64_t kHeavySlice = 1 << 16;

// Does `size` elements in slices by body(begin, end), the serial share of them inside the section.
// It is cut where a slice ends anyway, so that the result is the same whatever is serial. False if
// the task was cancelled.
template <typename Body>
bool InSlices(const Task& task, int64_t slice, Checkpoint& checkpoint, CriticalSection* section,
              Body body) {
  const int64_t slices = (task.size + slice - 1) / slice;
  const auto serial_end =
      static_cast<int64_t>(std::llround(static_cast<double>(slices) * task.serial_share)) * slice;
  const auto run = [&](int64_t begin, int64_t end) {
    for (int64_t at = begin; at < end; at += slice) {
      body(at, std::min(at + slice, task.size));
      if (!checkpoint.Pass()) return false;
    }
    return true;
  };
  if (serial_end > 0) {
    section->Enter(checkpoint);
    const bool done = run(0, std::min(serial_end, task.size));
    section->Leave();
    if (!done) return false;
  }
  return run(serial_end, task.size);
}

Result<TaskOutput> RunCount(const Task& task, Checkpoint& checkpoint, CriticalSection* section) {
  int64_t count = 0;
  const auto slice = [&](int64_t, int64_t end) { count = Count(count, end, checkpoint); };
  if (!InSlices(task, kCountSlice, checkpoint, section, slice)) return CancelledTask();
  return Output(static_cast<double>(count));
}

Result<TaskOutput> RunHeavy(const Task& task, Checkpoint& checkpoint, CriticalSection* section) {
  double sum = 0;
  const auto slice = [&](int64_t begin, int64_t end) { sum += HeavySum(begin, end, checkpoint); };
  if (!InSlices(task, kHeavySlice, checkpoint, section, slice)) return CancelledTask();
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
                 .message = Phrase<words::kDownloadStatus>("url"_a = task.url, "status"_a = status),
                 .next = Phrase<words::kNeedStatus2xx>()};
  }
  Checksum checksum;
  checksum.Add(std::as_bytes(std::span(answer.value().body)));
  return TaskOutput{.value = static_cast<double>(answer.value().body.size()),
                    .checksum = checksum.value(),
                    .delays_s = {}};
}

Result<TaskOutput> RunWait(const Task& task, Checkpoint& checkpoint, CriticalSection* section) {
  const double serial_ms = task.latency_ms * task.serial_share;
  if (serial_ms > 0) {
    section->Enter(checkpoint);
    Wait(serial_ms, checkpoint);
    section->Leave();
  }
  Wait(task.latency_ms - serial_ms, checkpoint);
  if (!checkpoint.Pass()) return CancelledTask();
  return Output(task.latency_ms);
}

Result<TaskOutput> Run(const Task& task, Checkpoint& checkpoint, CriticalSection* section) {
  switch (task.kind) {
    case TaskKind::kCount: return RunCount(task, checkpoint, section);
    case TaskKind::kHeavy: return RunHeavy(task, checkpoint, section);
    case TaskKind::kDownload: return RunDownload(task, checkpoint);
    case TaskKind::kWait: return RunWait(task, checkpoint, section);
    case TaskKind::kMixed: return RunMixed(task, checkpoint);
    case TaskKind::kAnswer: return RunAnswers(task, checkpoint);
    case TaskKind::kBusy: return RunBusy(task, checkpoint);
  }
  return Error{.code = ErrorCode::kInternal, .message = Phrase<words::kUnknownTask>()};
}

}  // namespace

Result<TaskOutput> RunTask(const Task& task, Checkpoint& checkpoint, CriticalSection* section) {
  if (!checkpoint.Pass()) return CancelledTask();
  Result<TaskOutput> output = Run(task, checkpoint, section);
  if (output) LeaveMark(task.mark);
  return output;
}

}  // namespace lab
