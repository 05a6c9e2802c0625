// Shown to people: the code view prints this file.
#include <algorithm>
#include <array>
#include <cmath>

#include "workload/kernels.h"
#include "workload/sine.h"

namespace lab {
namespace {

constexpr int kBlock = 16;  // elements between two checkpoints: below 200 ns
constexpr int kSums =
    4;    // independent partial sums, so that additions need not wait for each other

double Term(double i) { return std::sqrt(i) * Sine(i); }

}  // namespace

double HeavySum(int64_t begin, int64_t end, Checkpoint& checkpoint) {
  std::array<double, kSums> sums{};
  int64_t at = begin;
  for (; at + kBlock <= end && checkpoint.Pass(); at += kBlock) {
    const double first = static_cast<double>(at);
    for (int block = 0; block < kBlock; block += kSums) {
      for (int lane = 0; lane < kSums; ++lane) sums[lane] += Term(first + (block + lane));
    }
  }
  const int64_t tail = std::min<int64_t>(end - at, kBlock);  // more is left only if cancelled
  for (int64_t i = at; i < at + tail; ++i) sums[0] += Term(static_cast<double>(i));
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

}  // namespace lab
