// What figures mean: of one model, of a whole run, and what belongs beside it. `who` begins the
// sentence: "Two threads under the GIL".
#pragma once

#include "words/text.h"

namespace lab::words {

// ---- one model

inline constexpr Text kBaseline{"verdict.baseline",
                                "The baseline: the others are compared with it."};
inline constexpr Text kFaster{"verdict.faster", "{who}: {ratio}× as fast as the sequential run."};
inline constexpr Text kFasterOnFewerCores{
    "verdict.faster-on-fewer-cores",
    "{who}: {ratio}× as fast as the sequential run. Only {cores} of the {reported} reported "
    "{reported, plural, one {core was} other {cores were}} available."};
inline constexpr Text kSlower{"verdict.slower",
                              "{who}: slower than the sequential run, {ratio}× as fast."};
inline constexpr Text kMemoryBound{
    "verdict.memory-bound",
    "{who}: each had a core, but a task took {times} times as long beside the others. They share "
    "something other than cores, such as memory or caches."};
inline constexpr Text kNoSpeedup{"verdict.no-speedup", "{who}: no speedup."};
inline constexpr Text kNoSpeedupUnderGil{
    "verdict.no-speedup-under-gil",
    "{who}: no speedup. Only the thread that holds the GIL computes."};
inline constexpr Text kNoSpeedupOnFewerCores{
    "verdict.no-speedup-on-fewer-cores",
    "{who}: no speedup. Only {cores} of the {reported} reported {reported, plural, one {core was} "
    "other {cores were}} available."};
inline constexpr Text kNoSpeedupOnOneCore{"verdict.no-speedup-on-one-core",
                                          "{who}: no speedup. This machine has one core."};
inline constexpr Text kNoSpeedupOfOne{"verdict.no-speedup-of-one",
                                      "{who}: no speedup. One worker is one worker."};
inline constexpr Text kTooShort{"verdict.too-short",
                                "Too short to time: this clock ticks every {step}."};
inline constexpr Text kVaries{
    "verdict.varies",
    "{who}: cannot conclude. The speedup may be anything from {low}× to {high}×."};
inline constexpr Text kUnmeasured{"verdict.unmeasured",
                                  "{who}: cannot conclude. Its times could not be measured."};
inline constexpr Text kDisturbed{"verdict.disturbed",
                                 "{who}: cannot conclude. Other programs used about {cores, "
                                 "plural, one {1 core} other {{cores} cores}}."};
inline constexpr Text kOneRepetition{"verdict.one-repetition",
                                     "{who}: cannot conclude. One repetition has no interval."};

// ---- one model's responses

inline constexpr Text kUnnoticed{"verdict.unnoticed",
                                 "{who}: responses came {late} late, too little to notice."};
inline constexpr Text kAsLateAsAlone{"verdict.as-late-as-alone",
                                     "{who}: responses came {late} late, about as late as alone."};
inline constexpr Text kDelayed{
    "verdict.delayed", "{who}: responses came {late} late, {times} times as late as alone."};
inline constexpr Text kResponsesVary{
    "verdict.responses-vary",
    "{who}: responses came {late} late, but vary too much to conclude anything."};

// ---- all models together

inline constexpr Text kRunClear{"verdict.run-clear", "No problems found with these measurements."};
inline constexpr Text kRunFewerCores{
    "verdict.run-fewer-cores",
    "Only {cores} of the {reported} reported {reported, plural, one {core was} other {cores were}} "
    "available, though no other program appears to use them."};
inline constexpr Text kRunProbable{
    "verdict.run-probable",
    "These figures are only probable: other programs used about {cores, plural, one {1 core} other "
    "{{cores} cores}}, and too few rounds were undisturbed."};
inline constexpr Text kRunTooShort{
    "verdict.run-too-short", "Some times were too short for this clock, which ticks every {step}."};
inline constexpr Text kRunOneRepetition{"verdict.run-one-repetition",
                                        "Cannot conclude: one repetition has no interval."};
inline constexpr Text kRunDisturbed{
    "verdict.run-disturbed",
    "Cannot conclude{about, select, all {} other { about all models}}: other programs used about "
    "{cores, plural, one {1 core} other {{cores} cores}}."};
inline constexpr Text kRunVaries{"verdict.run-varies",
                                 "Cannot conclude{about, select, all {: the times vary} other { "
                                 "about all models: the times of {models} vary}} too much."};
inline constexpr Text kRunOneVaries{"verdict.run-one-varies",
                                    "Cannot conclude{about, select, all {} other { about all "
                                    "models}}: {model} may be anything from {low}× to {high}×."};
inline constexpr Text kRunOneUnmeasured{"verdict.run-one-unmeasured",
                                        "Cannot conclude{about, select, all {} other { about all "
                                        "models}}: the times of {model} could not be measured."};

// ---- what to do next

inline constexpr PlainText kCloseOthers{"next.close-others",
                                        "Close other programs and tabs, and run again."};
inline constexpr PlainText kAskForMore{"next.ask-for-more", "Ask for two repetitions or more."};
inline constexpr PlainText kLargerTasks{"next.larger-tasks", "Make the tasks larger."};
inline constexpr PlainText kLongerInterval{
    "next.longer-interval",
    "Ask for a longer switch interval, or use a browser with a finer clock."};

// ---- what belongs beside any result measured like this

inline constexpr Text kDebugBuild{"remark.debug-build",
                                  "This is a debug build: its times mean nothing."};
inline constexpr Text kCoresUnknown{
    "remark.cores-unknown",
    "How many cores are available is unknown: this clock ticks every {step}, too coarse to measure "
    "it. All reported cores are assumed to be."};
inline constexpr Text kHidden{"remark.hidden",
                              "The page was hidden for a while, and browsers slow down hidden "
                              "pages. Keep it in front and run again."};
inline constexpr Text kOnBattery{
    "remark.on-battery",
    "The machine runs on battery, which may slow it down. Plug it in for steady figures."};
inline constexpr Text kGovernor{"remark.governor",
                                "The processor's frequency governor is \"{governor}\"; "
                                "\"performance\" gives steadier figures."};
inline constexpr Text kDrift{
    "remark.drift",
    "The sequential run took {percent} % {longer, select, yes {longer} other {less time}} at the "
    "end than at the beginning; each round is compared with its own "
    "sequential run."};
inline constexpr Text kIntervalTooShort{"remark.interval-too-short",
                                        "A switch interval of {interval} is shorter than this "
                                        "system can wait: the GIL changed hands every {turn}."};
inline constexpr Text kOthersComputed{"remark.others-computed",
                                      "During the run other programs used about {cores, plural, "
                                      "one {1 core} other {{cores} cores}}."};

}  // namespace lab::words
