// What a pool of processes and its engine's end record during a trial: the lanes of the processes
// come from their messages, the engine's lane, the last one, is written here. Used on the pool's
// thread only.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "trace/clock_offset.h"
#include "trace/trace.h"

namespace lab {

class PoolTrace {
 public:
  PoolTrace(size_t processes, bool record) : record_(record), processes_(processes) {}

  // A trial begins that was asked for at `asked`.
  void Begin(Nanoseconds asked);

  // What the engine does from now on.
  void Sends(size_t to, size_t bytes);
  void Receives(size_t from, size_t bytes);
  void Waits();

  // What a process recorded; its last event is the sending of the message of `bytes` that it came
  // in.
  void TakeIn(size_t from, std::span<const Event> events, uint64_t lost = 0, size_t bytes = 0);
  // The engine keeps the process waiting until the critical section is free.
  void WaitsForSection(size_t at);

  // What is known so far. `clocks` are those of the processes, `startups` how long each took to
  // start.
  std::optional<Trace> Recorded(std::span<const ClockOffset> clocks,
                                std::span<const Nanoseconds> startups) const;

 private:
  struct Process {
    std::vector<Event> events;  // by its own clock, in the order in which they came
    std::vector<Event> ours;  // by the engine's clock
    uint64_t lost = 0;
    Nanoseconds heard = 0;  // when its latest results came; 0: none yet
  };
  size_t Room() const { return RoomForLane(processes_.size() + 1); }
  LaneTrace LaneOf(const Process& process, const ClockOffset& clock) const;

  const bool record_;
  std::vector<Process> processes_;
  std::unique_ptr<Recorder> engine_;  // null before the first trial
  Nanoseconds asked_ = 0;
};

}  // namespace lab
