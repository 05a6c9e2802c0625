// What the workers of a trial did at the same time: how long each combination of occupations
// lasted, from the first begin of a task to the last end, which is what a speedup compares. Free
// functions on a trace.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>

#include "trace/trace.h"

namespace lab {

// The states of a lane, with the reason why it had no task.
enum class Occupation : uint8_t {
  kRunning,
  kBlocked,
  kWaitingForGil,
  kWaitingForLock,
  kMessages,      // it sends or receives, or waits for a message although its work is not over
  kBeginning,     // a thread that has not begun yet
  kOutOfWork,     // no task was left for it, and it had less to do than the busiest lane
  kDoneSooner,    // no task was left for it, and others had no more to do: they were held up
  kWithoutTask,   // it got none, since there were fewer tasks than workers
  kUnknown,       // between tasks, for no reason that is recorded
};
inline constexpr size_t kOccupations = 10;

// How many workers are in each occupation.
using Headcount = std::array<uint16_t, kOccupations>;

struct Census {
  int workers = 0;
  int tasks = 0;                  // that were begun
  bool gil = false;
  bool messages = false;          // the tasks came in messages
  bool whole = true;  // false: a lane lost events, and the census ends where its record does
  Nanoseconds begin = 0;
  Nanoseconds end = 0;  // equal to begin if no task was begun
  std::map<Headcount, Nanoseconds> time;

  Nanoseconds length() const { return end - begin; }
};

Census CensusOf(const Trace& trace);

inline int CountOf(const Headcount& workers, Occupation occupation) {
  return workers[static_cast<size_t>(occupation)];
}

// For how long `holds(headcount)` is true.
template <typename Condition>
Nanoseconds TimeWhile(const Census& census, Condition holds) {
  Nanoseconds sum = 0;
  for (const auto& [workers, time] : census.time) sum += holds(workers) ? time : 0;
  return sum;
}

// The time of all workers together in one occupation.
Nanoseconds WorkersTime(const Census& census, Occupation occupation);

// A time as a share of the census's length; 0 if that is empty.
double ShareOf(const Census& census, Nanoseconds time);
// An occupation as a share of the workers' time.
double ShareOf(const Census& census, Occupation occupation);
// How many were in an occupation on average, while any was.
double Together(const Census& census, Occupation occupation);
// How many of the workers ran at the same time at most.
int MostRunning(const Census& census);

}  // namespace lab
