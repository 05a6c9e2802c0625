// The headline of a run or sweep, at most fourteen words, and the reason under it. `who` begins the
// sentence: "Two threads under the GIL"; `sure` is "no" where a result is only probable.
#pragma once

#include "words/text.h"

namespace lab::words {

// ---- headline: one sentence a model

inline constexpr Text kGained{"answer.gained",
                              "{who}: {sure, select, no {probably } other {}}{ratio}×."};
inline constexpr Text kGainedOnCores{
    "answer.gained-on-cores",
    "{who}: {sure, select, no {probably } other {}}{ratio}× on {cores, plural, one {one core} "
    "other {{cores, spell} cores}}."};
inline constexpr Text kGainedNothing{"answer.gained-nothing",
                                     "{who}: {sure, select, no {probably } other {}}no speedup."};
inline constexpr Text kLost{"answer.lost",
                            "{who}: {sure, select, no {probably } other {}}slower, {ratio}×."};
inline constexpr Text kNoAnswer{"answer.none", "{who}: too noisy to tell."};
inline constexpr Text kNotTimed{"answer.not-timed", "{who}: too short to time."};
inline constexpr Text kResponsesUnderGil{
    "answer.responses-under-gil",
    "Responses under the GIL: {sure, select, no {probably } other {}}{late} late."};
inline constexpr Text kResponsesWithoutGil{"answer.responses-without-gil",
                                           "Without the GIL: {late}."};
inline constexpr Text kResponsesOfProcess{"answer.responses-of-process",
                                          "In another process: {late}."};
inline constexpr Text kNothingCompared{"answer.nothing-compared",
                                       "Choose another model to compare with the sequential run."};

// ---- the reason

inline constexpr Text kOnlyHolderComputes{
    "answer.only-holder-computes",
    "The GIL changed hands {count, plural, =0 {never} =1 {once} =2 {twice} other {{count, spell} "
    "times}}: only the thread that holds it computes."};
inline constexpr Text kWaitsOverlap{"answer.waits-overlap",
                                    "A waiting thread releases the lock, so the waits overlap."};
inline constexpr Text kWaitsOverlapOnly{"answer.waits-overlap-only",
                                        "Waits overlap, but only one thread computes at a time: at "
                                        "{share} % computing the speedup cannot exceed {limit}×."};
inline constexpr Text kOneWorkerIsOne{"answer.one-worker-is-one", "One worker is one worker."};
inline constexpr Text kOneCore{"answer.one-core", "This machine has one core."};
inline constexpr Text kCoresAvailable{"answer.cores-available",
                                      "Only {cores} of the {reported} reported {reported, plural, "
                                      "one {core was} other {cores were}} available."};
inline constexpr Text kSharedSomething{
    "answer.shared-something",
    "Each worker had a core, but they share something else, such as memory or caches."};
inline constexpr Text kMessagesCost{"answer.messages-cost",
                                    "Most of the time went into messages{chunks, select, larger {; "
                                    "larger chunks need fewer of them} other {}}."};
inline constexpr Text kHadToWaitForGil{
    "answer.had-to-wait-for-gil",
    "Beside {busy, spell} busy {busy, plural, one {thread} other {threads}}, the responding thread "
    "had to wait for the GIL each time."};
inline constexpr Text kBesideBusy{
    "answer.beside-busy",
    "{busy, plural, =0 {Nothing else was computing.} one {One thread was computing beside the one "
    "that responds.} other {{busy, Spell} threads were computing "
    "beside the one that responds.}}"};
inline constexpr Text kOthersUsed{"answer.others-used",
                                  "Other programs used {part} of the processor."};

// ---- parts of a processor

inline constexpr PlainText kPartLittle{"part.little", "a little"};
inline constexpr PlainText kPartTwentieth{"part.twentieth", "a twentieth"};
inline constexpr PlainText kPartTenth{"part.tenth", "a tenth"};
inline constexpr PlainText kPartSixth{"part.sixth", "a sixth"};
inline constexpr PlainText kPartFifth{"part.fifth", "a fifth"};
inline constexpr PlainText kPartQuarter{"part.quarter", "a quarter"};
inline constexpr PlainText kPartThird{"part.third", "a third"};
inline constexpr PlainText kPartTwoFifths{"part.two-fifths", "two fifths"};
inline constexpr PlainText kPartHalf{"part.half", "half"};
inline constexpr PlainText kPartTwoThirds{"part.two-thirds", "two thirds"};
inline constexpr PlainText kPartMost{"part.most", "most"};

// ---- sweeps

inline constexpr Text kBestWith{
    "sweep.best-with",
    "{model}: {sure, select, no {probably } other {}}{ratio}× with {workers, plural, one {one "
    "worker} other {{workers, spell} workers}}."};
inline constexpr Text kBestNothing{"sweep.best-nothing",
                                   "{model}: {sure, select, no {probably } other {}}no speedup."};
inline constexpr Text kBestUnknown{"sweep.best-unknown", "{model}: too noisy to tell."};
inline constexpr Text kNeverHurts{"sweep.never-hurts",
                                  "Threads under the GIL {sure, select, no {probably } other "
                                  "{}}kept up with the others at every share of computing."};
inline constexpr Text kAlwaysHurts{"sweep.always-hurts",
                                   "Threads under the GIL {sure, select, no {probably } other "
                                   "{}}fell behind at every share of computing."};
inline constexpr Text kHurtsFrom{"sweep.hurts-from",
                                 "Threads under the GIL {sure, select, no {probably } other "
                                 "{}}fall behind above about {share} % computing."};
inline constexpr Text kWhyItHurts{
    "sweep.why-it-hurts",
    "Only one thread computes at a time, so the speedup cannot exceed 1/s at compute share s; "
    "{workers, plural, one {one worker hits} other {{workers, spell} workers "
    "hit}} that limit above {share} %."};
inline constexpr Text kResponsesUpTo{
    "sweep.responses-up-to", "{model}: {sure, select, no {probably } other {}}up to {most}."};
inline constexpr Text kBesideFewToMany{
    "sweep.beside-few-to-many",
    "These are median response times, beside {least} to {most} busy threads."};
inline constexpr Text kSweepSaysNothing{"sweep.says-nothing",
                                        "Too many points of this sweep are inconclusive."};
inline constexpr Text kSweepChooseModel{"sweep.choose-model",
                                        "Choose a model besides the sequential one."};
inline constexpr Text kPointsUnsure{"sweep.points-unsure", "{axis} {points}: {reason}"};

// ---- scaling laws

inline constexpr Text kAmdahlNeedsCores{
    "amdahl.needs-cores", "Amdahl's law: a serial fraction needs at least two available cores."};
inline constexpr Text kAmdahlDoesNotFit{
    "amdahl.does-not-fit",
    "Amdahl's law does not describe this curve: its best fit is off by {residual}, so something "
    "other than serial work bends it."};
inline constexpr Text kHardlySerial{
    "amdahl.hardly-serial",
    "Amdahl's law: hardly any of the work is serial ({low} to {high}).{points, plural, one { This "
    "rests on a single point with more than one worker.} other {}}"};
inline constexpr Text kSerialFraction{
    "amdahl.serial-fraction",
    "Amdahl's law: about {fraction} of the work is serial ({low} to {high}).{points, plural, one { "
    "This rests on a single point with more than one worker.} other {}}"};
inline constexpr Text kUslNeedsPoints{
    "usl.needs-points",
    "The Universal Scalability Law needs three points with more than one worker."};
inline constexpr Text kUslDoesNotFit{
    "usl.does-not-fit",
    "The Universal Scalability Law does not describe this curve: its best fit is off by "
    "{residual}. Beyond the core count, cores are the limit, which the law "
    "does not know."};
inline constexpr Text kUslPeak{
    "usl.peak",
    "Universal Scalability Law: contention {contention}, coherency {coherency}; the speedup peaks "
    "near {workers, plural, one {1 worker} other {{workers} workers}}."};
inline constexpr Text kUslNoPeak{"usl.no-peak",
                                 "Universal Scalability Law: contention {contention}, coherency "
                                 "{coherency}; more workers do not make it slower."};

}  // namespace lab::words
