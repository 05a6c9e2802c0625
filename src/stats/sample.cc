#include "stats/sample.h"

#include <algorithm>
#include <cmath>

namespace lab {
namespace {

std::vector<double> Deviations(std::span<const double> samples) {
  const double median = Median(samples);
  std::vector<double> deviations;
  for (const double sample : samples) deviations.push_back(std::fabs(sample - median));
  return deviations;
}

}  // namespace

double Median(std::span<const double> samples) {
  if (samples.empty()) return 0;
  std::vector<double> sorted(samples.begin(), samples.end());
  std::ranges::sort(sorted);
  const size_t middle = sorted.size() / 2;
  return sorted.size() % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

double Mad(std::span<const double> samples) { return Median(Deviations(samples)); }

std::vector<int> Outliers(std::span<const double> samples) {
  constexpr double kNormal = 1.4826;
  constexpr double kDeviations = 3;
  const std::vector<double> deviations = Deviations(samples);
  const double limit = kDeviations * kNormal * Median(deviations);
  std::vector<int> outliers;
  for (size_t at = 0; at < deviations.size(); ++at) {
    if (deviations[at] > limit) outliers.push_back(static_cast<int>(at));
  }
  return limit > 0 ? outliers : std::vector<int>{};
}

}  // namespace lab
