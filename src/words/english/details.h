// The details below a result: names at the left, what each is at the right of it. A name has room
// for some 18 letters.
#pragma once

#include "words/text.h"

namespace lab::words {

// ---- of a model

inline constexpr Text kFactRepetitions{"details.repetitions", "repetitions"};
inline constexpr Text kRepetitionsAre{
    "details.repetitions.are",
    "{times} {unit}, median {median}, MAD {mad}{outliers, select, none {} other { (* outlier, "
    "still counted)}}"
    "{uncounted, select, none {} other {; not counted: {uncounted} {unit}}}"};
inline constexpr Text kFactTimesAsLate{"details.times-as-late", "times as late"};
inline constexpr Text kFactSpeedup{"details.speedup", "speedup"};
inline constexpr Text kSpeedupIs{
    "details.speedup.is",
    "{ratio}× ({interval}{rounds, plural, =0 {} one {; faster in {faster} of 1 round} other {; "
    "faster in {faster} of {rounds} rounds}})"};
inline constexpr Text kFactWorkers{"details.workers", "workers"};
inline constexpr Text kFactVerdict{"details.verdict", "verdict"};
inline constexpr Text kFactStartup{"details.startup", "start-up"};
inline constexpr Text kStartupIs{
    "details.startup.is",
    "{cold} until every worker was ready; {warm} if already running{speedup, select, none {} other "
    "{; speedup {speedup} with start-up included}}"};
inline constexpr Text kFactEachWorker{"details.each-worker", "each worker"};
inline constexpr Text kWorkersBetween{
    "details.each-worker.between", "{busy_low} to {busy_high} busy, {cpu_low} to {cpu_high} CPU"};
inline constexpr Text kWorkerIs{
    "details.each-worker.is",
    "{busy} busy, {cpu} CPU, switches: {voluntary} voluntary, {involuntary} involuntary"};
inline constexpr Text kFactMemoryUsed{"details.memory-used", "memory used"};
inline constexpr Text kMemoryUsedIs{"details.memory-used.is", "up to {size} KiB per worker"};
inline constexpr Text kFactMemory{"details.memory", "memory"};
inline constexpr Text kMemoryIs{"details.memory.is",
                                "{shared, select, yes {shared: what the workers wrote was seen "
                                "here} other {separate: what the workers wrote stayed with them}}"};
inline constexpr Text kFactHandOffs{"details.hand-offs", "GIL hand-offs"};
inline constexpr Text kHandOffsAre{"details.hand-offs.are", "{count} per repetition (median)"};
inline constexpr Text kFactResponses{"details.responses", "responses late by"};
inline constexpr Text kResponsesAre{"details.responses.are",
                                    "median {median}, 90 % within {p90}, 99 % within {p99}, "
                                    "{count, plural, one {1 response} other {{count} responses}}"};
inline constexpr Text kFactResult{"details.result", "result"};
inline constexpr Text kFactChecksum{"details.checksum", "checksum"};

// ---- of the calibration

inline constexpr Text kCalibration{"details.calibration", "Calibration"};
inline constexpr Text kFactAvailable{"details.available", "available cores"};
inline constexpr Text kAvailableAre{
    "details.available.are",
    "{cores}, measured by running one lane and more; other programs took {stolen} % of their time"};
inline constexpr Text kAvailableUnknown{"details.available.unknown",
                                        "unknown: this clock is too coarse to measure them"};
inline constexpr Text kFactRounds{"details.rounds", "rounds"};
inline constexpr Text kFactEnded{"details.ended", "ended"};
inline constexpr Text kFactDrift{"details.drift", "drift"};
inline constexpr Text kDriftIs{
    "details.drift.is", "{drift} % in the sequential time, from the first rounds to the last"};
inline constexpr Text kFactOthers{"details.others", "other programs"};
inline constexpr Text kOthersTook{"details.others.took",
                                  "used {cores} cores in the rounds that count"};
inline constexpr Text kFactTask{"details.task", "one task"};
inline constexpr Text kTaskIs{
    "details.task.is",
    "{time}, {iterations, plural, one {1 iteration} other {{iterations} iterations}}{scaled, "
    "select, yes {, chosen for this machine} other {}}"};

// ---- of the machine

inline constexpr Text kMachineHeading{"details.machine", "Machine"};
inline constexpr Text kFactSystem{"details.system", "system"};
inline constexpr Text kFactProcessor{"details.processor", "processor"};
inline constexpr Text kFactCores{"details.cores", "cores"};
inline constexpr Text kCoresAre{"details.cores.are",
                                "{cores} reported{limits, select, none {} other {: {limits}}}"};
inline constexpr Text kFactClock{"details.clock", "clock"};
inline constexpr Text kClockIs{"details.clock.is", "ticks every {step}"};
inline constexpr Text kFactBuild{"details.build", "build"};
inline constexpr Text kBuildIs{"details.build.is",
                               "{platform}, {build}{optimised, select, yes {} other {, not "
                               "optimised: its times say nothing}}"};
inline constexpr Text kFactIsolated{"details.isolated", "isolated"};
inline constexpr Text kIsolatedIs{"details.isolated.is",
                                  "{isolated, select, yes {yes: shared memory is allowed} other "
                                  "{no: no shared memory, no threads}}"};
inline constexpr Text kFactCompiler{"details.compiler", "compiler"};
inline constexpr Text kFactVersion{"details.version", "version"};
inline constexpr Text kVersionIs{"details.version.is", "Speedup Lab {version}"};

}  // namespace lab::words
