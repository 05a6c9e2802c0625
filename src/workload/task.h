// One unit of work and what came of it. Plain values that can travel between processes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace lab {

enum class TaskKind : uint8_t {
  kCount,     // count to `size`
  kHeavy,     // sum sqrt(i)·sin(i) for i below `size`
  kDownload,  // fetch `url`
  kWait,      // wait `latency_ms`, as a download would
  kMixed,     // count to `size` and wait `latency_ms`, in `parts` turns
  kAnswer,    // `parts` times: wait about `latency_ms`, and see how late one is back
  kBusy,      // count to `size`, in calls of `call_size` that do not look at the GIL
};

struct Task {
  TaskKind kind = TaskKind::kCount;
  int index = 0;           // its place in the trial, from 0
  uint64_t mark = 0;       // the trial's mark, see memory_mark.h
  int64_t size = 0;
  double serial_share =
      0; // 0..1: that share of it, at its beginning, is done in the trial's critical section
  int parts = 1;
  int64_t call_size = 0;   // iterations; 0: the GIL is looked at in every one
  bool background = false; // done again and again until all others are done; of no result
  double latency_ms = 0;
  double timeout_ms = 0;
  std::string url;
};

struct TaskOutput {
  double value = 0;        // the count, the sum, the bytes
  uint64_t checksum = 0;   // over the exact result
  std::vector<double> delays_s;  // of kAnswer: how late it was back, each time
};

}  // namespace lab
