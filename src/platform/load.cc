#include "platform/load.h"

#include <algorithm>
#include <cmath>

namespace lab {

std::optional<double> OtherCoresBetween(const LoadReading& begin, const LoadReading& end) {
  constexpr double kFineness = 0.03;  // cores
  const double wall_s = end.wall_s - begin.wall_s;
  const double rounding_s = 2 * std::hypot(begin.rounding_s, end.rounding_s);
  if (wall_s <= 0 || begin.cores != end.cores || rounding_s > kFineness * wall_s)
    return std::nullopt;
  const double busy_s = end.cores * wall_s - (end.idle_s - begin.idle_s);
  const double others_s = busy_s - (end.own_s - begin.own_s);
  return std::max({0.0, others_s, end.stolen_s - begin.stolen_s}) / wall_s;
}

std::optional<double> LoadMeter::OtherCores() const {
  if (!begin_) return std::nullopt;
  const std::optional<LoadReading> end = ReadLoad();
  return end ? OtherCoresBetween(*begin_, *end) : std::nullopt;
}

}  // namespace lab
