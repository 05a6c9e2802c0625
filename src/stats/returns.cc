#include "stats/returns.h"

#include <algorithm>

#include "stats/timeline.h"

namespace lab {
namespace {

Returns ReturnsOf(const LaneTrace& lane, Nanoseconds length) {
  Returns returns;
  EventKind before = EventKind::kWaitingForTask;
  for (const Span& span : SpansOf(lane, length)) {
    if (before == EventKind::kBlocked) ++returns.count;
    if (before == EventKind::kBlocked && span.state == EventKind::kWaitingForGil) {
      ++returns.waited;
      returns.waiting += span.end - span.begin;
    }
    before = span.state;
  }
  return returns;
}

}  // namespace

Returns ReturnsOf(const Trace& trace) {
  Returns most;
  bool whole = true;
  int workers = 0;
  for (const LaneTrace& lane : trace.lanes) {
    whole = whole && lane.lost == 0;
    if (!lane.worker) continue;
    ++workers;
    const Returns of_lane = ReturnsOf(lane, trace.length);
    if (of_lane.count > most.count) most = of_lane;
  }
  most.busy = std::max(0, workers - 1);
  most.whole = whole;
  return most;
}

ReasonCode CauseOf(const Returns& returns) {
  if (returns.count == 0) return ReasonCode::kUnknown;
  if (returns.busy == 0) return ReasonCode::kOneWorker;
  return returns.waited == 0 ? ReasonCode::kParallel : ReasonCode::kGil;
}

}  // namespace lab
