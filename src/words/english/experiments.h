// The experiments: a question that a newcomer would ask, what the tutorial claims and what runs
// here, and the nouns of what they do.
#pragma once

#include "words/text.h"

namespace lab::words {

inline constexpr PlainText kCountTitle{"experiment.count.title", "Count"};
inline constexpr PlainText kCountTag{"experiment.count.tag", "CPU-bound"};
inline constexpr PlainText kCountQuestion{"experiment.count.question",
                                          "Do two threads count twice as fast?"};
inline constexpr PlainText kCountAbout{
    "experiment.count.about",
    "The tutorial counts to fifty million twice, one after the other and then in two threads, and "
    "finds no speedup: the GIL lets only one thread run at a time. "
    "Here the same loop runs under every model."};

inline constexpr PlainText kDownloadsTitle{"experiment.downloads.title", "Downloads"};
inline constexpr PlainText kDownloadsTag{"experiment.downloads.tag", "I/O-bound"};
inline constexpr PlainText kDownloadsQuestion{"experiment.downloads.question",
                                              "Do five threads download five times as fast?"};
inline constexpr PlainText kDownloadsAbout{
    "experiment.downloads.about",
    "The tutorial fetches five pages. A thread that waits for the network has released the GIL, so "
    "the waits overlap. Here five real requests go to a server that "
    "takes its time."};

inline constexpr PlainText kHeavyTitle{"experiment.heavy.title", "Heavy sum"};
inline constexpr PlainText kHeavyTag{"experiment.heavy.tag", "Pool of 4"};
inline constexpr PlainText kHeavyQuestion{"experiment.heavy.question",
                                          "Does a pool of four sum four times as fast?"};
inline constexpr PlainText kHeavyAbout{
    "experiment.heavy.about",
    "The tutorial sums sqrt(i)\xC2\xB7sin(i) in a pool of four processes. Each has its own "
    "interpreter and its own GIL, so they use as many cores as there are."};

inline constexpr PlainText kUnknownTitle{"experiment.unknown.title", "Unknown experiment"};
inline constexpr PlainText kUnknownTag{"experiment.unknown.tag", "newer version"};
inline constexpr PlainText kUnknownQuestion{"experiment.unknown.question",
                                            "What did a newer version measure?"};
inline constexpr PlainText kUnknownAbout{
    "experiment.unknown.about",
    "This version of Speedup Lab does not know the experiment. What its file says can be shown, "
    "but the experiment cannot be run."};

inline constexpr PlainText kMixedTitle{"experiment.mixed.title", "Mixed"};
inline constexpr PlainText kMixedTag{"experiment.mixed.tag", "part CPU, part I/O"};
inline constexpr PlainText kMixedQuestion{"experiment.mixed.question",
                                          "How much computing before the GIL hurts?"};
inline constexpr PlainText kMixedAbout{
    "experiment.mixed.about",
    "Most programs wait and compute in turns. While one thread waits, another can hold the GIL; "
    "while it computes, no other can. Here each task is part computing, "
    "part waiting: the more it computes, the less threads gain."};

inline constexpr PlainText kConvoyTitle{"experiment.convoy.title", "Convoy"};
inline constexpr PlainText kConvoyTag{"experiment.convoy.tag", "latency"};
inline constexpr PlainText kConvoyQuestion{"experiment.convoy.question",
                                           "Does a busy thread delay one that must respond?"};
inline constexpr PlainText kConvoyAbout{
    "experiment.convoy.about",
    "A thread that comes back from a wait needs the GIL to go on. If another thread is computing, "
    "that takes a whole switch interval, every single time. Here one "
    "thread waits and responds beside others that only compute."};

// ---- nouns, and what stands behind the number that a download gives

inline constexpr PlainText kTask{"noun.task", "task"};
inline constexpr PlainText kTasks{"noun.tasks", "tasks"};
inline constexpr PlainText kDownload{"noun.download", "download"};
inline constexpr PlainText kDownloads{"noun.downloads", "downloads"};
inline constexpr CountedText kBytes{"noun.bytes",
                                    "{count, plural, one {1 byte} other {{count} bytes}}"};

// ---- what a sweep varies, and what it measures

inline constexpr PlainText kMoreWorkers{"axis.workers.heading", "More and more workers"};
inline constexpr CountedText kAtWorkers{"axis.workers.point",
                                        "{count, plural, one {1 worker} other {{count} workers}}"};
inline constexpr PlainText kPercentComputing{"axis.cpu-share.label", "% computing"};
inline constexpr CountedText kAtPercentComputing{"axis.cpu-share.point", "{count} % computing"};
inline constexpr PlainText kMoreComputing{"axis.cpu-share.heading", "More and more computing"};
inline constexpr PlainText kBusyThreads{"axis.busy.label", "busy threads"};
inline constexpr CountedText kAtBusyThreads{
    "axis.busy.point", "{count, plural, one {1 busy thread} other {{count} busy threads}}"};
inline constexpr PlainText kMoreBusyThreads{"axis.busy.heading", "More and more busy threads"};
inline constexpr Text kAtUnknown{"axis.unknown.point", "{setting} {value}"};
inline constexpr PlainText kSpeedupUpwards{"axis.speedup", "speedup over sequential"};
inline constexpr PlainText kHowLateResponsesCame{
    "axis.responses", "how late responses came, ms: median and 99th percentile"};

// ---- how large the tasks are, at the beginning of a run's plan

inline constexpr Text kSizeComputing{
    "size.computing",
    "{tasks, plural, one {1 task} other {{tasks} tasks}} of {size} iterations ({time})"};
inline constexpr Text kSizeDownloads{
    "size.downloads",
    "{tasks, plural, one {1 download} other {{tasks} downloads}} of {latency} ms"};
inline constexpr Text kSizeAddresses{"size.addresses",
                                     "{count, plural, one {1 address} other {{count} addresses}}"};
inline constexpr Text kSizeResponses{
    "size.responses", "{count, plural, one {1 response} other {{count} responses}} per repetition"};
inline constexpr Text kSizeMixed{
    "size.mixed", "{tasks, plural, one {1 task} other {{tasks} tasks}} of {duration} ms"};

// ---- when to use which

inline constexpr Text kAdviceInTurn{
    "advice.in-turn",
    "For work like this, {sure, select, no {probably } other {}}stay sequential: neither threads "
    "nor processes gained anything here."};
inline constexpr Text kAdviceProcesses{
    "advice.processes",
    "For work that computes like this, {sure, select, no {probably } other {}}use processes: "
    "threads under the GIL gained nothing."};
inline constexpr Text kAdviceProcessesOrFree{
    "advice.processes-or-free",
    "For work that computes like this, {sure, select, no {probably } other {}}use processes: "
    "threads under the GIL gained nothing, threads without it did."};
inline constexpr Text kAdviceThreads{
    "advice.threads",
    "For work that waits like this, {sure, select, no {probably } other {}}use threads: they gain "
    "despite the GIL, and processes were not clearly faster."};
inline constexpr Text kAdviceThreadsHelp{"advice.threads-help",
                                         "For work that waits like this, threads {sure, select, no "
                                         "{probably } other {}}help, but processes were faster."};
inline constexpr Text kAdviceMixedProcesses{
    "advice.mixed-processes",
    "With {share} % computing, {sure, select, no {probably } other {}}use processes: threads under "
    "the GIL were clearly slower."};
inline constexpr Text kAdviceMixedThreads{
    "advice.mixed-threads",
    "With {share} % computing, {sure, select, no {probably } other {}}use threads: processes were "
    "not clearly faster."};
inline constexpr Text kAdviceOwnProcess{
    "advice.own-process",
    "What must respond in time {sure, select, no {probably } other {}}belongs in a process of its "
    "own when other threads compute: under the GIL it was late."};
inline constexpr Text kAdviceSameProcess{
    "advice.same-process",
    "What must respond {sure, select, no {probably } other {}}needs no process of its own here: "
    "under the GIL it was in time."};

}  // namespace lab::words
