// Where one curve leaves another behind. Pure.
#pragma once

#include <optional>
#include <span>

#include "stats/estimate.h"

namespace lab {

struct SpeedupPoint {
  double at = 0;      // on the axis, rising from point to point
  Estimate speedup;
};

struct Crossing {
  double at = 0;
  double low = 0;     // what the points' intervals leave open
  double high = 0;
};

// From where on `upper` is a tenth or more above `lower`, interpolated between the points around
// it; nothing if it never is. Both have their points at the same places.
std::optional<Crossing> FindCrossing(std::span<const SpeedupPoint> lower,
                                     std::span<const SpeedupPoint> upper);

}  // namespace lab
