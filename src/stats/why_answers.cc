#include "stats/why_answers.h"

#include <algorithm>

#include "base/text.h"
#include "stats/timeline.h"
#include "stats/why_words.h"

namespace lab {
namespace {

// What became of a lane each time that a wait of its was over.
struct Returns {
  int count = 0;
  int waited = 0;               // of those it had to wait for the GIL
  Nanoseconds waiting = 0;      // all that together
};

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

std::string Others(int busy, const char* worker) {
  if (busy == 1) return std::string("the busy ") + worker;
  return "a busy " + std::string(worker);
}

Reason ReasonOf(const Returns& returns, int busy, const char* worker) {
  const std::string came = std::string("The answering ") + worker + " came back " + Often(returns.count);
  if (returns.count == 0) return {ReasonCode::kUnknown, std::string("The record does not show the ") + worker + " coming back from a wait."};
  if (busy == 0) return {ReasonCode::kOneWorker, came + ", with nobody beside it."};
  if (returns.waited == 0) return {ReasonCode::kParallel, came + " and went on at once: " + Others(busy, worker) + " holds no lock that it needs."};
  const std::string each = Duration(InSeconds(returns.waiting) / returns.waited);
  const std::string when = returns.waited == returns.count ? "each time" : Often(returns.waited);
  return {ReasonCode::kGil, came + "; " + when + " " + Others(busy, worker) + " held the GIL, and gave it up " + each +
                                " later on average: it is asked to only after one switch interval."};
}

}  // namespace

std::vector<Reason> WhyAnswersCame(const Trace& trace, const Background& background) {
  Returns returns;
  bool whole = true;
  int workers = 0;
  for (const LaneTrace& lane : trace.lanes) {
    whole = whole && lane.lost == 0;
    if (!lane.worker) continue;
    ++workers;
    const Returns of_lane = ReturnsOf(lane, trace.length);
    if (of_lane.count > returns.count) returns = of_lane;
  }
  std::vector<Reason> reasons;
  if (!whole) reasons.push_back({ReasonCode::kPartial, "Only the beginning was recorded; what follows is about it."});
  reasons.push_back(ReasonOf(returns, workers - 1, background.model == "processes" ? "process" : "thread"));
  return reasons;
}

}  // namespace lab
