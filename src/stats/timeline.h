// What a trace shows: spans of states, who held the GIL and who waited for it, messages, and how
// the time of each lane was spent. Free functions; instants are nanoseconds since the trial was
// asked for.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "trace/trace.h"

namespace lab {

// One lane in one state.
struct Span {
  EventKind state = EventKind::kWaitingForTask;
  Nanoseconds begin = 0;
  Nanoseconds end = 0;
  int32_t bytes = 0;       // of a message that is sent or received
  int16_t peer = kNoLane;  // the other end of that message
};

// The lane's states, one after the other without gaps, up to the trace's end. Of a lane that lost
// events: up to its last one, since nothing is known afterwards.
std::vector<Span> SpansOf(const LaneTrace& lane, Nanoseconds length);
// The one of them that an instant lies in, found without going through all; none before the first
// and after the last.
std::optional<Span> SpanAt(const LaneTrace& lane, Nanoseconds length, Nanoseconds at);

// A task in a lane, from its begin to its end (or to where the record ends).
struct TaskOnLane {
  int32_t task = 0;
  Nanoseconds begin = 0;
  Nanoseconds end = 0;
};
std::vector<TaskOnLane> TasksOf(const LaneTrace& lane, Nanoseconds length);

// One lane holding the GIL.
struct Hold {
  int lane = 0;
  Nanoseconds begin = 0;
  Nanoseconds end = 0;
};
// In the order of time; they do not overlap. Empty without a GIL.
std::vector<Hold> HoldsOf(const Trace& trace);

// The GIL going to another lane than the one that had it last.
struct HandOff {
  Nanoseconds at = 0;        // when the new holder has it
  int from = 0;
  int to = 0;
  Nanoseconds waited = 0;    // how long the new holder had waited for it
  Nanoseconds asked =
      -1;    // when a waiter asked the old holder to drop it; -1: nobody did, it was let go
  int asked_by = kNoLane;
};
std::vector<HandOff> HandOffsOf(const Trace& trace);

// The n-th message that one lane sent another is the n-th that the other received from it.
struct Message {
  int from = 0;
  int to = 0;
  Nanoseconds sent = 0;      // the sender began to send
  Nanoseconds received = 0;  // the receiver had it
  int32_t bytes = 0;
};
// Those of which both ends are known, in the order in which they were sent.
std::vector<Message> MessagesOf(const Trace& trace);

// Nanoseconds in each state, by EventKind.
using TimeInStates = std::array<Nanoseconds, kStates>;
TimeInStates TimeOf(const std::vector<Span>& spans);

// The states as people sum them up, in shares of the trace's length, 0..1. Ended counts as idle.
struct LaneShares {
  double busy = 0;      // running
  double waiting = 0;   // for the GIL or a lock
  double blocked = 0;   // on I/O
  double messages = 0;  // sending and receiving
  double idle = 0;      // no task
};
LaneShares SharesOf(const TimeInStates& time, Nanoseconds length);

// From `at` on so many of the workers' lanes are running, or in one of the states that are asked
// for.
struct UtilisationStep {
  Nanoseconds at = 0;
  int running = 0;
};
std::vector<UtilisationStep> UtilisationOf(const Trace& trace,
                                           const std::vector<EventKind>& states = {
                                               EventKind::kRunning});

// How long so many of the workers' lanes were in one of the states at the same time: element n is
// the time with exactly n of them.
std::vector<Nanoseconds> TimeTogether(const Trace& trace, const std::vector<EventKind>& states);

}  // namespace lab
