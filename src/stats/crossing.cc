#include "stats/crossing.h"

#include <algorithm>
#include <cmath>

namespace lab {
namespace {

constexpr double kAbove = 1.1;

// Where upper / lower reaches kAbove, by the figures that `of_lower` and `of_upper` take from an
// estimate.
template <typename Lower, typename Upper>
std::optional<double> Reaches(std::span<const SpeedupPoint> lower,
                              std::span<const SpeedupPoint> upper, Lower of_lower, Upper of_upper) {
  double before = 0;  // the ratio at the point before
  for (size_t point = 0; point < std::min(lower.size(), upper.size()); ++point) {
    const double below = of_lower(lower[point].speedup);
    const double ratio = below > 0 ? of_upper(upper[point].speedup) / below : 0;
    if (ratio >= kAbove) {
      if (point == 0) return lower[0].at;
      const double share = (kAbove - before) / (ratio - before);
      return std::lerp(lower[point - 1].at, lower[point].at, share);
    }
    before = ratio;
  }
  return std::nullopt;
}

double Ratio(const Estimate& estimate) { return estimate.ratio; }
double Low(const Estimate& estimate) { return estimate.low; }
double High(const Estimate& estimate) { return estimate.high; }

}  // namespace

std::optional<Crossing> FindCrossing(std::span<const SpeedupPoint> lower,
                                     std::span<const SpeedupPoint> upper) {
  const std::optional<double> at = Reaches(lower, upper, Ratio, Ratio);
  if (!at) return std::nullopt;
  const double first = Reaches(lower, upper, Low, High).value_or(*at);
  const double last = Reaches(lower, upper, High, Low).value_or(lower.back().at);
  return Crossing{.at = *at, .low = std::min(first, *at), .high = std::max(last, *at)};
}

}  // namespace lab
