#include "stats/estimate.h"

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "base/text.h"
#include "stats/sample.h"

namespace lab {
namespace {

constexpr int kResamples = 400;
constexpr size_t kFewestRounds = 6;
constexpr double kConfidence = 0.95;
// What the percentiles are taken for: 400 resamples leave them a little uncertain, and the interval
// shall not fall short of what it says.
constexpr double kPercentiles = 0.955;

double Middle(std::vector<double>& values) {
  const auto middle = values.begin() + std::ssize(values) / 2;
  std::ranges::nth_element(values, middle);
  if (values.size() % 2 == 1) return *middle;
  return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

// Median of the pairwise means, those of each value with itself included.
double HodgesLehmann(const std::vector<double>& values) {
  std::vector<double> means;
  means.reserve(values.size() * (values.size() + 1) / 2);
  for (size_t first = 0; first < values.size(); ++first) {
    for (size_t second = first; second < values.size(); ++second) means.push_back((values[first] + values[second]) / 2);
  }
  return Middle(means);
}

// Median of all differences between the values of one side and the other.
double MiddleDifference(const std::vector<double>& values, const std::vector<double>& others) {
  std::vector<double> differences;
  differences.reserve(values.size() * others.size());
  for (const double value : values) {
    for (const double other : others) differences.push_back(value - other);
  }
  return Middle(differences);
}

// With replacement. The generator's numbers are fixed by the standard, those of its distributions not.
std::vector<double> Resampled(const std::vector<double>& values, std::mt19937_64& random) {
  std::vector<double> resampled(values.size());
  for (double& value : resampled) value = values[random() % values.size()];
  return resampled;
}

// The 97.5 % quantile of Student's t, by its expansion about the normal one (Abramowitz & Stegun 26.7.5);
// good to three digits from five degrees of freedom on.
double StudentsQuantile(double degrees, double normal) {
  const double z2 = normal * normal;
  const double first = (z2 + 1) * normal / 4;
  const double second = ((5 * z2 + 16) * z2 + 3) * normal / 96;
  const double third = (((3 * z2 + 19) * z2 + 17) * z2 - 15) * normal / 384;
  return normal + first / degrees + second / (degrees * degrees) + third / (degrees * degrees * degrees);
}

// By how much an interval from resampling n values is too narrow.
double SmallSampleFactor(size_t n) {
  constexpr double kNormal = 1.959963984540054;
  const double degrees = static_cast<double>(n - 1);
  return std::sqrt((degrees + 1) / degrees) * StudentsQuantile(degrees, kNormal) / kNormal;
}

// From the logarithm of the ratio and those of its resamples.
Estimate FromBootstrap(double location, std::vector<double>& resampled, size_t n) {
  std::ranges::sort(resampled);
  const auto tail = static_cast<size_t>((1 - kPercentiles) / 2 * static_cast<double>(resampled.size()));
  const double factor = SmallSampleFactor(n);
  return {.ratio = std::exp(location),
          .low = std::exp(location + factor * (std::min(resampled[tail], location) - location)),
          .high = std::exp(location + factor * (std::max(resampled[resampled.size() - 1 - tail], location) - location)),
          .confidence = kConfidence};
}

Estimate FromRange(const std::vector<double>& logs) {
  std::vector<double> ratios;
  for (const double log : logs) ratios.push_back(std::exp(log));
  const auto [low, high] = std::ranges::minmax(ratios);
  return {.ratio = Median(ratios), .low = low, .high = high, .confidence = 1 - std::exp2(1 - static_cast<double>(ratios.size()))};
}

std::vector<double> Logarithms(std::span<const double> times) {
  std::vector<double> logs;
  for (const double time : times) {
    if (time > 0) logs.push_back(std::log(time));
  }
  return logs;
}

constexpr Estimate kNone = {.ratio = 0, .low = 0, .high = 0, .confidence = 0};

int Digits(const Estimate& estimate) {
  const double width = estimate.high - estimate.low;
  return width < 0.1 ? 2 : width < 1.0 ? 1 : 0;
}

}  // namespace

Estimate Speedup(std::span<const double> baseline, std::span<const double> samples) {
  std::vector<double> logs;
  for (size_t round = 0; round < std::min(baseline.size(), samples.size()); ++round) {
    if (baseline[round] > 0 && samples[round] > 0) logs.push_back(std::log(baseline[round] / samples[round]));
  }
  if (logs.empty()) return kNone;
  if (logs.size() < kFewestRounds) return FromRange(logs);
  std::mt19937_64 random;
  std::vector<double> resampled(kResamples);
  for (double& location : resampled) location = HodgesLehmann(Resampled(logs, random));
  return FromBootstrap(HodgesLehmann(logs), resampled, logs.size());
}

Estimate RatioOf(std::span<const double> times, std::span<const double> other_times) {
  const std::vector<double> logs = Logarithms(times);
  const std::vector<double> other_logs = Logarithms(other_times);
  const size_t fewer = std::min(logs.size(), other_logs.size());
  if (fewer == 0) return kNone;
  const double location = MiddleDifference(logs, other_logs);
  if (fewer < kFewestRounds) {
    const auto [low, high] = std::ranges::minmax(logs);
    const auto [other_low, other_high] = std::ranges::minmax(other_logs);
    return {.ratio = std::exp(location), .low = std::exp(low - other_high), .high = std::exp(high - other_low),
            .confidence = 1 - std::exp2(1 - static_cast<double>(fewer))};
  }
  std::mt19937_64 random;
  std::vector<double> resampled(kResamples);
  for (double& each : resampled) each = MiddleDifference(Resampled(logs, random), Resampled(other_logs, random));
  return FromBootstrap(location, resampled, fewer);
}

bool Different(const Estimate& estimate) { return estimate.ratio > 0 && (estimate.low > 1 || estimate.high < 1); }

bool TooNoisy(const Estimate& estimate) {
  constexpr double kMost = 0.4;
  return estimate.ratio <= 0 || estimate.high - estimate.low > kMost * estimate.ratio;
}

std::string RatioText(const Estimate& estimate) {
  if (estimate.ratio <= 0) return "?";
  return Format("%.*f", Digits(estimate), estimate.ratio);
}

std::string IntervalText(const Estimate& estimate) {
  if (estimate.ratio <= 0) return "?";
  const int digits = std::max(1, Digits(estimate));
  return Format("%.*f–%.*f", digits, estimate.low, digits, estimate.high);
}

}  // namespace lab
