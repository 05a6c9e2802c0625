// Shown to people: the code view prints this file.
// A sine of our own, so that native code and WebAssembly compute the same bits at the same speed:
// C libraries differ in both, and the web's reduces arguments above 1.6 million slowly. No
// branches, so that compilers can work on several arguments at once.
//
// Method: k = round(x/pi), then r = x - k·pi by Cody and Waite's reduction ("Software Manual for
// the Elementary Functions", 1980) with pi cut into pieces of 23 bits, whose products with k < 2^30
// are exact; then the Taylor series of sin(r) on |r| <= pi/2, whose first left-out term is
// below 1.3e-18, and the sign of k. Absolute error below 3e-16 for 0 <= x <= 2^30
// (tests/workload/sine_test.cc).
#pragma once

#include <bit>
#include <cstdint>

namespace lab {

// The first two pieces have 23 bits: times a k of 29 bits the product is exact.
inline constexpr double kPiFirst = 0x1.921fb4p+1;
inline constexpr double kPiSecond = 0x1.4442dp-23;
inline constexpr double kPiThird = 0x1.8469898cc5170p-47;
inline constexpr double kOneOverPi = 0x1.45f306dc9c883p-2;

// For whole or broken 0 <= x <= 2^30.
inline double Sine(double x) {
  // Adding 1.5·2^52 leaves no room for a fraction: the sum's last bits are k, rounded to nearest.
  constexpr double kRounder = 0x1.8p52;
  const double shifted = x * kOneOverPi + kRounder;
  const double k = shifted - kRounder;
  const double r = ((x - k * kPiFirst) - k * kPiSecond) - k * kPiThird;
  const double r2 = r * r;

  double series = -1.0 / 51090942171709440000.0;  // -1/21!
  series = series * r2 + 1.0 / 121645100408832000.0;
  series = series * r2 - 1.0 / 355687428096000.0;
  series = series * r2 + 1.0 / 1307674368000.0;
  series = series * r2 - 1.0 / 6227020800.0;
  series = series * r2 + 1.0 / 39916800.0;
  series = series * r2 - 1.0 / 362880.0;
  series = series * r2 + 1.0 / 5040.0;
  series = series * r2 - 1.0 / 120.0;
  series = series * r2 + 1.0 / 6.0;
  // sin(r) = r - r^3·(1/3! - r^2/5! + …): the signs above are those of the bracket.
  const double sine = r - r * r2 * series;

  const uint64_t odd = std::bit_cast<uint64_t>(shifted) << 63;
  return std::bit_cast<double>(std::bit_cast<uint64_t>(sine) ^ odd);
}

}  // namespace lab
