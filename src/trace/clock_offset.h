// How far another clock is ahead or behind, as far as cause and effect tell: a message cannot
// arrive before it was sent. Clocks of the workers of one program agree, as a rule; a browser may
// give a new worker another time origin after the system's clock was set. Plain value.
#pragma once

#include <algorithm>
#include <limits>

#include "platform/clock.h"

namespace lab {

class ClockOffset {
 public:
  // We sent at `sent` (our clock), they had it at `received` (theirs).
  void Sent(Nanoseconds sent, Nanoseconds received) { low_ = std::max(low_, sent - received); }
  // They sent at `sent` (their clock), we had it at `received` (ours).
  void Received(Nanoseconds sent, Nanoseconds received) {
    high_ = std::min(high_, received - sent);
  }

  // What to add to their stamps: nothing where that contradicts no message, otherwise as little as
  // can be.
  Nanoseconds Add() const {
    if (low_ > high_) return low_ + (high_ - low_) / 2;
    return std::clamp<Nanoseconds>(0, low_, high_);
  }
  // By how much the messages contradict each other, whatever is added.
  Nanoseconds Disorder() const { return std::max<Nanoseconds>(0, low_ - high_); }

 private:
  static constexpr Nanoseconds kFar = std::numeric_limits<Nanoseconds>::max() / 4;
  Nanoseconds low_ = -kFar;
  Nanoseconds high_ = kFar;
};

}  // namespace lab
