// Lets pass what comes as often as it likes, at most once a second; the first one at once.
#pragma once

#include <optional>

#include "platform/clock.h"

namespace lab {

class OnceASecond {
 public:
  bool Due() {
    const Nanoseconds now = Now();
    if (last_ && now - *last_ < kPause) return false;
    last_ = now;
    return true;
  }

 private:
  static constexpr Nanoseconds kPause = 1'000'000'000;

  std::optional<Nanoseconds> last_;
};

}  // namespace lab
