#include "stats/response.h"

#include <algorithm>
#include <cmath>

#include "stats/sample.h"

namespace lab {
namespace {

std::vector<double> Sorted(std::span<const double> samples) {
  std::vector<double> sorted(samples.begin(), samples.end());
  std::ranges::sort(sorted);
  return sorted;
}

}  // namespace

Response ResponseOf(std::span<const double> delays_s) {
  return {.median_s = Median(delays_s),
          .p90_s = Quantile(delays_s, 0.9),
          .p99_s = Quantile(delays_s, 0.99),
          .delays_s = {delays_s.begin(), delays_s.end()}};
}

double Quantile(std::span<const double> samples, double share) {
  if (samples.empty()) return 0;
  const std::vector<double> sorted = Sorted(samples);
  const double place = std::clamp(share, 0.0, 1.0) * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<size_t>(place);
  const size_t above = std::min(below + 1, sorted.size() - 1);
  return std::lerp(sorted[below], sorted[above], place - static_cast<double>(below));
}

double KolmogorovSmirnov(std::span<const double> samples, std::span<const double> others) {
  const std::vector<double> one = Sorted(samples);
  const std::vector<double> other = Sorted(others);
  if (one.empty() || other.empty()) return 1;
  double distance = 0;
  size_t of_one = 0;
  size_t of_other = 0;
  while (of_one < one.size() && of_other < other.size()) {
    const double value = std::min(one[of_one], other[of_other]);
    while (of_one < one.size() && one[of_one] <= value) ++of_one;
    while (of_other < other.size() && other[of_other] <= value) ++of_other;
    const double share = static_cast<double>(of_one) / static_cast<double>(one.size());
    const double other_share = static_cast<double>(of_other) / static_cast<double>(other.size());
    distance = std::max(distance, std::fabs(share - other_share));
  }
  return distance;
}

std::vector<int> Histogram(std::span<const double> samples, double end, int bins) {
  std::vector<int> counts(static_cast<size_t>(bins));
  for (const double sample : samples) {
    const double place = std::clamp(sample / end * bins, 0.0, static_cast<double>(bins - 1));
    ++counts[static_cast<size_t>(place)];
  }
  return counts;
}

}  // namespace lab
