#include "trace/trace.h"

namespace lab {

size_t CountEvents(const Trace& trace) {
  size_t count = 0;
  for (const LaneTrace& lane : trace.lanes) count += lane.events.size();
  return count;
}

std::vector<Event> Since(Nanoseconds zero, std::span<const Event> events, Nanoseconds offset) {
  std::vector<Event> since = {{.at = 0, .kind = EventKind::kWaitingForTask}};
  for (Event event : events) {
    event.at += offset - zero;
    const bool state = IsState(event.kind);
    if (event.at > 0 || (event.at == 0 && !state)) since.push_back(event);
    else if (state) since.front() = {.at = 0, .kind = event.kind};
  }
  return since;
}

}  // namespace lab
