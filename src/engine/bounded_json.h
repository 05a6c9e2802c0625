// A text from anybody as a JSON value, within bounds: what is larger, deeper or fuller than anything that we write is
// refused as soon as that is seen, since to build it could take minutes. Private to the codec.
#pragma once

#include <string>
#include <string_view>

#include "engine/json.h"

namespace lab {

inline constexpr size_t kDeepest = 16;            // a file of ours has 6 levels
inline constexpr size_t kMostKeys = 200;          // of one object; ours have up to 30
inline constexpr size_t kMostValues = 1'000'000;  // in all

struct Parsed {
  Json json;
  std::string fault;  // empty if it could be read
};

Parsed ParseBounded(std::string_view text);

}  // namespace lab
