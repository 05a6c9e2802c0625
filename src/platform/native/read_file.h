// The content of a small file of /proc or /sys.
#pragma once

#include <string>

namespace lab {

// Empty if it cannot be read. Takes some microseconds, as fewer calls of the system than a stream
// needs.
std::string ReadFile(const std::string& path);

}  // namespace lab
