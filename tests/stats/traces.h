// Traces made by hand: lanes in milliseconds.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "trace/trace.h"

namespace lab {

inline constexpr Nanoseconds kMillisecond = 1'000'000;

inline Nanoseconds Ms(double milliseconds) {
  return static_cast<Nanoseconds>(milliseconds * static_cast<double>(kMillisecond));
}

// A worker's lane that grows from left to right.
class LaneMaker {
 public:
  explicit LaneMaker(std::string name) { lane_.name = std::move(name); }

  // From now on for so long.
  LaneMaker& In(EventKind state, double milliseconds, int16_t peer = kNoLane, int32_t bytes = 0) {
    lane_.events.push_back({.at = Ms(now_), .value = bytes, .peer = peer, .kind = state});
    now_ += milliseconds;
    return *this;
  }
  LaneMaker& Begin(int task) { return Mark(EventKind::kTaskBegun, task); }
  LaneMaker& Done(int task) { return Mark(EventKind::kTaskDone, task); }
  // One task that is one state throughout.
  LaneMaker& Task(int task, EventKind state, double milliseconds) {
    return Begin(task).In(state, milliseconds).Done(task);
  }
  // No task is left for it.
  LaneTrace End() { return In(EventKind::kEnded, 0).lane_; }
  LaneTrace Lost(uint64_t events) {
    lane_.lost = events;
    return lane_;
  }

 private:
  LaneMaker& Mark(EventKind kind, int task) {
    lane_.events.push_back({.at = Ms(now_), .value = task, .kind = kind});
    return *this;
  }

  LaneTrace lane_;
  double now_ = 0;
};

inline Trace TraceOf(double milliseconds, bool gil, std::vector<LaneTrace> lanes) {
  return {.length = Ms(milliseconds), .gil = gil, .lanes = std::move(lanes)};
}

// The engine's end of the messages.
inline LaneTrace EngineLane() {
  return {
      .name = "engine", .worker = false, .events = {{.at = 0, .kind = EventKind::kWaitingForTask}}};
}

}  // namespace lab
