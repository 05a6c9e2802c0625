// What each Python script of an experiment shows, which the code view and `speedup-lab code` list.
#pragma once

#include "words/text.h"

namespace lab::words {

inline constexpr Text kCodeLoop{"code.loop", "A plain loop: one task after the other."};
inline constexpr Text kCodeThreading{"code.threading",
                                     "Threads by hand: started one by one, then joined."};
inline constexpr Text kCodeThreadPool{"code.thread-pool",
                                      "A pool of threads that take the tasks: ThreadPoolExecutor."};
inline constexpr Text kCodeProcessPool{
    "code.process-pool", "A pool of processes that take the tasks, as in the tutorial."};
inline constexpr Text kCodeProcessExecutor{
    "code.process-executor", "The same with the interface of thread pools: ProcessPoolExecutor."};

// ---- convoy

inline constexpr Text kCodeAlone{"code.alone", "The responding thread, alone."};
inline constexpr Text kCodeBusyThreads{
    "code.busy-threads", "Busy threads, started by hand, beside the main thread, which responds."};
inline constexpr Text kCodeBusyPool{
    "code.busy-pool", "All threads, the responding one as well, are in a ThreadPoolExecutor."};
inline constexpr Text kCodeBusyProcesses{
    "code.busy-processes",
    "Busy processes, so the responding thread has an interpreter of its own."};

}  // namespace lab::words
