// What the operating system counts for threads and processes. Whatever a platform cannot tell is
// empty: a browser tells nothing.
#pragma once

#include <cstdint>
#include <optional>

namespace lab {

struct ThreadUsage {
  std::optional<double> cpu_s;                // processor time
  std::optional<int64_t> voluntary_switches;  // it waited for something
  std::optional<int64_t> involuntary_switches;  // its core was given to another
};

// Of the calling thread, since it began.
ThreadUsage UsageOfThisThread();
// What both used together; unknown if one of them is.
ThreadUsage operator+(const ThreadUsage& one, const ThreadUsage& other);
// What was used between two readings.
ThreadUsage operator-(const ThreadUsage& later, const ThreadUsage& earlier);

// Bytes of memory that the calling thread holds for itself: the pages of its stack that were
// touched, whether by it or by a thread that had the same stack before. Takes some microseconds.
std::optional<double> MemoryOfThisThread();

}  // namespace lab
