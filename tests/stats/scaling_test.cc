#include "stats/scaling.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

namespace lab {
namespace {

template <typename Law>
std::vector<ScalingPoint> Curve(std::vector<int> workers, Law law, double half_width = 0.01) {
  std::vector<ScalingPoint> points;
  for (const int n : workers) {
    const double speedup = law(n);
    points.push_back({.workers = n,
                      .speedup = {.ratio = speedup,
                                  .low = speedup * (1 - half_width),
                                  .high = speedup * (1 + half_width),
                                  .confidence = 0.95}});
  }
  return points;
}

const std::vector<int> kUpTo16 = {1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16};

TEST(Amdahl, IsFoundInItsOwnCurves) {
  for (const double s : {0.0, 0.01, 0.1, 0.35, 1.0}) {
    const AmdahlFit fit = FitAmdahl(Curve(kUpTo16, [s](int n) { return AmdahlSpeedup(s, n); }), 16);
    EXPECT_NEAR(fit.serial_fraction, s, 1e-6);
    EXPECT_LT(fit.residual, 1e-5);
    EXPECT_TRUE(fit.describes);
    EXPECT_LE(fit.low, fit.serial_fraction);
    EXPECT_GE(fit.high, fit.serial_fraction);
    EXPECT_EQ(fit.points, 11);
  }
}

TEST(Amdahl, TenPercentAreFoundWithinThreePointsInNoise) {
  std::mt19937_64 random(1);
  for (int round = 0; round < 200; ++round) {
    const auto noisy = [&](int n) {
      return AmdahlSpeedup(0.1, n) *
             (1 + 0.04 * (static_cast<double>(random() % 1000) / 1000 - 0.5));
    };
    EXPECT_NEAR(FitAmdahl(Curve({1, 2, 4, 8, 16}, noisy, 0.02), 16).serial_fraction, 0.1, 0.03);
  }
}

TEST(Amdahl, LooksNoFurtherThanTheCores) {
  const auto ends = [](int n) { return AmdahlSpeedup(0.1, std::min(n, 2)); };
  const AmdahlFit fit = FitAmdahl(Curve({1, 2, 3, 4}, ends), 1.97);
  EXPECT_NEAR(fit.serial_fraction, 0.1, 1e-6);
  EXPECT_EQ(fit.points, 1);
  EXPECT_EQ(FitAmdahl(Curve({1, 2}, ends), 1).points, 0);
}

TEST(Amdahl, SaysThatItDoesNotDescribeAStaircase) {
  const auto downloads = [](int n) { return 5.0 / std::ceil(5.0 / n); };
  const AmdahlFit fit = FitAmdahl(Curve({1, 2, 3, 4, 5}, downloads), 5);
  EXPECT_FALSE(fit.describes);
}

TEST(Usl, IsFoundInItsOwnCurves) {
  for (const std::pair<double, double>& law :
       {std::pair{0.0, 0.0}, std::pair{0.05, 0.0}, std::pair{0.02, 0.003}, std::pair{0.0, 0.01}}) {
    const double a = law.first;
    const double b = law.second;
    const UslFit fit = FitUsl(Curve(kUpTo16, [&](int n) { return UslSpeedup(a, b, n); }));
    EXPECT_NEAR(fit.contention, a, 1e-9);
    EXPECT_NEAR(fit.coherency, b, 1e-9);
    EXPECT_TRUE(fit.describes);
    if (b > 0) EXPECT_NEAR(fit.peak_workers, std::sqrt((1 - a) / b), 1e-6);
  }
}

TEST(Usl, SaysThatItDoesNotDescribeCoresThatEnd) {
  const UslFit fit = FitUsl(Curve({1, 2, 3, 4}, [](int n) { return std::min(n, 2); }));
  EXPECT_FALSE(fit.describes);
  EXPECT_GE(fit.contention, 0);
  EXPECT_GE(fit.coherency, 0);
}

TEST(Usl, NeedsThreePoints) {
  EXPECT_EQ(FitUsl(Curve({1, 2, 3}, [](int n) { return n; })).points, 0);
}

TEST(Usl, IsNeverNegative) {
  const UslFit fit = FitUsl(Curve({2, 4, 8}, [](int n) { return n * 1.1; }));
  EXPECT_EQ(fit.contention, 0);
  EXPECT_EQ(fit.coherency, 0);
}

}  // namespace
}  // namespace lab
