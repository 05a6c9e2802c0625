// What the timeline says in words: exact times of what the pointer is on, and of a hand-off. `step`
// is that of the clock, with which no time is told more finely than it was seen; 0: unknown. Pure.
#pragma once

#include <string>

#include "shell/timeline/timeline_layout.h"
#include "shell/view/timeline_data.h"

namespace lab::panel {

// An instant to the microsecond, or to the step of the clock: "15.311 ms", "17 ms".
std::string InstantText(double instant, Nanoseconds step);

// Of a lane at an instant: its state, the task, from when to when. `around` is what a pixel stands
// for there: where several states share it, their shares are told too. `trace` is where the group
// comes from.
std::string LaneWords(const TimelineGroup& group, size_t lane, const Trace& trace, Nanoseconds at,
                      Nanoseconds around, Nanoseconds step);
// Who holds the GIL at an instant, since when and until when, and who waits.
std::string HolderWords(const TimelineGroup& group, Nanoseconds at, Nanoseconds step);
// What so many lanes do at an instant.
std::string TogetherWords(const TimelineGroup& group, Nanoseconds at, Nanoseconds step);
// Who had the lock, who got it, who asked when, and for how long the new holder had waited.
std::string HandOffWords(const TimelineGroup& group, const HandOff& handoff, Nanoseconds step);

// Whether on average more lanes run than there are cores: some of them only could, since the record
// does not show who has a core.
bool MoreThanCores(const TimelineGroup& group, double running, double cores);

// The figures of a lane in one line, without those that are nothing: "busy 49 %, waiting 51 %".
std::string SharesText(const LaneShares& shares);

}  // namespace lab::panel
