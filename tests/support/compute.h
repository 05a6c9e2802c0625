// Keeping a core busy.
#pragma once

#include "platform/clock.h"

namespace lab {

inline void Compute(double seconds) {
  const Nanoseconds end = Now() + static_cast<Nanoseconds>(seconds * kSecond);
  while (Now() < end) continue;
}

}  // namespace lab
