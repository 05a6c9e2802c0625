#include "report/pieces.h"

#include <algorithm>

namespace lab {

std::vector<TaskOnLane> SeparateTasks(const LaneTrace& lane, Nanoseconds length) {
  std::vector<TaskOnLane> tasks = TasksOf(lane, length);
  for (size_t at = 1; at < tasks.size(); ++at)
    tasks[at - 1].end = std::min(tasks[at - 1].end, tasks[at].begin);
  return tasks;
}

std::vector<SpanPiece> CutAtTasks(const std::vector<Span>& spans,
                                  const std::vector<TaskOnLane>& tasks) {
  std::vector<SpanPiece> pieces;
  size_t task = 0;
  for (const Span& span : spans) {
    const size_t before = pieces.size();
    Nanoseconds at = span.begin;
    const auto cut = [&](Nanoseconds end, size_t in) {
      const bool whole_and_empty = span.begin == span.end && pieces.size() == before;
      if (end < at || (end == at && !whole_and_empty)) return;
      pieces.push_back({.span = span, .task = in});
      pieces.back().span.begin = at;
      pieces.back().span.end = end;
      at = end;
    };
    for (; task < tasks.size() && tasks[task].begin < span.end; ++task) {
      cut(tasks[task].begin, kNoTask);
      cut(std::min(span.end, tasks[task].end), task);
      if (tasks[task].end > span.end) break;  // it goes on in the next state
    }
    cut(span.end, kNoTask);
  }
  return pieces;
}

}  // namespace lab
