// What one worker got done: its tasks with the stamps of the clock that all lanes share. Always
// kept, since all figures come from it; what else the lane did is recorded where that is wanted
// (recorder.h). One lane is written by one thread, into a buffer that never grows, without locks;
// whoever reads it does so after the writer has handed it over.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "platform/clock.h"
#include "platform/usage.h"

namespace lab {

// A task, from its first line to its last.
struct TaskSpan {
  int32_t task = -1;
  Nanoseconds begin = 0;
  Nanoseconds end = 0;
};

class Lane {
 public:
  static constexpr size_t kUsualCapacity = 4096;

  // Room for `capacity` tasks; what comes after that is counted and not kept.
  explicit Lane(size_t capacity = kUsualCapacity) { tasks_.reserve(capacity); }

  void Add(const TaskSpan& task) {
    first_begin_ = std::min(first_begin_, task.begin);
    last_end_ = std::max(last_end_, task.end);
    busy_ += task.end - task.begin;
    if (tasks_.size() < tasks_.capacity()) tasks_.push_back(task);
    else ++lost_;
  }
  const std::vector<TaskSpan>& tasks() const { return tasks_; }
  uint64_t lost() const { return lost_; }

  // What its worker used for the trial; nothing unless it is said.
  void SetUsage(const ThreadUsage& usage) { usage_ = usage; }
  const ThreadUsage& usage() const { return usage_; }

  // Time in tasks, those that were not kept too.
  Nanoseconds busy() const { return busy_; }
  // Of all tasks, those that were not kept too; begin > end if there was none.
  Nanoseconds first_begin() const { return first_begin_; }
  Nanoseconds last_end() const { return last_end_; }

 private:
  std::vector<TaskSpan> tasks_;
  uint64_t lost_ = 0;
  ThreadUsage usage_ = {.cpu_s = 0, .voluntary_switches = 0, .involuntary_switches = 0};
  Nanoseconds busy_ = 0;
  Nanoseconds first_begin_ = std::numeric_limits<Nanoseconds>::max();
  Nanoseconds last_end_ = std::numeric_limits<Nanoseconds>::min();
};

// From `asked` until the last lane that got a task began its first one, in seconds; 0 without
// tasks.
double WarmStartup(const std::vector<Lane>& lanes, Nanoseconds asked);

// From the first begin to the last end of the tasks in all lanes, in seconds; 0 without tasks.
double Makespan(const std::vector<Lane>& lanes);

}  // namespace lab
