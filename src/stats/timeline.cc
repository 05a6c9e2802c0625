#include "stats/timeline.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace lab {
namespace {

bool IsMessage(EventKind kind) {
  return kind == EventKind::kSending || kind == EventKind::kReceiving;
}
int32_t BytesOf(const Event& event) { return IsMessage(event.kind) ? event.value : 0; }
int16_t PeerOf(const Event& event) { return IsMessage(event.kind) ? event.peer : kNoLane; }

// Where the record of the lane ends.
Nanoseconds EndOf(const LaneTrace& lane, Nanoseconds length) {
  if (lane.lost == 0 || lane.events.empty()) return length;
  return std::min(length, lane.events.back().at);
}

// One more or one fewer lane in a state.
struct Step {
  Nanoseconds at = 0;
  int change = 0;
};

// Of all workers' lanes, in the order of time; at the same instant those that leave come first.
std::vector<Step> StepsOf(const Trace& trace, const std::vector<EventKind>& states) {
  std::vector<Step> steps;
  for (const LaneTrace& lane : trace.lanes) {
    if (!lane.worker) continue;
    for (const Span& span : SpansOf(lane, trace.length)) {
      if (std::ranges::find(states, span.state) == states.end() || span.begin == span.end) continue;
      steps.push_back({span.begin, 1});
      steps.push_back({span.end, -1});
    }
  }
  std::ranges::sort(steps, {}, [](const Step& step) { return std::pair(step.at, step.change); });
  return steps;
}

// When a waiter last asked the holder before `until`, since `from`.
void FindRequest(const Trace& trace, Nanoseconds from, HandOff& handoff) {
  for (size_t lane = 0; lane < trace.lanes.size(); ++lane) {
    const std::vector<Event>& events = trace.lanes[lane].events;
    auto at = std::ranges::upper_bound(events, handoff.at, {}, &Event::at);
    while (at != events.begin()) {
      --at;
      if (at->at < from) break;
      if (at->kind != EventKind::kAskedToDrop || at->peer != handoff.from) continue;
      if (handoff.asked < 0 || at->at < handoff.asked)
        handoff = {handoff.at,     handoff.from, handoff.to,
                   handoff.waited, at->at,       static_cast<int>(lane)};
    }
  }
}

}  // namespace

std::vector<Span> SpansOf(const LaneTrace& lane, Nanoseconds length) {
  std::vector<Span> spans;
  const Nanoseconds end = EndOf(lane, length);
  for (const Event& event : lane.events) {
    if (!IsState(event.kind)) continue;
    if (!spans.empty()) spans.back().end = event.at;
    spans.push_back({.state = event.kind,
                     .begin = event.at,
                     .end = std::max(end, event.at),
                     .bytes = BytesOf(event),
                     .peer = PeerOf(event)});
  }
  return spans;
}

std::optional<Span> SpanAt(const LaneTrace& lane, Nanoseconds length, Nanoseconds at) {
  const auto later = std::ranges::upper_bound(lane.events, at, {}, &Event::at);
  auto begun = later;
  while (begun != lane.events.begin() && !IsState(std::prev(begun)->kind)) --begun;
  if (begun == lane.events.begin()) return std::nullopt;
  --begun;
  const auto next = std::find_if(later, lane.events.end(),
                                 [](const Event& event) { return IsState(event.kind); });
  const Nanoseconds end = next != lane.events.end() ? next->at : EndOf(lane, length);
  if (at >= end) return std::nullopt;
  return Span{.state = begun->kind,
              .begin = begun->at,
              .end = end,
              .bytes = BytesOf(*begun),
              .peer = PeerOf(*begun)};
}

std::vector<TaskOnLane> TasksOf(const LaneTrace& lane, Nanoseconds length) {
  std::vector<TaskOnLane> tasks;
  bool open = false;
  for (const Event& event : lane.events) {
    if (event.kind == EventKind::kTaskBegun) {
      tasks.push_back(
          {.task = event.value, .begin = event.at, .end = std::max(EndOf(lane, length), event.at)});
      open = true;
    } else if (event.kind == EventKind::kTaskDone && std::exchange(open, false)) {
      tasks.back().end = event.at;
    }
  }
  return tasks;
}

std::vector<Hold> HoldsOf(const Trace& trace) {
  std::vector<Hold> holds;
  if (!trace.gil) return holds;
  for (size_t lane = 0; lane < trace.lanes.size(); ++lane) {
    for (const Span& span : SpansOf(trace.lanes[lane], trace.length)) {
      if (span.state == EventKind::kRunning)
        holds.push_back({.lane = static_cast<int>(lane), .begin = span.begin, .end = span.end});
    }
  }
  // One that begins and ends within a tick of the clock comes before the one that goes on from
  // there.
  std::ranges::sort(holds, {},
                    [](const Hold& hold) { return std::tuple(hold.begin, hold.end, hold.lane); });
  return holds;
}

std::vector<HandOff> HandOffsOf(const Trace& trace) {
  std::vector<HandOff> handoffs;
  const std::vector<Hold> holds = HoldsOf(trace);
  for (size_t at = 1; at < holds.size(); ++at) {
    const Hold& before = holds[at - 1];
    const Hold& now = holds[at];
    if (before.lane == now.lane) continue;
    HandOff handoff = {.at = now.begin, .from = before.lane, .to = now.lane};
    const std::vector<Event>& events = trace.lanes[static_cast<size_t>(now.lane)].events;
    for (auto event = std::ranges::lower_bound(events, now.begin, {}, &Event::at);
         event != events.begin();) {
      --event;
      if (!IsState(event->kind)) continue;
      if (event->kind == EventKind::kWaitingForGil) handoff.waited = now.begin - event->at;
      break;
    }
    FindRequest(trace, before.begin, handoff);
    handoffs.push_back(handoff);
  }
  return handoffs;
}

std::vector<Message> MessagesOf(const Trace& trace) {
  std::map<std::pair<int, int>, std::vector<Message>> sent;  // by sender and receiver
  for (size_t lane = 0; lane < trace.lanes.size(); ++lane) {
    const int from = static_cast<int>(lane);
    for (const Event& event : trace.lanes[lane].events) {
      if (event.kind == EventKind::kSending)
        sent[{from, event.peer}].push_back(
            {.from = from, .to = event.peer, .sent = event.at, .bytes = event.value});
    }
  }
  std::vector<Message> messages;
  std::map<std::pair<int, int>, size_t> received;
  for (size_t lane = 0; lane < trace.lanes.size(); ++lane) {
    for (const Event& event : trace.lanes[lane].events) {
      if (event.kind != EventKind::kReceiving) continue;
      const std::pair<int, int> way = {event.peer, static_cast<int>(lane)};
      const size_t number = received[way]++;
      const std::vector<Message>& theirs = sent[way];
      if (number >= theirs.size()) continue;
      messages.push_back(theirs[number]);
      messages.back().received = event.at;
    }
  }
  std::ranges::sort(messages, {}, [](const Message& message) {
    return std::tuple(message.sent, message.received, message.from);
  });
  return messages;
}

TimeInStates TimeOf(const std::vector<Span>& spans) {
  TimeInStates time{};
  for (const Span& span : spans) time[static_cast<size_t>(span.state)] += span.end - span.begin;
  return time;
}

LaneShares SharesOf(const TimeInStates& time, Nanoseconds length) {
  if (length <= 0) return {};
  const auto share = [&](std::initializer_list<EventKind> states) {
    Nanoseconds sum = 0;
    for (const EventKind state : states) sum += time[static_cast<size_t>(state)];
    return static_cast<double>(sum) / static_cast<double>(length);
  };
  return {.busy = share({EventKind::kRunning}),
          .waiting = share({EventKind::kWaitingForGil, EventKind::kWaitingForLock}),
          .blocked = share({EventKind::kBlocked}),
          .messages = share({EventKind::kSending, EventKind::kReceiving}),
          .idle = share({EventKind::kWaitingForTask, EventKind::kEnded})};
}

std::vector<UtilisationStep> UtilisationOf(const Trace& trace,
                                           const std::vector<EventKind>& states) {
  std::vector<UtilisationStep> steps = {{.at = 0, .running = 0}};
  for (const Step& step : StepsOf(trace, states)) {
    const int running = steps.back().running + step.change;
    if (steps.back().at == step.at) steps.back().running = running;
    else steps.push_back({.at = step.at, .running = running});
  }
  return steps;
}

std::vector<Nanoseconds> TimeTogether(const Trace& trace, const std::vector<EventKind>& states) {
  const auto workers =
      static_cast<size_t>(std::ranges::count(trace.lanes, true, &LaneTrace::worker));
  std::vector<Nanoseconds> time(workers + 1);
  Nanoseconds before = 0;
  size_t lanes = 0;
  for (const Step& step : StepsOf(trace, states)) {
    time[lanes] += step.at - before;
    before = step.at;
    lanes = static_cast<size_t>(static_cast<int>(lanes) + step.change);
  }
  time[lanes] += std::max<Nanoseconds>(0, trace.length - before);
  return time;
}

}  // namespace lab
