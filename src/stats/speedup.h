// What samples say. Free functions; samples are seconds, at least one of them.
#pragma once

#include <span>
#include <string>

namespace lab {

// A ratio with the range in which its repetitions fell.
struct Spread {
  double ratio = 1;
  double low = 1;
  double high = 1;
};

// The middle one, or the mean of the middle two.
double Median(std::span<const double> samples);

// How many times faster than `baseline`: each repetition against the baseline's of the same round,
// which the machine's drift touches alike; the median of those ratios, the least and the greatest.
// Uses as many rounds as both have; all zero if no round could be measured.
Spread Speedup(std::span<const double> baseline, std::span<const double> samples);

// The repetitions differ by more than two fifths of their median, or could not be measured at all:
// nothing to conclude from.
bool TooNoisy(const Spread& spread);

// The ratio with as many digits as its spread carries: "1.93", "1.9", "2"; "?" if there is none.
std::string RatioText(const Spread& spread);

}  // namespace lab
