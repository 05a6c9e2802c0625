// Proportional set size of a process by Linux's /proc.
#pragma once

#include <optional>
#include <string>

namespace lab {

// `process` is a number, or "self". Bytes; empty if the system does not tell.
std::optional<double> MemoryOfProcess(const std::string& process);

}  // namespace lab
