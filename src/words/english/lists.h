// How things are enumerated.
#pragma once

#include "words/text.h"

namespace lab::words {

inline constexpr Text kListGoesOn{"list.goes-on", "{list}, {item}"};
inline constexpr Text kListEnds{"list.ends", "{list} and {item}"};

}  // namespace lab::words
