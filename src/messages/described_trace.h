// The fields of a trace. A lane's events are columns in texts, so that a million of them stay a
// small file that is quick to read: a letter for each event's kind (trace/event.h), and numbers
// with a space between. A stamp is told as the time since the event before, the first since the
// trial was asked for; values and peers are there for the events that have one. Private to the
// codec.
#pragma once

#include <string>

#include "messages/fields_read.h"
#include "messages/fields_written.h"
#include "trace/trace.h"

namespace lab {

struct LaneColumns {
  LaneTrace lane;  // but for its events, and for what it lost
  int64_t lost = 0;
  std::string kinds, gaps, values, peers;
};

LaneColumns ColumnsOf(const LaneTrace& lane);
// What is wrong with the columns; empty if the lane has its events.
std::string Settle(LaneColumns& columns);

void Describe(auto& on, A<LaneColumns> auto& columns) {
  constexpr Longest kColumn = {kLongestColumn};
  on.Type("trace_lane", "The events of one worker as columns; numbers are separated by spaces.");
  on.Needed("name", columns.lane.name);
  on.Field("worker", columns.lane.worker)
      .About("False for the engine's own lane, its end of the messages.");
  on.Field("startup_ns", columns.lane.startup, kStartup)
      .About("How long the worker took to start, once, before the trial; 0 or less if unknown.");
  on.Field("lost", columns.lost, kNanosecondsLong)
      .About("Events after the last one that were not recorded.");
  on.Needed("kinds", columns.kinds, kColumn)
      .About(
          "One letter per event. From then on the lane: w waits for a task, r runs (under a GIL: "
          "holds it), g waits for the GIL, b is blocked on I/O, l waits for a lock, s sends, v "
          "receives, e has ended. At that instant: B a task began, D the task was done, A the lane "
          "asked the GIL's holder to release it.");
  on.Needed("gaps_ns", columns.gaps, kColumn)
      .About(
          "For each event the time since the one before it; for the first, since the trial was "
          "requested.");
  on.Field("values", columns.values, kColumn)
      .About("For each B and D the task's number, for each s and v the number of bytes.");
  on.Field("peers", columns.peers, kColumn)
      .About("For each s, v and A the number of the other lane, -1 if there is none.");
}

void Describe(auto& on, A<Trace> auto& trace) {
  on.Type("trace",
          "What the workers did in one typical repetition, on a common clock. Lanes are numbered "
          "from 0.");
  on.Field("repetition", trace.repetition, kRounds);
  on.Field("length_ns", trace.length, kNanosecondsLong)
      .About("From when the trial was requested to its end.");
  on.Field("gil", trace.gil).About("True if the lanes share a GIL: a running lane holds it.");
  on.Field("disorder_ns", trace.disorder, kNanosecondsLong)
      .About("The most by which stamps of different lanes contradicted cause and effect.");
  on.Field("lanes", trace.lanes, kMostLanes);
}
std::string Settle(Trace& trace);

inline Json PartToJson(const LaneTrace& lane) { return PartToJson(ColumnsOf(lane)); }
inline std::string ReadPart(const Json& json, LaneTrace& into) {
  LaneColumns columns;
  std::string fault = ReadPart(json, columns);
  into = std::move(columns.lane);
  return fault;
}

}  // namespace lab
