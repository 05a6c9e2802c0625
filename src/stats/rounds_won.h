// How often one thing was faster than another, round by round: what everyone understands of a
// ratio's steadiness.
#pragma once

#include <span>

namespace lab {

struct RoundsWon {
  // Rounds in which it took less time than the baseline's repetition of the same round.
  int faster = 0;
  int of = 0;      // rounds that both have
};

// Of the same samples as Speedup (estimate.h): seconds by round. Rounds with a time of zero do not
// count.
RoundsWon CountRounds(std::span<const double> baseline, std::span<const double> samples);

}  // namespace lab
