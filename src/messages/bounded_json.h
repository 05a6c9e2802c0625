// A text from anybody as a JSON value, within bounds: what is larger, deeper or fuller than
// anything that we write is refused as soon as that is seen, since to build it could take minutes.
// Private to the codec.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "messages/codec.h"
#include "messages/json.h"

namespace lab {

inline constexpr size_t kDeepest = 16;            // a file of ours has 6 levels
inline constexpr size_t kMostKeys = 200;          // of one object; ours have up to 30
inline constexpr size_t kMostValues = 1'000'000;  // in all

struct Parsed {
  Json json;
  std::string fault;  // empty if it could be read
};

// Tells `progress`, if there is one, now and then which share of the text is behind it.
// A text of more than `largest` bytes is refused unread.
Parsed ParseBounded(std::string_view text, const std::function<void(double share)>& progress = {},
                    size_t largest = kLargestFile);

}  // namespace lab
