// What models are made of, and what goes wrong with their workers.
#pragma once

#include "words/text.h"

namespace lab::words {

// ---- what its workers are

inline constexpr Text kOneThread{"model.one-thread", "one thread"};
inline constexpr Text kOneIsolatedWorker{"model.one-isolated-worker", "one isolated worker"};
inline constexpr Text kNoSharedMemory{"model.no-shared-memory",
                                      "Threads need shared memory, which this page does not have."};
inline constexpr Text kModelNotInBuild{"model.not-in-build", "This build does not have it."};
inline constexpr Text kThreadLane{"model.thread-lane", "thread {number}"};
inline constexpr Text kProcessLane{"model.process-lane", "process {number}"};

// ---- workers that fail; their names begin a sentence

inline constexpr Text kThreadOf{"model.thread-of", "Thread {number} of {threads}"};
inline constexpr Text kProcessOf{"model.process-of", "Process {number} of {processes}"};
inline constexpr Text kThreadIsLate{
    "model.thread-is-late",
    "{thread} did not start within {limit} s, and neither did its replacement."};
inline constexpr Text kFewerWorkers{"model.fewer-workers",
                                    "Choose fewer workers, or close other programs and run again."};
inline constexpr Text kProcessDied{"model.process-died", "{process} died during the run: {cause}."};
inline constexpr Text kProcessNotStarted{
    "model.process-not-started",
    "{process} did not start, and neither did its replacement: {cause}."};
inline constexpr Text kNoSignOfLife{"model.no-sign-of-life",
                                    "it gave no sign of life within {limit} s"};
inline constexpr Text kNotAMessage{"model.not-a-message",
                                   "{process} sent something that is not a message."};
inline constexpr Text kWasNotInSection{"model.was-not-in-section",
                                       "{process} left a critical section that it was not in."};
inline constexpr Text kUnexpectedResults{"model.unexpected-results",
                                         "{process} sent results that were not expected."};

}  // namespace lab::words
