#include "shell/view/timeline_data.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "base/clock_steps.h"
#include "experiment/model_info.h"
#include "words/english/model.h"
#include "words/english/view.h"

namespace lab::panel {
namespace {

StepLine CountOf(const Trace& trace, const std::vector<EventKind>& states) {
  StepLine line(trace.lanes.size() + 1);
  for (const UtilisationStep& step : UtilisationOf(trace, states))
    line.Add(step.at, static_cast<size_t>(step.running));
  line.End(trace.length);
  return line;
}

StepLine HolderOf(const Trace& trace) {
  StepLine line(trace.lanes.size() + 1);
  line.Add(0, 0);
  for (const Hold& hold : HoldsOf(trace)) {
    line.Add(hold.begin, static_cast<size_t>(hold.lane) + 1);
    line.Add(hold.end, 0);
  }
  line.End(trace.length);
  return line;
}

TimelineLane MakeLane(const LaneTrace& recorded, Nanoseconds length) {
  TimelineLane lane{.name = recorded.worker ? recorded.name : Phrase<words::kMainProcess>(),
                    .worker = recorded.worker,
                    .startup = recorded.startup,
                    .lost = recorded.lost};
  const std::vector<Span> spans = SpansOf(recorded, length);
  for (const Span& span : spans) lane.states.Add(span.begin, static_cast<size_t>(span.state));
  lane.states.End(spans.empty() ? 0 : spans.back().end);
  lane.tasks = TasksOf(recorded, length);
  lane.shares = SharesOf(TimeOf(spans), length);
  return lane;
}

// Whether the trial lasted too few steps of the clock, or what the workers did in it did on
// average.
bool Blurred(const Trace& trace, double timer_step_s) {
  size_t spans = 0;
  double seconds = 0;
  for (const LaneTrace& lane : trace.lanes) {
    if (!lane.worker) continue;
    spans += static_cast<size_t>(
        std::ranges::count_if(lane.events, [](const Event& event) { return IsState(event.kind); }));
    seconds += static_cast<double>(trace.length) / kSecond;
  }
  const bool short_spans =
      spans > 0 && seconds / static_cast<double>(spans) < ShortestDelay(timer_step_s);
  return trace.length <= 0 ||
         static_cast<double>(trace.length) / kSecond < ShortestTrial(timer_step_s) || short_spans;
}

void Record(TimelineGroup& group, const Trace& trace, double timer_step_s) {
  group.recorded = true;
  group.length = trace.length;
  group.gil = trace.gil;
  for (const LaneTrace& lane : trace.lanes) group.lanes.push_back(MakeLane(lane, trace.length));
  group.blurred = Blurred(trace, timer_step_s);
  group.running = CountOf(trace, {EventKind::kRunning});
  group.busy = CountOf(trace, {EventKind::kRunning, EventKind::kBlocked});
  group.messages = MessagesOf(trace);
  for (const Message& message : group.messages)
    group.longest_message = std::max(group.longest_message, message.received - message.sent);
  if (!trace.gil) return;
  group.holder = HolderOf(trace);
  group.waiting = CountOf(trace, {EventKind::kWaitingForGil});
  group.handoffs = HandOffsOf(trace);
}

// Lanes as they will be, so that nothing moves when they come.
void Expect(TimelineGroup& group, const Experiment& experiment) {
  const int lanes = group.model == kSequential ? 1 : std::max(1, experiment.workers);
  const ModelRole role = RoleOf(group.model);
  const bool isolated = role == ModelRole::kIsolated;
  for (int lane = 1; lane <= lanes; ++lane) {
    group.lanes.push_back({.name = isolated ? Phrase<words::kProcessLane>("number"_a = lane)
                                            : Phrase<words::kThreadLane>("number"_a = lane)});
  }
  if (isolated) group.lanes.push_back({.name = Phrase<words::kMainProcess>(), .worker = false});
  group.gil = role == ModelRole::kBound;
}

}  // namespace

int TimelineGroup::workers() const {
  return static_cast<int>(std::ranges::count(lanes, true, &TimelineLane::worker));
}

bool TimelineData::Occurs(EventKind state) const {
  for (const TimelineGroup& group : groups) {
    for (const TimelineLane& lane : group.lanes) {
      std::array<Nanoseconds, kStates> time{};
      lane.states.AddTime(lane.states.first(), lane.states.last(), time);
      if (time[static_cast<size_t>(state)] > 0) return true;
    }
  }
  return false;
}

TimelineData MakeTimeline(const Outcome& outcome, const Chart& chart, double timer_step_s) {
  TimelineData data{.step = std::llround(timer_step_s * kSecond)};
  const bool running = outcome.kind == Outcome::Kind::kRunning;
  for (const BarRow& row : chart.rows) {
    const Trace* trace = TraceOf(outcome, row.model);
    if (trace == nullptr && (!running || row.kind == BarRow::Kind::kUnavailable)) continue;
    TimelineGroup& group =
        data.groups.emplace_back(TimelineGroup{.model = row.model, .label = row.label});
    if (trace != nullptr) Record(group, *trace, timer_step_s);
    else Expect(group, outcome.experiment);
    data.end = std::max(data.end, group.length);
    for (const TimelineLane& lane : group.lanes)
      data.startup = std::max(data.startup, lane.startup);
  }
  if (std::ranges::none_of(data.groups, &TimelineGroup::recorded)) return {};
  // The tasks one after the other: the axis of a run under way reaches there from the start.
  if (running && outcome.calibration)
    data.end = std::max(data.end, static_cast<Nanoseconds>(outcome.calibration->task_s *
                                                           outcome.experiment.tasks * 1e9));
  return data;
}

LaneShares SumOf(const TimelineGroup& group) {
  LaneShares sum;
  for (const TimelineLane& lane : group.lanes) {
    if (!lane.worker) continue;
    sum.busy += lane.shares.busy;
    sum.waiting += lane.shares.waiting;
    sum.blocked += lane.shares.blocked;
  }
  return sum;
}

const TaskOnLane* TaskAt(const TimelineLane& lane, Nanoseconds at) {
  const auto after = std::ranges::upper_bound(lane.tasks, at, {}, &TaskOnLane::begin);
  if (after == lane.tasks.begin()) return nullptr;
  const TaskOnLane& task = *std::prev(after);
  return at < task.end ? &task : nullptr;
}

int HandOffNear(const TimelineGroup& group, double at, double reach) {
  const std::vector<HandOff>& all = group.handoffs;
  const auto distance = [&](const HandOff& handoff) {
    return std::fabs(static_cast<double>(handoff.at) - at);
  };
  auto nearest = std::ranges::lower_bound(all, static_cast<Nanoseconds>(at), {}, &HandOff::at);
  if (nearest != all.begin() &&
      (nearest == all.end() || distance(*std::prev(nearest)) < distance(*nearest)))
    --nearest;
  if (nearest == all.end() || distance(*nearest) > reach) return -1;
  return static_cast<int>(nearest - all.begin());
}

}  // namespace lab::panel
