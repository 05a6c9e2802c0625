// What the timeline shows, read out of the traces once whenever they change: the groups of lanes in
// the chart's order, with what each lane did as step lines. Pure; holds no reference to the traces.
#pragma once

#include <string>
#include <vector>

#include "shell/view/chart.h"
#include "shell/view/step_line.h"
#include "stats/timeline.h"

namespace lab::panel {

struct TimelineLane {
  std::string name{};  // "thread 1"
  bool worker = true;  // false: the engine's own end of the messages
  Nanoseconds startup = 0;  // 0: not known
  uint64_t lost = 0;
  StepLine states{kStates};  // values are EventKinds
  std::vector<TaskOnLane> tasks{};
  LaneShares shares{};
};

// The lanes of one model.
struct TimelineGroup {
  std::string model{};
  std::string label{};  // "threads, GIL"
  bool recorded = false;  // false: its first trial has not begun, the lanes are still empty
  Nanoseconds length = 0;
  bool gil = false;
  // Too short for the clock, or what lanes did was, so that shares of time say nothing.
  bool blurred = false;
  std::vector<TimelineLane> lanes{};
  StepLine holder{};  // of the GIL: the lane's number + 1; 0: nobody
  StepLine waiting{};  // how many lanes wait for the GIL
  StepLine running{};  // how many lanes run
  StepLine busy{};  // how many run or are blocked on I/O
  std::vector<HandOff> handoffs{};  // in the order of time
  std::vector<Message> messages{};  // in the order in which they were sent
  Nanoseconds longest_message = 0;

  int workers() const;
};

struct TimelineData {
  std::vector<TimelineGroup> groups{};
  Nanoseconds end = 0;  // of the longest trial
  Nanoseconds startup = 0;  // the longest
  Nanoseconds step = 0;  // of the clock that the stamps come from; 0 while unknown

  bool empty() const { return groups.empty(); }
  // Whether any lane was ever in that state.
  bool Occurs(EventKind state) const;
};

// `timer_step_s`: of the clock. Empty until a trace of the outcome has come in; from then on it has
// a group for every model that is to run.
TimelineData MakeTimeline(const Outcome& outcome, const Chart& chart, double timer_step_s);

// The shares of all the workers' lanes together: how many of them were busy on average, and so on.
LaneShares SumOf(const TimelineGroup& group);

// The lane's task at an instant; null between tasks.
const TaskOnLane* TaskAt(const TimelineLane& lane, Nanoseconds at);
// The number of the hand-off nearest to an instant, if it is nearer than `reach`; -1 if none is.
int HandOffNear(const TimelineGroup& group, double at, double reach);

}  // namespace lab::panel
