#include "workload/sine.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace lab {
namespace {

// glibc's long double sine is good to less than one unit in its 64-bit place: a reference that is
// 2,000 times finer than what is tested.
double ErrorAt(double x) {
  return static_cast<double>(
      std::fabs(static_cast<long double>(Sine(x)) - std::sin(static_cast<long double>(x))));
}

constexpr double kBound = 3e-16;

TEST(Sine, IsRightForTheFirstMillionWholeNumbers) {
  for (int i = 0; i < 1'000'000; ++i) ASSERT_LT(ErrorAt(i), kBound) << "at " << i;
}

TEST(Sine, IsRightUpToItsLargestArgument) {
  std::mt19937_64 random(42);
  std::uniform_int_distribution<int64_t> whole(0, int64_t{1} << 30);
  std::uniform_real_distribution<double> broken(0, 0x1p30);
  for (int i = 0; i < 1'000'000; ++i) {
    const double x = static_cast<double>(whole(random));
    ASSERT_LT(ErrorAt(x), kBound) << "at " << x;
    const double y = broken(random);
    ASSERT_LT(ErrorAt(y), kBound) << "at " << y;
  }
  EXPECT_LT(ErrorAt(0x1p30), kBound);
}

TEST(Sine, IsRightCloseToMultiplesOfPi) {
  // The whole numbers closest to multiples of pi are the numerators of its convergents.
  for (const double x :
       {3.0, 22.0, 333.0, 355.0, 103993.0, 104348.0, 208341.0, 312689.0, 833719.0, 1146408.0,
        4272943.0, 5419351.0, 80143857.0, 165707065.0, 245850922.0, 411557987.0, 1068966896.0}) {
    EXPECT_LT(ErrorAt(x), kBound) << "at " << x;
  }
}

}  // namespace
}  // namespace lab
