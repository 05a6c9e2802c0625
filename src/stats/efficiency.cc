#include "stats/efficiency.h"

#include <algorithm>

namespace lab {

double EfficiencyOf(const Estimate& speedup, double limit) {
  if (limit <= 0 || speedup.low > kMoreThanCores * limit) return 0;
  return std::min(1.0, speedup.ratio / limit);
}

double EfficiencyWithin(const Estimate& speedup, double efficiency) {
  return efficiency > 1 ? EfficiencyOf(speedup, speedup.ratio / efficiency) : efficiency;
}

}  // namespace lab
