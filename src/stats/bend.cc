#include "stats/bend.h"

#include <algorithm>
#include <cmath>

namespace lab {
namespace {

constexpr double kLeastBend = 0.05;

double Place(double value, const Axis& axis) {
  return axis.logarithmic ? std::log(std::max(value, 1e-9)) : value;
}

// How far the middle one of three points lies from the line between the others, as a share of the
// greatest height.
double Bend(std::span<const double> at, std::span<const double> curve, size_t middle,
            const Axis& axis) {
  const double from = Place(at[middle - 1], axis);
  const double to = Place(at[middle + 1], axis);
  const double share = (Place(at[middle], axis) - from) / (to - from);
  const double line =
      std::lerp(Place(curve[middle - 1], axis), Place(curve[middle + 1], axis), share);
  const double height = axis.logarithmic ? std::exp(line) : line;
  return std::fabs(curve[middle] - height) / *std::ranges::max_element(curve);
}

// In the middle between two places; empty if they are neighbours.
std::optional<double> Between(double from, double to, const Axis& axis) {
  const double middle = axis.logarithmic ? std::sqrt(from * to) : (from + to) / 2;
  const double value = std::round(middle / axis.step) * axis.step;
  return value > from && value < to ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<double> WhereItBends(std::span<const double> at,
                                   std::span<const std::vector<double>> curves, const Axis& axis) {
  std::optional<double> where;
  double most = kLeastBend;
  for (size_t middle = 1; middle + 1 < at.size(); ++middle) {
    double bend = 0;
    for (const std::vector<double>& curve : curves)
      bend = std::max(bend, Bend(at, curve, middle, axis));
    if (bend <= most) continue;
    constexpr double kAlike = 1e-9;
    const bool left_is_wider =
        2 * Place(at[middle], axis) - Place(at[middle - 1], axis) - Place(at[middle + 1], axis) >
        -kAlike;
    const std::optional<double> left = Between(at[middle - 1], at[middle], axis);
    const std::optional<double> right = Between(at[middle], at[middle + 1], axis);
    const std::optional<double> place = left && (left_is_wider || !right) ? left : right;
    if (!place) continue;
    where = place;
    most = bend;
  }
  return where;
}

}  // namespace lab
