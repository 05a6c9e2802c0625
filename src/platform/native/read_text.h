// The text of a file that a person named, with sentences about what is wrong with it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "base/result.h"

namespace lab {

// An error if it cannot be read or is larger than `most` bytes; of that one no more is read.
Result<std::string> ReadText(const std::string& path, size_t most);
// The first of these errors alone, without reading; nothing if it can be read.
std::optional<Error> WhyNotRead(const std::string& path);

}  // namespace lab
