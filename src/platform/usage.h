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

// Bytes of memory that this process is to blame for: its own pages, and its share of those that it
// has in common with others (Linux: PSS). Takes up to a millisecond.
std::optional<double> MemoryOfThisProcess();

}  // namespace lab
