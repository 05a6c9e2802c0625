// How much of what could be gained was gained. Pure.
#pragma once

#include "stats/estimate.h"

namespace lab {

// How far beyond the cores that were measured something may lie and still be within the error of
// their measurement.
inline constexpr double kMoreThanCores = 1.1;

// The speedup over `limit`, the most that can be gained: what workers and cores allow. What lies
// beyond by no more than its interval and the limit's own error allow gained all of it: 1. What
// lies clearly beyond shows that the limit was another; then it is 0, for unknown.
double EfficiencyOf(const Estimate& speedup, double limit);

// The same of an efficiency that was made without looking at the limit, as files of former versions
// have them.
double EfficiencyWithin(const Estimate& speedup, double efficiency);

}  // namespace lab
