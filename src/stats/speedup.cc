#include "stats/speedup.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace lab {

double Median(std::span<const double> samples) {
  if (samples.empty()) return 0;
  std::vector<double> sorted(samples.begin(), samples.end());
  std::ranges::sort(sorted);
  const size_t middle = sorted.size() / 2;
  return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

Spread Speedup(std::span<const double> baseline, std::span<const double> samples) {
  std::vector<double> ratios;
  for (size_t round = 0; round < std::min(baseline.size(), samples.size()); ++round) {
    if (baseline[round] > 0 && samples[round] > 0) ratios.push_back(baseline[round] / samples[round]);
  }
  if (ratios.empty()) return {.ratio = 0, .low = 0, .high = 0};
  const auto [low, high] = std::ranges::minmax(ratios);
  return {.ratio = Median(ratios), .low = low, .high = high};
}

bool TooNoisy(const Spread& spread) {
  constexpr double kMost = 0.4;
  return spread.ratio <= 0 || spread.high - spread.low > kMost * spread.ratio;
}

std::string RatioText(const Spread& spread) {
  const double width = spread.high - spread.low;
  if (spread.ratio <= 0) return "?";
  if (width < 0.1) return Format("%.2f", spread.ratio);
  if (width < 1.0) return Format("%.1f", spread.ratio);
  return Format("%.0f", spread.ratio);
}

}  // namespace lab
