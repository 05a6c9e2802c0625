// What all lanes of one trial recorded, on one clock: the instant zero is when the trial was asked
// for.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "trace/recorder.h"

namespace lab {

struct LaneTrace {
  std::string name;             // "thread 1", "process 2", "engine"
  bool worker = true;           // false: the engine's own end of the messages
  Nanoseconds startup =
      0;      // how long its worker took to start, once, before the trial; 0: not known
  std::vector<Event> events;    // in the order of their stamps; the first is at 0
  // Events for which there was no room: then nothing is known after the last one.
  uint64_t lost = 0;
};

struct Trace {
  int repetition = 0;  // which of the run's, from 0
  Nanoseconds length = 0;  // from when it was asked for until the last lane was done
  bool gil = false;  // the lanes share a lock: who runs holds it
  // By how much stamps of different lanes contradicted cause and effect at most.
  Nanoseconds disorder = 0;
  std::vector<LaneTrace> lanes;
};

// Events for which all lanes of a trial have room together: 16 bytes each.
inline constexpr size_t kTraceRoom = size_t{1} << 18;
// For each of so many lanes.
constexpr size_t RoomForLane(size_t lanes) { return kTraceRoom / (lanes > 0 ? lanes : 1); }

size_t CountEvents(const Trace& trace);

// The events as the trial's own, `zero` being when it was asked for: what came before it is one
// state that began then. `offset` is added to every stamp (see ClockOffset).
std::vector<Event> Since(Nanoseconds zero, std::span<const Event> events, Nanoseconds offset = 0);

}  // namespace lab
