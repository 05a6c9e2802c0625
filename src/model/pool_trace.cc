#include "model/pool_trace.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "words/english/model.h"

namespace lab {

void PoolTrace::Begin(Nanoseconds asked) {
  if (!record_) return;
  asked_ = asked;
  for (Process& process : processes_) process = {};
  engine_ = std::make_unique<Recorder>(Room());
  engine_->EnterAt(asked, EventKind::kRunning);
}

void PoolTrace::Sends(size_t to, size_t bytes) {
  if (record_) engine_->EnterMessage(EventKind::kSending, static_cast<int16_t>(to), bytes);
}

void PoolTrace::Receives(size_t from, size_t bytes) {
  if (!record_ || engine_ == nullptr) return;
  engine_->EnterMessage(EventKind::kReceiving, static_cast<int16_t>(from), bytes);
  processes_[from].heard = engine_->latest();
}

void PoolTrace::Waits() {
  if (record_ && engine_ != nullptr) engine_->Enter(EventKind::kWaitingForTask);
}

void PoolTrace::TakeIn(size_t from, std::span<const Event> events, uint64_t lost, size_t bytes) {
  if (!record_) return;
  Process& process = processes_[from];
  const size_t kept = std::min(events.size(), Room() - std::min(Room(), process.events.size()));
  process.lost += lost + (events.size() - kept);
  const auto engine = static_cast<int16_t>(processes_.size());
  for (Event event : events.first(kept)) {
    const bool message = event.kind == EventKind::kSending || event.kind == EventKind::kReceiving;
    if (message) event.peer = engine;
    if (event.kind == EventKind::kSending) event.value = static_cast<int32_t>(bytes);
    process.events.push_back(event);
  }
}

void PoolTrace::WaitsForSection(size_t at) {
  if (record_) processes_[at].ours.push_back({.at = Now(), .kind = EventKind::kWaitingForLock});
}

std::optional<Trace> PoolTrace::Recorded(std::span<const ClockOffset> clocks,
                                         std::span<const Nanoseconds> startups) const {
  if (!record_ || engine_ == nullptr) return std::nullopt;
  Trace trace = {.length = Now() - asked_};
  for (size_t at = 0; at < processes_.size(); ++at) {
    LaneTrace lane = LaneOf(processes_[at], clocks[at]);
    lane.name = Phrase<words::kProcessLane>("number"_a = at + 1);
    lane.startup = startups[at];
    trace.disorder = std::max(trace.disorder, clocks[at].Disorder());
    trace.lanes.push_back(std::move(lane));
  }
  trace.lanes.push_back({.name = "engine",
                         .worker = false,
                         .events = Since(asked_, engine_->events()),
                         .lost = engine_->lost()});
  return trace;
}

LaneTrace PoolTrace::LaneOf(const Process& process, const ClockOffset& clock) const {
  std::vector<Event> theirs = process.events;
  for (Event& event : theirs) event.at += clock.Add();
  std::vector<Event> events;
  std::ranges::merge(theirs, process.ours, std::back_inserter(events), {}, &Event::at, &Event::at);
  LaneTrace lane = {.events = Since(asked_, events), .lost = process.lost};
  // After the latest results nothing is known to be under way, until the process says so.
  const bool sending = lane.events.back().kind == EventKind::kSending;
  if (sending && process.heard > 0)
    lane.events.push_back(
        {.at = std::max(lane.events.back().at, process.heard - asked_), .kind = EventKind::kEnded});
  return lane;
}

}  // namespace lab
