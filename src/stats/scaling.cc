#include "stats/scaling.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "base/text.h"

namespace lab {
namespace {

// A fit that is off by no more than that, or by no more than the intervals, describes the curve.
constexpr double kGoodResidual = 0.05;

struct Sample {
  double workers;
  double speedup;
  double half_width;  // of the interval, relative
};

std::vector<Sample> SamplesOf(std::span<const ScalingPoint> points, double most_workers) {
  std::vector<Sample> samples;
  for (const ScalingPoint& point : points) {
    const Estimate& speedup = point.speedup;
    if (point.workers < 2 || point.workers > most_workers || speedup.ratio <= 0) continue;
    samples.push_back({.workers = static_cast<double>(point.workers),
                       .speedup = speedup.ratio,
                       .half_width = (speedup.high - speedup.low) / 2 / speedup.ratio});
  }
  return samples;
}

template <typename Law>
double Residual(const std::vector<Sample>& samples, Law law) {
  double squares = 0;
  for (const Sample& sample : samples) {
    const double error = law(sample.workers) / sample.speedup - 1;
    squares += error * error;
  }
  return std::sqrt(squares / static_cast<double>(samples.size()));
}

bool Describes(const std::vector<Sample>& samples, double residual) {
  double widest = 0;
  for (const Sample& sample : samples) widest = std::max(widest, sample.half_width);
  return residual <= std::max(kGoodResidual, widest);
}

// Where `cost` is least between 0 and 1, by golden section search: it has one minimum.
template <typename Cost>
double Minimum(Cost cost) {
  const double golden = (std::sqrt(5.0) - 1) / 2;
  double low = 0;
  double high = 1;
  for (int step = 0; step < 60; ++step) {
    const double left = high - golden * (high - low);
    const double right = low + golden * (high - low);
    if (cost(left) < cost(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

double SerialFraction(const std::vector<Sample>& samples) {
  const double found = Minimum(
      [&](double s) { return Residual(samples, [s](double n) { return AmdahlSpeedup(s, n); }); });
  constexpr double kZero = 1e-9;  // what the search leaves of a bound
  return found < kZero ? 0 : found;
}

// The same points, each moved by `share` of half its interval.
std::vector<Sample> Moved(std::vector<Sample> samples, double share) {
  for (Sample& sample : samples) sample.speedup *= 1 + share * sample.half_width;
  return samples;
}

struct Usl {
  double contention;
  double coherency;
};

// n / S - 1 = a (n - 1) + b n (n - 1) is linear in both; weighted by S / n, its errors are relative
// ones of the speedup. A parameter that would be negative is 0, and the other is fitted alone.
Usl SolveUsl(const std::vector<Sample>& samples) {
  double xx = 0, xy = 0, yy = 0, xz = 0, yz = 0;
  for (const auto& [n, speedup, half_width] : samples) {
    const double weight = speedup / n;
    const double x = (n - 1) * weight;
    const double y = n * (n - 1) * weight;
    const double z = (n / speedup - 1) * weight;
    xx += x * x;
    xy += x * y;
    yy += y * y;
    xz += x * z;
    yz += y * z;
  }
  const double determinant = xx * yy - xy * xy;
  const Usl both = {.contention = (xz * yy - yz * xy) / determinant,
                    .coherency = (yz * xx - xz * xy) / determinant};
  if (both.contention >= 0 && both.coherency >= 0) return both;
  const Usl contention = {.contention = std::max(0.0, xz / xx), .coherency = 0};
  const Usl coherency = {.contention = 0, .coherency = std::max(0.0, yz / yy)};
  const auto residual = [&](const Usl& usl) {
    return Residual(samples,
                    [&](double n) { return UslSpeedup(usl.contention, usl.coherency, n); });
  };
  return residual(contention) <= residual(coherency) ? contention : coherency;
}

}  // namespace

double AmdahlSpeedup(double serial_fraction, double workers) {
  return 1 / (serial_fraction + (1 - serial_fraction) / workers);
}

double UslSpeedup(double contention, double coherency, double workers) {
  return workers / (1 + contention * (workers - 1) + coherency * workers * (workers - 1));
}

AmdahlFit FitAmdahl(std::span<const ScalingPoint> points, double cores) {
  const std::vector<Sample> samples = SamplesOf(points, std::round(cores));
  AmdahlFit fit = {.points = static_cast<int>(samples.size())};
  if (samples.empty()) return fit;
  fit.serial_fraction = SerialFraction(samples);
  // All points faster or slower than measured; independent errors of several points partly cancel.
  const double together = 1 / std::sqrt(static_cast<double>(samples.size()));
  fit.low = SerialFraction(Moved(samples, together));
  fit.high = SerialFraction(Moved(samples, -together));
  fit.residual = Residual(samples, [&](double n) { return AmdahlSpeedup(fit.serial_fraction, n); });
  fit.describes = Describes(samples, fit.residual);
  return fit;
}

UslFit FitUsl(std::span<const ScalingPoint> points) {
  constexpr size_t kFewest = 3;
  const std::vector<Sample> samples = SamplesOf(points, HUGE_VAL);
  if (samples.size() < kFewest) return {};
  UslFit fit = {.points = static_cast<int>(samples.size())};
  const Usl usl = SolveUsl(samples);
  fit.contention = usl.contention;
  fit.coherency = usl.coherency;
  fit.residual =
      Residual(samples, [&](double n) { return UslSpeedup(usl.contention, usl.coherency, n); });
  fit.peak_workers =
      usl.coherency > 0 && usl.contention < 1 ? std::sqrt((1 - usl.contention) / usl.coherency) : 0;
  fit.describes = Describes(samples, fit.residual);
  return fit;
}

}  // namespace lab
