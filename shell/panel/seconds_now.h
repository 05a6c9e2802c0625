// The panel's own clock, for what it shows of time going by; only differences mean something. The
// laboratory's clock (platform/clock.h) is not part of the panel's program in a page.
#pragma once

#include <chrono>

namespace lab::panel {

inline double SecondsNow() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace lab::panel
