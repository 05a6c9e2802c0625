// The execution models as people call them. A `meaning` is told beside the label, by tap or hover.
#pragma once

#include "words/text.h"

namespace lab::words {

inline constexpr PlainText kSequentialLabel{"model.sequential.label", "sequential"};
inline constexpr PlainText kSequentialMeaning{
    "model.sequential.meaning", "One worker does all tasks, one after the other: the baseline."};
inline constexpr CountedText kSequentialWho{"model.sequential.who", "The sequential run"};
inline constexpr PlainText kSequentialCalled{"model.sequential.called", "the sequential run"};

inline constexpr PlainText kThreadsGilLabel{"model.threads-gil.label", "threads, GIL"};
inline constexpr PlainText kThreadsGilMeaning{
    "model.threads-gil.meaning",
    "Real threads that share a lock with CPython's own protocol, as in Python's threading."};
inline constexpr CountedText kThreadsGilWho{
    "model.threads-gil.who",
    "{count, Spell} {count, plural, one {thread} other {threads}} under the GIL"};
inline constexpr PlainText kThreadsGilCalled{"model.threads-gil.called", "threads under the GIL"};

inline constexpr PlainText kThreadsFreeLabel{"model.threads-free.label", "threads, free"};
inline constexpr PlainText kThreadsFreeMeaning{
    "model.threads-free.meaning",
    "The same real threads without the lock, as in free-threaded Python (3.13t and later)."};
inline constexpr CountedText kThreadsFreeWho{
    "model.threads-free.who",
    "{count, Spell} {count, plural, one {thread} other {threads}} without the GIL"};
inline constexpr PlainText kThreadsFreeCalled{"model.threads-free.called",
                                              "threads without the GIL"};

inline constexpr PlainText kProcessesLabel{"model.processes.label", "processes"};
inline constexpr PlainText kProcessesMeaning{
    "model.processes.meaning",
    "Workers with memory of their own that exchange messages, as in Python's multiprocessing."};
inline constexpr CountedText kProcessesWho{
    "model.processes.who", "{count, Spell} {count, plural, one {process} other {processes}}"};
inline constexpr PlainText kProcessesCalled{"model.processes.called", "processes"};

// One of a later version, which has nothing but a name.
inline constexpr CountedText kUnknownWho{
    "model.unknown.who", "{count, Spell} {count, plural, one {worker} other {workers}}"};
inline constexpr PlainText kUnknownCalled{"model.unknown.called", "this model"};

// ---- what the workers are

inline constexpr PlainText kThread{"noun.thread", "thread"};
inline constexpr PlainText kThreads{"noun.threads", "threads"};
inline constexpr PlainText kProcess{"noun.process", "process"};
inline constexpr PlainText kProcesses{"noun.processes", "processes"};
inline constexpr PlainText kWorker{"noun.worker", "worker"};
inline constexpr PlainText kWorkers{"noun.workers", "workers"};

}  // namespace lab::words
