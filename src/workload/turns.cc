// Shown to people: the code view prints this file.
#include "workload/turns.h"

#include <algorithm>
#include <cmath>

#include "base/checksum.h"
#include "platform/clock.h"
#include "platform/wait.h"
#include "words/english/workload.h"
#include "workload/kernels.h"

namespace lab {
namespace {

// Well under a millisecond: WebAssembly enters its fast tier only when a function is called again.
constexpr int64_t kSlice = 1 << 18;

// Counts on to `end`. False if the task was cancelled.
bool CountOn(int64_t& count, int64_t end, Checkpoint& checkpoint) {
  while (count < end) {
    count = Count(count, std::min(end, count + kSlice), checkpoint);
    if (!checkpoint.Pass()) return false;
  }
  return true;
}

// Around the mean by three tenths up or down, never in step with a switch interval: multiples of
// the golden ratio fall evenly and without a period (Weyl's sequence).
double WaitNumber(int number, double mean_ms) {
  constexpr double kGolden = 0.6180339887498949;
  constexpr double kSpread = 0.6;
  const double even = std::fmod((number + 1) * kGolden, 1.0);
  return mean_ms * (1 + kSpread * (even - 0.5));
}

}  // namespace

Error CancelledTask() {
  return {.code = ErrorCode::kCancelled, .message = Phrase<words::kTaskCancelled>()};
}

TaskOutput Output(double value) {
  Checksum checksum;
  checksum.Add(value);
  return {.value = value, .checksum = checksum.value(), .delays_s = {}};
}

void Wait(double milliseconds, Checkpoint& checkpoint) {
  Checkpoint::Blocking blocking(checkpoint);
  WaitMilliseconds(milliseconds);
}

Result<TaskOutput> RunMixed(const Task& task, Checkpoint& checkpoint) {
  int64_t count = 0;
  for (int part = 1; part <= task.parts; ++part) {
    if (!CountOn(count, task.size * part / task.parts, checkpoint)) return CancelledTask();
    if (task.latency_ms > 0) Wait(task.latency_ms / task.parts, checkpoint);
    if (!checkpoint.Pass()) return CancelledTask();
  }
  return Output(static_cast<double>(count));
}

Result<TaskOutput> RunAnswers(const Task& task, Checkpoint& checkpoint) {
  TaskOutput output = Output(task.parts);
  for (int number = 0; number < task.parts; ++number) {
    const double wait_ms = WaitNumber(number, task.latency_ms);
    const Nanoseconds begin = Now();
    Wait(wait_ms, checkpoint);
    const double late_s = static_cast<double>(Now() - begin) / kSecond - wait_ms / 1000;
    constexpr double kLeast = 1e-6;  // a coarse clock may even see it back before its time
    output.delays_s.push_back(std::max(kLeast, late_s));
    if (!checkpoint.Pass()) return CancelledTask();
  }
  return output;
}

Result<TaskOutput> RunBusy(const Task& task, Checkpoint& checkpoint) {
  int64_t count = 0;
  // Inside a call nobody looks at the breaker: what Python's C functions do.
  Breaker quiet;
  Checkpoint unasked(quiet);
  while (count < task.size) {
    const int64_t end = std::min(task.size, count + std::max<int64_t>(task.call_size, 1));
    if (task.call_size > 0) CountOn(count, end, unasked);
    else if (!CountOn(count, task.size, checkpoint)) return CancelledTask();
    if (!checkpoint.Pass()) return CancelledTask();
  }
  return Output(static_cast<double>(count));
}

}  // namespace lab
