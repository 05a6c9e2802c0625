// What reports say: results and sweeps as text and Markdown, two results compared, and the names
// within a Chrome trace. Headings of tables whose columns have a fixed width are whole lines;
// `model` is a model's label ("threads, GIL").
#pragma once

#include "words/text.h"

namespace lab::words {

// ---- the settings, as a line: "workers 2 · size 140,000,000 (auto) · 8 rounds"

inline constexpr Text kSettingsOf{"report.settings", "{experiment}: {settings}"};
inline constexpr Text kSettingValue{"report.setting-value",
                                    "{setting} {value}{auto, select, yes { (auto)} other {}}"};
inline constexpr Text kRounds{"report.rounds",
                              "{count, plural, one {1 round} other {{count} rounds}}"};
inline constexpr Text kSwitchedOn{"report.on", "on"};
inline constexpr Text kSwitchedOff{"report.off", "off"};
inline constexpr Text kNoTimeLimit{"report.no-time-limit", "no time limit"};

// ---- which rounds count, and when they ended

inline constexpr Text kSomeRoundsCount{
    "report.some-rounds-count",
    "{disturbed, plural, one {1 of {rounds} does not count: other programs used {cores} cores "
    "during it} other {{disturbed} of {rounds} do not count: other "
    "programs used {cores} cores during them}}"};
inline constexpr Text kAllRoundsCount{
    "report.all-rounds-count", "{rounds, plural, one {1 counts} other {all {rounds} count}}"};
inline constexpr Text kDisturbedRoundsCount{
    "report.disturbed-rounds-count",
    "{rounds, plural, one {1 counts} other {all {rounds} count}}, as too few were undisturbed: "
    "other programs used {cores} cores"};
inline constexpr Text kEndedAfter{
    "report.ended-after",
    "after {time}{all, select, yes {, with all repetitions measured} other {}}"};

// ---- figures

inline constexpr Text kDoubtNoisy{"report.noisy", "noisy"};
inline constexpr Text kDoubtTooShort{"report.too-short", "too short"};
inline constexpr Text kAlone{"report.alone", "alone"};
inline constexpr Text kTimesAsLate{"report.times-as-late", "{ratio}× as late"};
inline constexpr Text kDelayWithin{"report.delay-within", "{median} (99 % within {most})"};
inline constexpr Text kRoundsWon{"report.rounds-won", "{won} of {rounds}"};
inline constexpr Text kAllLanes{"report.all-lanes", "all {count}"};
inline constexpr Text kCores{"report.cores", "{count, plural, one {1 core} other {{count} cores}}"};

// The meaning alone stands behind a figure: "Efficiency 96 %: …".
inline constexpr Text kEfficiencyMeans{
    "report.efficiency-means",
    "the speedup per available core, or per worker if there are fewer workers."};
inline constexpr Text kEfficiencyIs{"report.efficiency", "Efficiency: {meaning}"};
inline constexpr Text kEfficiencyOfWaits{"report.efficiency-of-waits",
                                         "Efficiency: the speedup per worker."};
inline constexpr Text kEfficiencyUnknown{"report.efficiency-unknown",
                                         "It was faster than the measured cores allow, so more "
                                         "cores were available, and its efficiency is unknown."};

// ---- a result or sweep as text

inline constexpr Text kHeadModels{
    "report.head.models",
    "  model         workers      time  MAD      speedup  95 %      faster in effic."};
inline constexpr Text kHeadResponses{
    "report.head.responses",
    "  model         threads  median delay     90 %      99 %  responses  vs. alone"};
inline constexpr Text kHeadStarts{"report.head.starts",
                                  "  model         cold start  warm start  hand-offs"};
inline constexpr Text kHeadUsage{
    "report.head.usage",
    "  model             lane       busy        CPU    yielded   preempted  memory"};
inline constexpr Text kHeadWorkers{
    "report.head.workers",
    "  workers        time   speedup    95 %       effic.   Amdahl      USL"};
inline constexpr Text kHeadPoints{"report.head.points", "     time   speedup    95 %"};
inline constexpr Text kHeadPointsOfResponses{"report.head.points-of-responses",
                                             "median delay   99 % within   vs. alone"};

inline constexpr Text kOfModel{"report.of-model", "{model}: {text}"};
inline constexpr Text kNote{"report.note", "Note: {text}"};
inline constexpr Text kVerdictIs{"report.verdict", "Verdict: {text}"};
inline constexpr Text kWhyIs{"report.why", "Why: {text}"};

inline constexpr Text kFiguresAre{"report.figures-are",
                                  "Times, hand-offs and what the workers used are medians over the "
                                  "repetitions that count; the cold start was measured once."};
inline constexpr Text kReasonsAre{
    "report.reasons-are", "The reasons describe one repetition, the one nearest the median."};

// ---- the machine

inline constexpr Text kMachine{
    "report.machine",
    "Machine: {cpu, select, none {} other {{cpu}, }}{available} of {reported} reported {reported, "
    "plural, one {core} other {cores}} available"
    "{limits, select, none {} other { ({limits})}}."};
inline constexpr Text kMachineUnknown{
    "report.machine-unknown",
    "Machine: {cpu, select, none {} other {{cpu}, }}{reported, plural, one {1 reported core} other "
    "{{reported} reported cores}}"
    "{limits, select, none {} other { ({limits})}}; how many were available is unknown."};
inline constexpr Text kDriftWas{
    "report.drift", "The sequential run changed by {drift} % from the first rounds to the last."};
inline constexpr Text kClockTicks{"report.clock-ticks", "The clock ticks every {step}."};
inline constexpr Text kTaskTook{"report.task-took", "One task took {time}."};
inline constexpr Text kOthersUsedCores{
    "report.others-used", "Other programs used {cores} cores during the rounds that count."};
inline constexpr Text kWarmedUp{
    "report.warmed-up",
    "{count, plural, =0 {No model was warmed up.} one {Each model was warmed up once.} =2 {Each "
    "model was warmed up twice.} other {Each model was warmed up {count} times.}}"};
inline constexpr Text kTookInAll{"report.took", "Everything took {time}."};

inline constexpr Text kLimitCores{"report.limit.cores", "{cores} of the machine's {all}"};
inline constexpr Text kLimitQuota{"report.limit.quota", "a quota of {quota}"};
inline constexpr Text kLimitBoth{"report.limit.both",
                                 "{cores} of the machine's {all}, with a quota of {quota}"};

// ---- Markdown

inline constexpr Text kHeadingRun{
    "report.heading.run",
    "{experiment}: {tasks, plural, one {1 task} other {{tasks} tasks}} for {workers, plural, one "
    "{1 worker} other {{workers} workers}}"
    "{share, select, none {} other {, {share} % computing}}, {repetitions, plural, one {1 "
    "repetition} other {{repetitions} repetitions}}"};
inline constexpr Text kHeadingWorkers{
    "report.heading.workers",
    "{experiment}: up to {workers, plural, one {1 worker} other {{workers} workers}}, "
    "{repetitions, plural, one {1 repetition} other {{repetitions} repetitions}}"};
inline constexpr Text kHeadingResponses{
    "report.heading.responses",
    "{experiment}: {responses, plural, one {1 response} other {{responses} responses}} beside "
    "{busy, plural, =0 {no busy threads} one {1 busy thread} other {{busy} busy threads}}, "
    "{repetitions, plural, one {1 repetition} other {{repetitions} repetitions}}"};
inline constexpr Text kHeadingBusy{
    "report.heading.busy",
    "{experiment}: {responses, plural, one {1 response} other {{responses} responses}}, "
    "{repetitions, plural, one {1 repetition} other {{repetitions} repetitions}}"};

inline constexpr Text kColumnModel{"report.column.model", "model"};
inline constexpr Text kColumnWorkers{"report.column.workers", "workers"};
inline constexpr Text kColumnThreads{"report.column.threads", "threads"};
inline constexpr Text kColumnMedian{"report.column.median", "median"};
inline constexpr Text kColumnSpeedup{
    "report.column.speedup",
    "speedup{confidence, select, none {} other { ({confidence} % interval)}}"};
inline constexpr Text kColumnEfficiency{"report.column.efficiency", "efficiency"};
inline constexpr Text kColumnStartUp{"report.column.start-up", "start-up"};
inline constexpr Text kColumnMedianDelay{"report.column.median-delay", "median delay"};
inline constexpr Text kColumnWithin{"report.column.within", "99 % within"};
inline constexpr Text kColumnVersusAlone{"report.column.versus-alone", "vs. alone"};
inline constexpr Text kColumnVerdict{"report.column.verdict", "verdict"};

inline constexpr Text kTimesAre{"report.times-are", "Times are medians over the repetitions."};
inline constexpr Text kDelaysAre{"report.delays-are",
                                 "Delays cover the responses of all repetitions."};
inline constexpr Text kAtPlaces{"report.at-places", "{model} at {places}: {text}"};
inline constexpr Text kEndedEarly{"report.ended-early", "It ended early: {text}"};
inline constexpr Text kMeasuredOn{
    "report.measured-on",
    "Measured on {cores, plural, one {1 core} other {{cores} cores}} ({available, select, none "
    "{how many were available is unknown} other {{available} available}}"
    "{limits, select, none {} other {; {limits}}}){cpu, select, none {} other {, {cpu}}}{system, "
    "select, none {} other {, {system}}}"
    "{recorded, select, none {} other {, {recorded}}}, Speedup Lab {version} ({platform})."};

// ---- two results compared

inline constexpr Text kComparedMachine{
    "report.compared-machine",
    "{platform}, {system}, {available, select, none {} other {{available} of }}{cores, plural, one "
    "{1 core} other {{cores} cores}}"
    "{recorded, select, none {} other {, {recorded}}}"};
inline constexpr Text kFile{"report.file", "{file}: {text}"};
inline constexpr Text kFileEndedEarly{"report.file-ended-early", "{file} ended early: {text}"};
inline constexpr Text kNotAlike{"report.not-alike", "A and B differ: {difference}."};
inline constexpr Text kOtherExperiments{"report.other-experiments",
                                        "they ran different experiments"};
inline constexpr Text kOtherSetting{"report.other-setting",
                                    "{setting} is {first} in A, {second} in B"};
inline constexpr Text kOtherTaskSize{"report.other-task-size",
                                     "a task has {first} iterations in A, {second} in B"};
inline constexpr Text kOtherCpu{"report.other-cpu", "the processor is {first} in A, {second} in B"};
inline constexpr Text kOtherQuota{"report.other-quota",
                                  "the processor quota is {first} in A, {second} in B"};
inline constexpr Text kNoQuota{"report.no-quota", "unlimited"};
inline constexpr Text kNothingInCommon{"report.nothing-in-common",
                                       "They have no models in common."};
inline constexpr Text kHeadTimes{"report.head.times",
                                 "  time                    A          B   A / B"};
inline constexpr Text kHeadSpeedups{
    "report.head.speedups", "  speedup        A                   B                   B / A"};

// ---- Chrome traces

inline constexpr Text kLaneWithLoss{
    "report.trace.lane-with-loss",
    "{lane} ({lost, plural, one {1 event} other {{lost} events}} lost)"};
inline constexpr Text kTraceStartUp{"report.trace.start-up", "start-up"};
inline constexpr Text kTraceTask{"report.trace.task", "task {number}"};
inline constexpr Text kTrialRequested{"report.trace.trial-requested", "trial requested"};
inline constexpr Text kTraceGil{"report.trace.gil", "GIL"};
inline constexpr Text kTraceHandOff{"report.trace.hand-off", "hand-off"};
inline constexpr Text kTraceMessage{"report.trace.message", "message"};
inline constexpr Text kTraceRepetition{"report.trace.repetition", "repetition {number}"};
inline constexpr Text kTraceClocks{"report.trace.clocks", "clocks differ by up to {time}"};

}  // namespace lab::words
