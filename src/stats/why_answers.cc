#include "stats/why_answers.h"

#include <algorithm>

#include "base/clock_steps.h"
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

std::string Others(int busy, std::string_view worker) {
  if (busy == 1) return "the busy " + std::string(worker);
  return "a busy " + std::string(worker);
}

// How late it went on, as far as the clock tells. That it had to wait is known from the order of the events.
Reason ReasonOf(const Returns& returns, int busy, std::string_view worker, double timer_step_s) {
  const std::string came = "The answering " + std::string(worker) + " came back " + Often(returns.count);
  const std::string unseen = " is less than this clock can tell (" + Duration(timer_step_s) + " a step).";
  if (returns.count == 0) return {ReasonCode::kUnknown, "The record does not show the " + std::string(worker) + " coming back from a wait."};
  if (busy == 0) return {ReasonCode::kOneWorker, came + ", with nobody beside it."};
  if (returns.waited == 0) {
    if (DelaySeen(0, timer_step_s)) return {ReasonCode::kParallel, came + " and went on at once: " + Others(busy, worker) + " holds no lock that it needs."};
    return {ReasonCode::kParallel, came + ": " + Others(busy, worker) + " holds no lock that it needs. How late it went on" + unseen};
  }
  const double each_s = InSeconds(returns.waiting) / returns.waited;
  const std::string held = came + "; " + (returns.waited == returns.count ? "each time" : Often(returns.waited)) + " " + Others(busy, worker) + " held the GIL";
  if (!DelaySeen(each_s, timer_step_s)) return {ReasonCode::kGil, held + ". How long it waited for that" + unseen};
  return {ReasonCode::kGil, held + ", and gave it up " + DurationSeen(each_s, timer_step_s) + " later on average: it is asked to only after one switch interval."};
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
  reasons.push_back(ReasonOf(returns, workers - 1, background.model.worker.one, background.timer_step_s));
  return reasons;
}

}  // namespace lab
