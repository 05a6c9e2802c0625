#include "stats/estimate.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <utility>
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

// A figure made of one value of each of two sides, which may be the same side.
struct Pair {
  double value = 0;
  size_t first = 0;
  size_t second = 0;
};

// Of each value of a sample: how often a resample has it.
using Counts = std::vector<int>;

// The pairs of a sample, sorted once. A resample has the same pairs, each as often as its values
// allow, so that its middle one is found by counting.
class SortedPairs {
 public:
  explicit SortedPairs(std::vector<Pair> pairs) : pairs_(std::move(pairs)) {
    std::ranges::sort(pairs_, {}, &Pair::value);
  }

  // The middle one, or the mean of the middle two, if `times` says how often each pair is there.
  double Middle(auto times) const {
    long all = 0;
    for (const Pair& pair : pairs_) all += times(pair);
    long passed = 0;
    const double* lower = nullptr;
    for (const Pair& pair : pairs_) {
      passed += times(pair);
      if (all % 2 == 0 && lower == nullptr && passed >= all / 2) lower = &pair.value;
      if (passed > all / 2) return all % 2 == 1 ? pair.value : (*lower + pair.value) / 2;
    }
    return 0;
  }

 private:
  std::vector<Pair> pairs_;
};

// The pairwise means, those of each value with itself included, whose median is Hodges and
// Lehmann's location.
SortedPairs MeansOf(const std::vector<double>& values) {
  std::vector<Pair> pairs;
  pairs.reserve(values.size() * (values.size() + 1) / 2);
  for (size_t first = 0; first < values.size(); ++first) {
    for (size_t second = first; second < values.size(); ++second)
      pairs.push_back({(values[first] + values[second]) / 2, first, second});
  }
  return SortedPairs(std::move(pairs));
}

double HodgesLehmann(const SortedPairs& means, const Counts& counts) {
  return means.Middle([&](const Pair& pair) {
    const long first = counts[pair.first];
    return pair.first == pair.second ? first * (first + 1) / 2 : first * counts[pair.second];
  });
}

// All differences between the values of one side and the other.
SortedPairs DifferencesOf(const std::vector<double>& values, const std::vector<double>& others) {
  std::vector<Pair> pairs;
  pairs.reserve(values.size() * others.size());
  for (size_t first = 0; first < values.size(); ++first) {
    for (size_t second = 0; second < others.size(); ++second)
      pairs.push_back({values[first] - others[second], first, second});
  }
  return SortedPairs(std::move(pairs));
}

double MiddleDifference(const SortedPairs& differences, const Counts& counts,
                        const Counts& other_counts) {
  return differences.Middle([&](const Pair& pair) {
    return static_cast<long>(counts[pair.first]) * other_counts[pair.second];
  });
}

// With replacement. The generator's numbers are fixed by the standard, those of its distributions
// not.
Counts Resampled(size_t number, std::mt19937_64& random) {
  Counts counts(number);
  for (size_t draw = 0; draw < number; ++draw) ++counts[random() % number];
  return counts;
}

constexpr double kMostRatio = 0.999e9;
constexpr double kNormalQuantile = 1.959963984540054;

// The 97.5 % quantile of Student's t, by its expansion about the normal one (Abramowitz &
// Stegun 26.7.5); good to three digits from five degrees of freedom on, and from a table below.
double StudentsQuantile(double degrees) {
  constexpr double kFew[] = {12.706205, 4.302653, 3.182446, 2.776445};
  if (degrees <= 4) return kFew[static_cast<size_t>(degrees) - 1];
  const double normal = kNormalQuantile;
  const double z2 = normal * normal;
  const double first = (z2 + 1) * normal / 4;
  const double second = ((5 * z2 + 16) * z2 + 3) * normal / 96;
  const double third = (((3 * z2 + 19) * z2 + 17) * z2 - 15) * normal / 384;
  return normal + first / degrees + second / (degrees * degrees) +
         third / (degrees * degrees * degrees);
}

// By how much an interval from resampling n values is too narrow.
double SmallSampleFactor(size_t n) {
  const double degrees = static_cast<double>(n - 1);
  return std::sqrt((degrees + 1) / degrees) * StudentsQuantile(degrees) / kNormalQuantile;
}

// From the logarithm of the ratio and those of its resamples.
Estimate FromBootstrap(double location, std::vector<double>& resampled, size_t n) {
  std::ranges::sort(resampled);
  const auto tail =
      static_cast<size_t>((1 - kPercentiles) / 2 * static_cast<double>(resampled.size()));
  const double factor = SmallSampleFactor(n);
  return {.ratio = std::exp(location),
          .low = std::exp(location + factor * (std::min(resampled[tail], location) - location)),
          .high = std::exp(
              location +
              factor * (std::max(resampled[resampled.size() - 1 - tail], location) - location)),
          .confidence = kConfidence};
}

double Mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double SumOfSquares(const std::vector<double>& values) {
  const double mean = Mean(values);
  double sum = 0;
  for (const double value : values) sum += (value - mean) * (value - mean);
  return sum;
}

Estimate FromMean(double location, double half_width) {
  return {.ratio = std::exp(location),
          .low = std::exp(location - half_width),
          .high = std::exp(location + half_width),
          .confidence = kConfidence};
}

Estimate WithoutInterval(double location) {
  const double ratio = std::exp(location);
  return {.ratio = ratio, .low = ratio, .high = ratio, .confidence = 0};
}

Estimate FromFew(const std::vector<double>& logs) {
  if (logs.size() == 1) return WithoutInterval(logs.front());
  const double rounds = static_cast<double>(logs.size());
  return FromMean(Mean(logs), StudentsQuantile(rounds - 1) *
                                  std::sqrt(SumOfSquares(logs) / (rounds - 1) / rounds));
}

// Two samples of different sizes with one spread in common.
Estimate FromFew(const std::vector<double>& logs, const std::vector<double>& other_logs) {
  const double location = Mean(logs) - Mean(other_logs);
  const double one = static_cast<double>(logs.size());
  const double other = static_cast<double>(other_logs.size());
  if (logs.size() == 1 || other_logs.size() == 1) return WithoutInterval(location);
  const double variance = (SumOfSquares(logs) + SumOfSquares(other_logs)) / (one + other - 2);
  return FromMean(location,
                  StudentsQuantile(one + other - 2) * std::sqrt(variance * (1 / one + 1 / other)));
}

std::vector<double> Logarithms(std::span<const double> times) {
  std::vector<double> logs;
  for (const double time : times) {
    if (time > 0) logs.push_back(std::log(time));
  }
  return logs;
}

// Of the ratios within the rounds that both have, where both could be measured. A nanosecond beside
// a day is the clock's doing: no ratio that files have room for is farther from 1 than a thousand
// million.
std::vector<double> RoundLogarithms(std::span<const double> baseline,
                                    std::span<const double> samples) {
  std::vector<double> logs;
  for (size_t round = 0; round < std::min(baseline.size(), samples.size()); ++round) {
    if (baseline[round] > 0 && samples[round] > 0)
      logs.push_back(std::clamp(std::log(baseline[round] / samples[round]), -std::log(kMostRatio),
                                std::log(kMostRatio)));
  }
  return logs;
}

constexpr Estimate kNone = {.ratio = 0, .low = 0, .high = 0, .confidence = 0};

int Digits(const Estimate& estimate) {
  const double width = estimate.high - estimate.low;
  return width < 0.1 ? 2 : width < 1.0 ? 1 : 0;
}

int DigitsOfInterval(const Estimate& estimate) { return std::max(1, Digits(estimate)); }

// Nobody gains a thousandfold: a bound beyond says only that nothing is known, and needs no eight
// digits for it.
std::string BoundText(double bound, int digits) {
  constexpr double kBeyond = 1000;
  return bound >= kBeyond ? "1000+" : Format("%.*f", bound < 100 ? digits : 0, bound);
}

}  // namespace

double SpeedupRatio(std::span<const double> baseline, std::span<const double> samples) {
  const std::vector<double> logs = RoundLogarithms(baseline, samples);
  if (logs.empty()) return 0;
  return std::exp(logs.size() < kFewestRounds
                      ? Mean(logs)
                      : HodgesLehmann(MeansOf(logs), Counts(logs.size(), 1)));
}

Estimate Speedup(std::span<const double> baseline, std::span<const double> samples) {
  const std::vector<double> logs = RoundLogarithms(baseline, samples);
  if (logs.empty()) return kNone;
  if (logs.size() < kFewestRounds) return FromFew(logs);
  std::mt19937_64 random;
  std::vector<double> resampled(kResamples);
  const SortedPairs means = MeansOf(logs);
  for (double& location : resampled)
    location = HodgesLehmann(means, Resampled(logs.size(), random));
  return FromBootstrap(HodgesLehmann(means, Counts(logs.size(), 1)), resampled, logs.size());
}

Estimate RatioOf(std::span<const double> times, std::span<const double> other_times) {
  const std::vector<double> logs = Logarithms(times);
  const std::vector<double> other_logs = Logarithms(other_times);
  const size_t fewer = std::min(logs.size(), other_logs.size());
  if (fewer == 0) return kNone;
  if (fewer < kFewestRounds) return FromFew(logs, other_logs);
  std::mt19937_64 random;
  std::vector<double> resampled(kResamples);
  const SortedPairs differences = DifferencesOf(logs, other_logs);
  for (double& each : resampled) {
    const Counts counts = Resampled(logs.size(), random);
    each = MiddleDifference(differences, counts, Resampled(other_logs.size(), random));
  }
  return FromBootstrap(
      MiddleDifference(differences, Counts(logs.size(), 1), Counts(other_logs.size(), 1)),
      resampled, fewer);
}

double RoundsFor(const Estimate& speedup, int rounds, double percent) {
  // What few rounds have above that is their ignorance, and not their spread.
  constexpr double kQuantileOfTen = 2.26;
  if (speedup.confidence <= 0 || speedup.ratio <= 0 || percent <= 0) return HUGE_VAL;
  const double half_width = (speedup.high - speedup.low) / 2 / speedup.ratio;
  const double as_of_ten = half_width * kQuantileOfTen / StudentsQuantile(rounds - 1);
  return rounds * (as_of_ten * 100 / percent) * (as_of_ten * 100 / percent);
}

bool Different(const Estimate& estimate) {
  return estimate.confidence > 0 && estimate.ratio > 0 && (estimate.low > 1 || estimate.high < 1);
}

bool TooNoisy(const Estimate& estimate, double most) {
  return estimate.confidence <= 0 || estimate.ratio <= 0 ||
         estimate.high - estimate.low > most * estimate.ratio;
}

Estimate Inverse(const Estimate& estimate) {
  if (estimate.ratio <= 0) return kNone;
  return {.ratio = 1 / estimate.ratio,
          .low = 1 / estimate.high,
          .high = estimate.low > 0 ? 1 / estimate.low : HUGE_VAL,
          .confidence = estimate.confidence};
}

// A ratio of 1.8 would be 2 without digits, and lie above an interval up to 1.9.
std::string RatioText(const Estimate& estimate) {
  if (estimate.ratio <= 0) return "?";
  const double rounded = std::round(estimate.ratio);
  const bool outside = rounded < estimate.low || rounded > estimate.high;
  return Format("%.*f", outside ? DigitsOfInterval(estimate) : Digits(estimate), estimate.ratio);
}

std::pair<std::string, std::string> BoundsText(const Estimate& estimate) {
  const int digits = DigitsOfInterval(estimate);
  return {BoundText(estimate.low, digits), BoundText(estimate.high, digits)};
}

std::string IntervalText(const Estimate& estimate) {
  if (estimate.ratio <= 0) return "?";
  if (estimate.confidence <= 0) return "–";
  const auto [low, high] = BoundsText(estimate);
  return low + "–" + high;
}

std::string RatioWithInterval(const Estimate& estimate) {
  return estimate.ratio > 0 ? RatioText(estimate) + "× (" + IntervalText(estimate) + ")" : "–";
}

}  // namespace lab
