// How late something responds: a few figures and all samples. Plain values and free functions.
#pragma once

#include <span>
#include <vector>

namespace lab {

struct Response {
  double median_s = 0;
  double p90_s = 0;
  double p99_s = 0;
  std::vector<double> delays_s;  // in the order in which they came; at least one
};

Response ResponseOf(std::span<const double> delays_s);

// The value below which that share of the samples lies (0..1), interpolated between neighbours; 0
// without samples.
double Quantile(std::span<const double> samples, double share);

// The largest difference between the two samples' shares of values up to any value: 0 for the same,
// 1 for samples that do not meet (Kolmogorov and Smirnov).
double KolmogorovSmirnov(std::span<const double> samples, std::span<const double> others);

// How many samples fall into each of `bins` equal steps from 0 to `end`; what lies beyond is in the
// last.
std::vector<int> Histogram(std::span<const double> samples, double end, int bins);

}  // namespace lab
