// How things are enumerated, and sentences follow each other.
#pragma once

#include "words/text.h"

namespace lab::words {

inline constexpr Text kListGoesOn{"list.goes-on", "{list}, {item}"};
inline constexpr Text kListEnds{"list.ends", "{list} and {item}"};

inline constexpr Text kSentences{"list.sentences", "{first} {second}"};

}  // namespace lab::words
