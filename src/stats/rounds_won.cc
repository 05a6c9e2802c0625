#include "stats/rounds_won.h"

#include <algorithm>

namespace lab {

RoundsWon CountRounds(std::span<const double> baseline, std::span<const double> samples) {
  RoundsWon won;
  for (size_t round = 0; round < std::min(baseline.size(), samples.size()); ++round) {
    if (baseline[round] <= 0 || samples[round] <= 0) continue;
    ++won.of;
    won.faster += samples[round] < baseline[round];
  }
  return won;
}

}  // namespace lab
