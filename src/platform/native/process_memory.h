// Proportional set size of a process by Linux's /proc.
#pragma once

#include <sys/types.h>

#include <optional>

namespace lab {

// Bytes of memory that a process is to blame for: its own pages, and its share of those that it has
// in common with others. Takes up to a millisecond. Empty if the system does not tell.
std::optional<double> MemoryOfProcess(pid_t process);

}  // namespace lab
