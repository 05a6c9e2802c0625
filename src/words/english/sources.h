// What our own source files show, which the code view and `speedup-lab code` list.
#pragma once

#include "words/text.h"

namespace lab::words {

inline constexpr PlainText kShowsCounting{"source.count", "the loop that counts"};
inline constexpr PlainText kShowsSumming{"source.heavy", "the loop that sums"};
inline constexpr PlainText kShowsSine{"source.sine", "the sine, the same on every machine"};
inline constexpr PlainText kShowsDownload{"source.download",
                                          "one download, from the request to its bytes"};
inline constexpr PlainText kShowsTurns{"source.turns", "tasks that compute and wait in turns"};
inline constexpr PlainText kShowsThreads{"source.threads", "the threads, and how they take tasks"};
inline constexpr PlainText kShowsGil{"source.gil", "the lock, with CPython's protocol"};
inline constexpr PlainText kShowsProcesses{"source.processes",
                                           "the processes, and the messages to them"};
inline constexpr Text kSourceFile{"source.file", "src/{path}: {shows}."};

}  // namespace lab::words
