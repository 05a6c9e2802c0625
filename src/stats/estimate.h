// A ratio of times with its confidence interval: how many times faster one thing is than another.
// Free functions; samples are seconds, at least one of them. The same samples always give the same
// estimate, in a browser as natively.
#pragma once

#include <span>
#include <string>
#include <utility>

namespace lab {

// All zero: nothing could be measured.
struct Estimate {
  double ratio = 1;
  double low = 1;
  double high = 1;
  double confidence = 0;  // in how many of such intervals the true ratio lies, 0..1
};

// How many times faster than `baseline`. Each repetition is compared with the baseline's of the
// same round, which the machine's drift touches alike; uses as many rounds as both have.
//
// Location: Hodges and Lehmann's (1963), the median of the pairwise means of the ratios'
// logarithms: nearly as precise as the mean with normal noise, and hardly moved by outliers.
// Interval: percentile bootstrap (Efron 1979) of that location, widened for few rounds by
// sqrt(n/(n-1)) times Student's t over the normal quantile, by which resampling is too narrow
// (Hesterberg, "What Teachers Should Know About the Bootstrap", 2015, on expanded percentile
// intervals). tests/stats/coverage_test.cc shows that it covers 95 to 97 % at 10 and 20 rounds for
// noise of several shapes. With fewer than six rounds no bootstrap does: then it is Student's
// (1908), the mean of the logarithms and their t interval. One round has no interval, and a
// confidence of 0.
Estimate Speedup(std::span<const double> baseline, std::span<const double> samples);
// Its ratio alone, without the work that its interval is; 0 if nothing could be measured.
double SpeedupRatio(std::span<const double> baseline, std::span<const double> samples);

// times / other_times for samples of different runs, which have no rounds in common: the same with
// the median of all pairs' ratios, both sides resampled by themselves.
Estimate RatioOf(std::span<const double> times, std::span<const double> other_times);

// About how many rounds it takes, by the spread of the `rounds` so far, until the interval lies
// within `percent` of the ratio. Infinity if that cannot be told.
double RoundsFor(const Estimate& speedup, int rounds, double percent);

// The interval excludes 1.
bool Different(const Estimate& estimate);

// The interval is wider than `most` of the ratio, or there is none: nothing to conclude from.
bool TooNoisy(const Estimate& estimate, double most = 0.4);

// The other way round: how many times as late something came, from how much sooner.
Estimate Inverse(const Estimate& estimate);

// The ratio with as many digits as its interval carries: "1.93", "1.9", "2"; "?" if there is none.
std::string RatioText(const Estimate& estimate);
// The two ends of its interval with as many digits, between which the ratio lies as it is written.
std::pair<std::string, std::string> BoundsText(const Estimate& estimate);
// The same as one: "1.89–1.96"; "–" if there is no interval, "?" if there is no ratio.
std::string IntervalText(const Estimate& estimate);
// Both: "1.93× (1.89–1.96)"; "–" if there is no ratio.
std::string RatioWithInterval(const Estimate& estimate);

}  // namespace lab
