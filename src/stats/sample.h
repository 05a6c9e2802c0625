// What samples of one thing say by themselves. Free functions.
#pragma once

#include <span>
#include <vector>

namespace lab {

// The middle one, or the mean of the middle two; 0 without samples.
double Median(std::span<const double> samples);

// Median absolute deviation from the median, not scaled to any distribution.
double Mad(std::span<const double> samples);

// Which samples lie farther from the median than three standard deviations, as the MAD estimates
// them (1.4826 MAD for normal noise). They are shown and count like all others.
std::vector<int> Outliers(std::span<const double> samples);

}  // namespace lab
