// States of a lane, cut so that they nest in its tasks. Pure.
#pragma once

#include <limits>
#include <vector>

#include "stats/timeline.h"

namespace lab {

inline constexpr size_t kNoTask = std::numeric_limits<size_t>::max();

// A part of a state that lies in one task, or in none.
struct SpanPiece {
  Span span;                // the part, otherwise as the state
  size_t task = kNoTask;    // its place among the lane's tasks
};

// The lane's tasks, one after the other whatever a file says.
std::vector<TaskOnLane> SeparateTasks(const LaneTrace& lane, Nanoseconds length);

// A state begins a little before its task and ends a little after it, and may go on through several
// tasks. Pieces without length are left out, unless the whole state has none.
std::vector<SpanPiece> CutAtTasks(const std::vector<Span>& spans,
                                  const std::vector<TaskOnLane>& tasks);

}  // namespace lab
