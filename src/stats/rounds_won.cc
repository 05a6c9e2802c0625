#include "stats/rounds_won.h"

#include <algorithm>

#include "base/text.h"

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

std::string RoundsWonText(const RoundsWon& rounds) { return Format("faster in %d of %d round", rounds.faster, rounds.of) + (rounds.of == 1 ? "" : "s"); }

}  // namespace lab
