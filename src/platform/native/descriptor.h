// File descriptors that people name as files, and writing to one.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace lab {

// The descriptor that "/dev/stdout", "/dev/fd/3", "/proc/self/fd/3" or a link to one of them stands
// for; nothing for other names.
std::optional<int> DescriptorNamed(const std::string& path);

// Writes all of it, waiting where the other side is slow. Zero, or the error number.
int WriteAll(int descriptor, std::string_view bytes);

}  // namespace lab
