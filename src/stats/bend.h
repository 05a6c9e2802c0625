// Where a curve bends, so that it is measured more densely there. Pure.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace lab {

struct Axis {
  bool logarithmic = false;  // equal ratios are equal steps, of the curve too
  double step = 1;           // values are multiples of it
};

// The place to measure next: beside the point at which one of the curves lies farthest from the
// line between its neighbours, in the middle of the wider gap. Empty if no curve bends by more than
// a twentieth of its height, or there is no room left. `at` rises; every curve has a value for each
// of it.
std::optional<double> WhereItBends(std::span<const double> at,
                                   std::span<const std::vector<double>> curves, const Axis& axis);

}  // namespace lab
