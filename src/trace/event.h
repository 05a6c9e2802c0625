// What a lane records: what it does from an instant on (a state, until its next one), or what
// happened at an instant (a mark).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "platform/clock.h"

namespace lab {

enum class EventKind : uint8_t {
  // States.
  kWaitingForTask,  // it has nothing to do
  kRunning,  // it computes; under a GIL: it holds the lock, so at most one lane does at any instant
  kWaitingForGil,  // it could compute, but another lane holds the lock
  kBlocked,  // in a call that waits for I/O; the GIL is free meanwhile
  kWaitingForLock,  // for the trial's critical section
  kSending,  // a message to `peer` of `value` bytes
  kReceiving,  // a message from `peer` of `value` bytes
  kEnded,  // no task is left for it
  // Marks.
  kTaskBegun,  // task number `value`
  kTaskDone,  // task number `value`
  kAskedToDrop,  // it asked the GIL's holder, lane `peer`, to drop the lock
};

inline constexpr size_t kEventKinds = 11;
inline constexpr size_t kStates = 8;  // the first ones of the kinds

constexpr bool IsState(EventKind kind) { return static_cast<size_t>(kind) < kStates; }

// Nobody, in `peer`.
inline constexpr int16_t kNoLane = -1;

struct Event {
  Nanoseconds at = 0;
  int32_t value = 0;  // see the kinds; 0 where they name none
  int16_t peer = kNoLane;  // the other lane, by its number in the trace
  EventKind kind = EventKind::kWaitingForTask;

  friend bool operator==(const Event&, const Event&) = default;
};

// The letter of a kind in files, and its name for people ("waiting for the GIL").
char LetterOf(EventKind kind);
std::string NameOf(EventKind kind);
// The number of the kind with that letter; kEventKinds if there is none.
size_t KindOfLetter(char letter);

}  // namespace lab
