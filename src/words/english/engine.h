// What the engine says of a run: its plan, its course and what came in between.
#pragma once

#include "words/text.h"

namespace lab::words {

// ---- the plan, before the first round

inline constexpr Text kPlan{
    "engine.plan",
    "{size}, {rounds, plural, one {1 round} other {{rounds} rounds}}: about {time}."};
inline constexpr Text kPlanOverBudget{
    "engine.plan-over-budget",
    "{size}, {rounds, plural, one {1 round} other {{rounds} rounds}}: about {time}. That exceeds "
    "the time budget of {budget}: smaller tasks, fewer "
    "tasks or fewer repetitions take less."};

// ---- its course

inline constexpr Text kDisturbedRounds{
    "engine.disturbed-rounds",
    "{disturbed, plural, one {1 of {rounds} rounds does not count: other programs used about "
    "{cores} cores during it.} other {{disturbed} of {rounds} rounds do not "
    "count: other programs used about {cores} cores during them.}}"};
inline constexpr Text kStoppedPrecise{
    "engine.stopped-precise",
    "Stopped after {rounds} rounds: every speedup is known to within {precision} %."};
inline constexpr Text kStoppedByTime{"engine.stopped-by-time",
                                     "Stopped after {rounds, plural, one {1 round} other {{rounds} "
                                     "rounds}}: the time budget of {budget} s was spent."};
inline constexpr Text kStoodStill{"engine.stood-still",
                                  "Everything stopped for {time} (the program was paused, or the "
                                  "machine slept): the round under way was measured again."};

// ---- what cannot be as it was asked

inline constexpr Text kRunUnderWay{"engine.run-under-way", "A run is under way."};
inline constexpr Text kWaitOrCancel{"engine.wait-or-cancel", "Wait for its result, or cancel it."};
inline constexpr Text kTooManyWorkersForPage{
    "engine.too-many-workers-for-page", "workers: a page can have at most {most}, not {asked}."};
inline constexpr Text kFewerOrNative{"engine.fewer-or-native",
                                     "Choose fewer, or run Speedup Lab natively."};
inline constexpr Text kNotPinned{"engine.not-pinned",
                                 "Workers cannot be pinned to cores here, so they were not."};
inline constexpr Text kNoDelays{"engine.no-delays",
                                "This page's server cannot delay its responses, so each download "
                                "is a plain wait of the same length."};

// ---- what came of it

inline constexpr Text kResultsDiffer{
    "engine.results-differ",
    "{model}: the tasks' results differ from those of the sequential run."};
inline constexpr Text kReportDefect{
    "engine.report-defect",
    "This is a defect of Speedup Lab; please report it with the saved settings."};
inline constexpr Text kServerMustRepeat{
    "engine.server-must-repeat",
    "To be compared, a server must send the same bytes every time: choose other addresses."};
inline constexpr Text kFewConnections{"engine.few-connections",
                                      "A browser opens at most {most} connections to a host, so "
                                      "further workers wait for each other."};

}  // namespace lab::words
