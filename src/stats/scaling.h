// How a speedup grows with the number of workers, and the two laws that are fitted to it:
//   Amdahl (1967): S(n) = 1 / (s + (1 - s) / n), s: the serial fraction of the work;
//   Gunther's Universal Scalability Law (1993): S(n) = n / (1 + a (n - 1) + b n (n - 1)),
//   a: contention, b: coherency (the cost of keeping every pair of workers in agreement).
// Both by least squares on the relative error of the speedup. Pure.
#pragma once

#include <span>
#include <string>

#include "stats/estimate.h"

namespace lab {

struct ScalingPoint {
  int workers = 1;
  Estimate speedup;
};

struct AmdahlFit {
  double serial_fraction = 0;  // 0..1
  double low = 0;  // what the points' intervals leave open, with the points' confidence
  double high = 0;
  double residual = 0;  // root mean square of the relative error over the fitted points
  int points = 0;  // fitted, with more than one worker
  bool describes = false;  // the residual is within what the intervals allow
};

struct UslFit {
  double contention = 0;  // a, not below 0
  double coherency = 0;  // b, not below 0
  double residual = 0;
  double peak_workers = 0;  // where the curve is highest, sqrt((1 - a) / b); 0 if it has no peak
  int points = 0;
  bool describes = false;
};

double AmdahlSpeedup(double serial_fraction, double workers);
double UslSpeedup(double contention, double coherency, double workers);

// Only the points with no more workers than `cores` (rounded): beyond them cores are the limit
// and not the work that is serial. Without such a point with two workers or more nothing is fitted.
AmdahlFit FitAmdahl(std::span<const ScalingPoint> points, double cores);
// All points; it needs three with more than one worker, since it has two parameters.
UslFit FitUsl(std::span<const ScalingPoint> points);

}  // namespace lab
