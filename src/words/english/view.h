// What the charts, curves and tables of the panel say as data: labels of rows, lines and columns,
// marks of doubt. What stands around them is in panel.h.
#pragma once

#include "words/text.h"

namespace lab::words {

// ---- a row of a chart

inline constexpr Text kSomeWorkers{"view.some-workers",
                                   "{count, plural, one {1 {one}} other {{count} {many}}}"};
inline constexpr Text kSomeOsProcesses{
    "view.some-os-processes", "{count, plural, one {1 OS process} other {{count} OS processes}}"};
inline constexpr Text kSomeIsolatedWorkers{
    "view.some-isolated-workers",
    "{count, plural, one {1 isolated worker} other {{count} isolated workers}}"};
inline constexpr Text kCannotRunHere{"view.cannot-run-here", "Cannot run here: {reason}"};
inline constexpr Text kNotInRecording{"view.not-in-recording", "Not part of this recorded run."};
inline constexpr Text kProbableMark{"view.mark.probable", "probably"};
inline constexpr Text kFigureAndMark{"view.figure-and-mark", "{figure} {mark}"};

// ---- lines to compare with

inline constexpr Text kMostAtOnce{"view.most-at-once", "{count} at a time"};
inline constexpr Text kMostOnCores{
    "view.most-on-cores",
    "{limit, select, none {} other {{limit}× with }}{available, select, none {{reported, plural, "
    "one {1 core} other {{reported} cores}}} other {{available} cores available}}"};
inline constexpr Text kCoresOfMachine{
    "view.cores",
    "{available, select, none {{reported, plural, one {1 core} other {{reported} cores}} reported} "
    "other {{available} cores available}}"};
inline constexpr Text kBeyondCores{
    "view.beyond-cores",
    "At least one model gained more than the measured cores allow, so no line shows them."};
inline constexpr Text kLinearSpeedup{"view.linear-speedup", "linear speedup"};
inline constexpr Text kLimitOfLock{"view.limit-of-lock", "limit of one lock: 1 / compute share"};

// ---- points of a sweep

inline constexpr Text kSpeedupAndInterval{"view.speedup-and-interval", "{speedup} ({interval})"};
inline constexpr Text kMedianAndP99{"view.median-and-p99", "{median}, 99 % within {p99}"};

// ---- tables for spreadsheets: the names of the columns, between tabs

inline constexpr Text kSpeedupColumns{
    "view.speedup-columns",
    "model\tworkers\tspeedup\tinterval\tdoubt\ttime, {unit}\tefficiency\tstart-up"};
inline constexpr Text kResponseColumns{
    "view.response-columns",
    "model\tthreads\tmedian response time\t99 % within\ttimes as late as alone"};

// ---- lanes of a timeline

inline constexpr Text kMainProcess{"view.main-process", "main process"};  // as Python calls it

}  // namespace lab::words
