// The proof of the intervals: thousands of runs of two models that take exactly the time they are
// told, times noise of a known shape.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>
#include <vector>

#include "stats/estimate.h"

namespace lab {
namespace {

class Noise {
 public:
  explicit Noise(uint64_t seed) : random_(seed) {}

  double Uniform() { return (static_cast<double>(random_() >> 11) + 0.5) * 0x1p-53; }
  double Normal() { return std::sqrt(-2 * std::log(Uniform())) * std::cos(2 * std::numbers::pi * Uniform()); }

 private:
  std::mt19937_64 random_;
};

struct Shape {
  const char* name;
  double (*factor)(Noise&);  // of the time that a trial was told to take
};

double AtLeast(double factor) { return std::max(0.1, factor); }

constexpr Shape kFivePercent = {"normal, 5 %", [](Noise& noise) { return AtLeast(1 + 0.05 * noise.Normal()); }};

const Shape kShapes[] = {
    {"normal, 1 %", [](Noise& noise) { return 1 + 0.01 * noise.Normal(); }},
    kFivePercent,
    {"normal, 15 %", [](Noise& noise) { return AtLeast(1 + 0.15 * noise.Normal()); }},
    {"lognormal", [](Noise& noise) { return std::exp(0.1 * noise.Normal()); }},
    {"delays only", [](Noise& noise) { return 1 - 0.05 * std::log(noise.Uniform()); }},
    {"an outlier now and then", [](Noise& noise) { return AtLeast(1 + 0.03 * noise.Normal()) + (noise.Uniform() < 0.05 ? 0.5 : 0); }},
};

constexpr int kRuns = 2000;

// The estimates of so many runs of two models, the second `ratio` times as fast as the first.
std::vector<Estimate> Runs(const Shape& shape, double ratio, int repetitions, uint64_t seed) {
  Noise noise(seed);
  std::vector<Estimate> estimates;
  for (int run = 0; run < kRuns; ++run) {
    std::vector<double> baseline;
    std::vector<double> samples;
    for (int round = 0; round < repetitions; ++round) {
      const double drift = 1 + 0.1 * std::sin(round);  // of the machine, which both feel
      baseline.push_back(drift * ratio * shape.factor(noise));
      samples.push_back(drift * shape.factor(noise));
    }
    estimates.push_back(Speedup(baseline, samples));
  }
  return estimates;
}

double Share(const std::vector<Estimate>& estimates, auto what) {
  return static_cast<double>(std::ranges::count_if(estimates, what)) / static_cast<double>(estimates.size());
}

class Coverage : public testing::TestWithParam<int> {};

TEST_P(Coverage, TheIntervalHoldsTheTrueRatioAndTheSameIsRarelyCalledDifferent) {
  double sum = 0;
  for (size_t shape = 0; shape < std::size(kShapes); ++shape) {
    const double different = Share(Runs(kShapes[shape], 1, GetParam(), 100 + shape), Different);
    EXPECT_LE(different, 0.07) << kShapes[shape].name << ": covers less than 93 %";
    EXPECT_GE(different, 0.03) << kShapes[shape].name << ": covers more than 97 %";
    sum += different;
  }
  EXPECT_LE(sum / static_cast<double>(std::size(kShapes)), 0.05);
}

INSTANTIATE_TEST_SUITE_P(Repetitions, Coverage, testing::Values(10, 20));

TEST(TrueRatio, DoesNotMatterToTheCoverage) {
  const double covered = Share(Runs(kFivePercent, 1.9, 10, 400), [](const Estimate& estimate) { return estimate.low <= 1.9 && 1.9 <= estimate.high; });
  EXPECT_GE(covered, 0.93);
  EXPECT_LE(covered, 0.97);
}

TEST(Power, ATenthIsFoundWithTwentyRepetitions) {
  EXPECT_GE(Share(Runs(kFivePercent, 1.1, 20, 300), [](const Estimate& estimate) { return estimate.low > 1; }), 0.9);
}

}  // namespace
}  // namespace lab
