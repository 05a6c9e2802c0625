// What the comparison with real Python says: its course, its tables and what goes wrong. Names of
// bars and costs have 33 letters at most.
#pragma once

#include "words/text.h"

namespace lab::words {

// ---- under way

inline constexpr Text kMatchingRunTimes{"validate.matching-run-times", "matching run times"};
inline constexpr Text kRepetition{"validate.repetition",
                                  "{measured}, repetition {number} of {repetitions}{again, select, "
                                  "none {} other {, again: other programs were busy}}"};
inline constexpr Text kMeasuresCount{"validate.measures.count", "count"};
inline constexpr Text kMeasuresDownloads{"validate.measures.downloads", "downloads"};
inline constexpr Text kMeasuresPool{"validate.measures.pool", "pool"};
inline constexpr Text kMeasuresCpuTime{"validate.measures.cpu-time", "CPU time"};
inline constexpr Text kMeasuresHandOffs{"validate.measures.hand-offs", "hand-offs"};
inline constexpr Text kMeasuresResponses{"validate.measures.responses", "response times"};
inline constexpr Text kMeasuresBesideCalls{"validate.measures.beside-calls",
                                           "response times beside long calls"};
inline constexpr Text kMeasuresEchoes{"validate.measures.echoes", "echoes"};
inline constexpr Text kMeasuresThreadStart{"validate.measures.thread-start", "thread start"};
inline constexpr Text kMeasuresChunks{"validate.measures.chunks", "chunks and messages"};

// ---- speedups

inline constexpr Text kCountPair{"validate.pair.count", "count, {threads} threads"};
inline constexpr Text kDownloadsPair{"validate.pair.downloads", "downloads, {threads} threads"};
inline constexpr Text kPoolPair{"validate.pair.pool", "heavy, Pool({processes}), {method}"};
inline constexpr Text kPlainPair{"validate.pair.plain", "heavy, two plain processes"};

// ---- bars

inline constexpr Text kCountBar{"validate.bar.count",
                                "{bar} count, {threads} threads / sequential"};
inline constexpr Text kCpuTimeBar{"validate.bar.cpu-time", "3 CPU time / elapsed, 2 threads"};
inline constexpr Text kHandOffsBar{
    "validate.bar.hand-offs",
    "{bar} hand-offs, {threads, plural, one {1 thread} other {{threads} threads}}, {interval} ms"};
inline constexpr Text kResponseBar{"validate.bar.response",
                                   "{bar} response, {busy, plural, =0 {no busy thread} one {1 busy "
                                   "thread} other {{busy} busy threads}}, {interval} ms"};
inline constexpr Text kPercentileBar{"validate.bar.percentile",
                                     "{bar} the same, {percent}th percentile"};
inline constexpr Text kEchoesBar{"validate.bar.echoes", "11 echoes, 1 busy thread"};
inline constexpr Text kEchoRatioBar{"validate.bar.echo-ratio", "11 echoes, none busy / 1 busy"};
inline constexpr Text kBesideCallsBar{"validate.bar.beside-calls",
                                      "12 response beside 46 ms calls"};
inline constexpr Text kThreadStartBar{"validate.bar.thread-start",
                                      "13 start of a computing thread"};
inline constexpr Text kDownloadsBar{"validate.bar.downloads",
                                    "{bar} {downloads, spell} downloads, {threads} threads"};
inline constexpr Text kPlainBar{"validate.bar.plain", "18 pool of 4 / two plain processes"};
inline constexpr Text kPoolBar{"validate.bar.pool", "20 pool of 1"};
inline constexpr Text kChunkBar{"validate.bar.chunk", "21 chunk, {tasks} tasks, Pool({processes})"};
inline constexpr Text kOrderBar{"validate.bar.order", "21 results in task order"};
inline constexpr Text kMakespanBar{"validate.bar.makespan", "22 long task first, time / bound"};

inline constexpr Text kHolds{"validate.holds", "holds"};
inline constexpr Text kBarIsNoisy{"validate.noisy", "noisy"};
inline constexpr Text kFails{"validate.fails", "fails"};
inline constexpr Text kLegend{
    "validate.legend", "fails: outside the limit; noisy: too noisy to conclude; –: not measured."};

inline constexpr Text kWithin{"validate.within", "within {limit}"};
inline constexpr Text kWithinPercent{"validate.within-percent", "within {limit} %"};
inline constexpr Text kDistanceWithin{"validate.distance-within", "KS within {limit}"};
inline constexpr Text kFromTo{"validate.from-to", "{low} to {high}"};
inline constexpr Text kOrMore{"validate.or-more", "{low} or more"};
inline constexpr Text kOff{"validate.off", "{off} of {limit}"};
inline constexpr Text kOffPercent{"validate.off-percent", "{off} % of {limit} %"};
inline constexpr Text kDistance{"validate.distance", "KS {off} of {limit}"};

// ---- costs, headings, the end

inline constexpr Text kPoolStart{"validate.cost.pool-start", "start of a pool of 4"};
inline constexpr Text kPickledTask{"validate.cost.pickled-task", "pickled task"};
inline constexpr Text kPickledResult{"validate.cost.pickled-result", "pickled result"};

inline constexpr Text kSpeedupHeading{"validate.heading.speedup", "speedup"};
inline constexpr Text kBarHeading{"validate.heading.bar", "bar"};
inline constexpr Text kCostHeading{"validate.heading.cost", "cost (never part of a speedup)"};
inline constexpr Text kPythonsHeading{"validate.heading.pythons", "CPython"};
inline constexpr Text kOursHeading{"validate.heading.ours", "ours"};
inline constexpr Text kOffHeading{"validate.heading.off", "off by, of limit"};

inline constexpr Text kPythonName{
    "validate.python-name",
    "{implementation} {version}{threading, select, free {, free-threaded} gil-on {, free-threaded "
    "build with its GIL on} other {}}"};
inline constexpr Text kOtherPrograms{
    "validate.other-programs",
    "Other programs used at most {cores} cores during the repetitions that count.{repeated, "
    "plural, =0 {} one { One disturbed repetition (more than "
    "{limit} cores) was repeated.} other { {repeated} disturbed repetitions (more than {limit} "
    "cores) were repeated.}}{disturbed, plural, =0 {} one { One "
    "disturbed repetition (more than {limit} cores) counts, because no retry was left: close other "
    "programs.} other { {disturbed} disturbed repetitions "
    "(more than {limit} cores) count, because no retry was left: close other programs.}}"};

// ---- what goes wrong

inline constexpr Text kNotAPython{"validate.not-a-python",
                                  "{python} does not respond as Python does."};
inline constexpr Text kChoosePython{
    "validate.choose-python", "Choose Python 3.9 or later, for example --python /usr/bin/python3."};
inline constexpr Text kPythonRefuses{"validate.python-refuses",
                                     "{python} stopped taking requests."};
inline constexpr Text kPythonIsSilent{"validate.python-is-silent",
                                      "{python} has not responded for {seconds} s."};
inline constexpr Text kPythonEnded{"validate.python-ended",
                                   "{python} ended in the middle of a request."};
inline constexpr Text kPythonSentNoJson{"validate.python-sent-no-json",
                                        "{python} sent a response that is not JSON."};
inline constexpr Text kReadPythonsWords{"validate.read-pythons-words",
                                        "Read its own message above, then run again."};
inline constexpr Text kNeedsFolder{
    "validate.needs-folder",
    "Python's script needs a temporary folder: set TMPDIR to one that you can write to."};
inline constexpr Text kComparedThread{"validate.compared-thread",
                                      "A thread to compare with Python's"};
inline constexpr Text kModelCannotRun{"validate.model-cannot-run",
                                      "{model} cannot run in this build."};
inline constexpr Text kAnotherBuild{"validate.another-build", "Use another build."};

}  // namespace lab::words
