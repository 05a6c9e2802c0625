// What the timeline says: labels and figures of its rows, the legend, and in words what the pointer
// is on. Times and states come as values.
#pragma once

#include "words/text.h"

namespace lab::words {

// ---- in place of the lanes, and above them

inline constexpr Text kLanesToCome{
    "timeline.to-come",
    "A run shows here, instant by instant, which lane ran, which waited, and for what."};
inline constexpr Text kLanesNotRecorded{
    "timeline.not-recorded", "This run was not recorded: the setting \"Record\" was off."};
inline constexpr Text kNoTrialRecorded{"timeline.no-trial", "No trial of this run was recorded."};
inline constexpr Text kHowToMove{
    "timeline.how-to-move",
    "{by, select, touch {Zoom with two fingers, move with one; tap a lane for exact times{gil, "
    "select, none {} other {, or a hand-off of the GIL to see who had waited}}.} "
    "other {Zoom with the wheel, drag to move, point at a lane for exact times{gil, select, none "
    "{} other {; click a hand-off of the GIL to see who had waited}}.}} "
    "One repetition of each model is shown."};
inline constexpr Text kFit{"timeline.fit", "Fit"};

// ---- the legend

inline constexpr Text kRunningInColour{"timeline.legend.running", "running, in the model's colour"};
inline constexpr Text kMessageOnLane{"timeline.legend.message", "sending or receiving a message"};
inline constexpr Text kStartupOnLane{"timeline.legend.startup", "start-up, once, before zero"};
inline constexpr Text kClockBlurs{
    "timeline.clock-blurs",
    "This clock ticks every {step}: what is shorter looks one tick long or is missing, and where "
    "most is shorter, shares of the time are unknown."};
inline constexpr Text kReadyNotRunning{
    "timeline.ready-not-running",
    "Where more lanes run than there are cores, some were only ready to run: this record does not "
    "show which of them had a core."};

// ---- labels and figures of the rows

inline constexpr Text kHolderRow{"timeline.row.holder", "who has the GIL"};
inline constexpr Text kWaitingRow{"timeline.row.waiting", "how many wait"};
inline constexpr Text kRunningRow{"timeline.row.running", "running at once"};
inline constexpr Text kReadyRow{"timeline.row.ready", "ready at once"};
inline constexpr Text kGilFree{"timeline.gil-free", "free {share}"};
inline constexpr Text kHandOffs{"timeline.hand-offs",
                                "{free, select, none {} other {free {free}, }}{count, plural, one "
                                "{1 hand-off} other {{count} hand-offs}}"};
inline constexpr Text kLanesOnAverage{
    "timeline.lanes-on-average",
    "{running} {what, select, ready {ready} other {running}}, {blocked} blocked"};
inline constexpr Text kBusyColumn{"timeline.column.busy", "busy"};
inline constexpr Text kWaitingColumn{"timeline.column.waiting", "waiting"};
inline constexpr Text kBlockedColumn{"timeline.column.blocked", "blocked"};
inline constexpr Text kBusyShare{"timeline.share.busy", "busy {share}"};
inline constexpr Text kWaitingShare{"timeline.share.waiting", "waiting {share}"};
inline constexpr Text kBlockedShare{"timeline.share.blocked", "blocked {share}"};
inline constexpr Text kLaneAndStartup{"timeline.lane-and-startup", "{lane}, start-up {time}"};
inline constexpr Text kTaskNumber{"timeline.task", "task {number}"};
inline constexpr Text kNotRecorded{"timeline.lane-not-recorded", "not recorded"};

// ---- what the pointer is on

inline constexpr Text kLaneDoes{"timeline.lane-does",
                                "{lane}{task, plural, =0 {} other {, task {task}}}: {state}"};
inline constexpr Text kMessageWith{
    "timeline.message",
    "{does, select, sends {sending} other {receiving}} {bytes}{lane, select, none {} other { "
    "{does, select, sends {to} other {from}} {lane}}}"};
inline constexpr Text kSpanFromTo{"timeline.from-to", "{begin} to {end} ({length})"};
inline constexpr Text kTaskFromTo{"timeline.task-from-to",
                                  "task {task}: {begin} to {end} ({length})"};
inline constexpr Text kMainProcessDoes{"timeline.main-process-does",
                                       "It hands out the tasks and takes the results."};
inline constexpr Text kAroundIt{"timeline.around-it",
                                "{length} around it: {changes, plural, one {1 change} other "
                                "{{changes} changes}}{shares, select, none {} other {, {shares}}}"};
inline constexpr Text kStateShare{"timeline.state-share", "{share} {state}"};
inline constexpr Text kLaneStarted{"timeline.lane-started",
                                   "{lane}: took {time} to start, once, before the trial"};
inline constexpr Text kLaneLost{"timeline.lane-lost",
                                "{lane}: not recorded; there was no room for {events, plural, one "
                                "{1 more event} other {{events} more events}}"};
inline constexpr Text kLaneOver{"timeline.lane-over", "{lane}: the trial is over"};
inline constexpr Text kHoldsGil{"timeline.holds",
                                "{lane, select, none {The GIL is free} other {{lane} holds the "
                                "GIL}}, {begin} to {end} ({length})"};
inline constexpr Text kWaitForGil{"timeline.wait-for-it",
                                  "{lanes, plural, =0 {no lane waits for it} one {1 lane waits for "
                                  "it} other {{lanes} lanes wait for it}}"};
inline constexpr Text kLanesInState{"timeline.lanes-in-state", "{lanes} {state}"};
inline constexpr Text kHandOff{
    "timeline.hand-off",
    "Hand-off at {time}: {from} had the GIL, {to} got it after waiting {waited}."};
inline constexpr Text kNobodyAsked{"timeline.nobody-asked",
                                   "Nobody had asked {from}: it released the GIL by itself."};
inline constexpr Text kHadAsked{
    "timeline.had-asked",
    "{asker, select, none {It} other {{asker}}} had asked {from} to release it {before} earlier."};

}  // namespace lab::words
