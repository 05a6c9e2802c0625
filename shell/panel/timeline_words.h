// What the timeline says in words: exact times of what the pointer is on, and of a hand-off. Pure.
#pragma once

#include <string>

#include "shell/panel/timeline_data.h"
#include "shell/panel/timeline_layout.h"

namespace lab::panel {

// An instant to the microsecond: "15.311 ms".
std::string InstantText(double instant);

// Of a lane at an instant: its state, the task, from when to when. `around` is what a pixel stands for there: where
// several states share it, their shares are told too. `trace` is where the group comes from.
std::string LaneWords(const TimelineGroup& group, size_t lane, const Trace& trace, Nanoseconds at, Nanoseconds around);
// Who holds the GIL at an instant, since when and until when, and who waits.
std::string HolderWords(const TimelineGroup& group, Nanoseconds at);
// What so many lanes do at an instant.
std::string TogetherWords(const TimelineGroup& group, Nanoseconds at);
// Who had the lock, who got it, who asked when, and for how long the new holder had waited.
std::string HandOffWords(const TimelineGroup& group, const HandOff& handoff);

// The figures of a lane in one line, without those that are nothing: "busy 49 %, waiting 51 %".
std::string SharesText(const LaneShares& shares);

}  // namespace lab::panel
