#include "workload/kernels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <functional>
#include <thread>

#include "platform/wait.h"

namespace lab {
namespace {

TEST(Count, CountsExactly) {
  Breaker breaker;
  Checkpoint checkpoint(breaker);
  EXPECT_EQ(Count(0, 0, checkpoint), 0);
  EXPECT_EQ(Count(0, 1, checkpoint), 1);
  EXPECT_EQ(Count(5, 1'000'003, checkpoint), 1'000'003);
}

TEST(Count, IsCancelledInTheMiddle) {
  Breaker breaker;
  Checkpoint checkpoint(breaker);
  std::thread canceller([&] {
    WaitMilliseconds(20);
    breaker.Set(Breaker::kCancel);
  });
  const int64_t end = int64_t{1} << 50;
  EXPECT_LT(Count(0, end, checkpoint), end);
  canceller.join();
}

TEST(HeavySum, IsTheSumThatTheMathLibraryGives) {
  Breaker breaker;
  Checkpoint checkpoint(breaker);
  for (const int64_t size : {0, 1, 15, 16, 17, 1000, 100'003}) {
    double expected = 0;
    for (int64_t i = 0; i < size; ++i)
      expected += std::sqrt(static_cast<double>(i)) * std::sin(static_cast<double>(i));
    EXPECT_NEAR(HeavySum(0, size, checkpoint), expected, std::fabs(expected) * 1e-9) << size;
  }
}

TEST(HeavySum, HasTheSameBitsEveryTime) {
  Breaker breaker;
  Checkpoint checkpoint(breaker);
  EXPECT_EQ(HeavySum(10, 100'000, checkpoint), HeavySum(10, 100'000, checkpoint));
}

// Processor time of this thread: what other programs take does not count.
double CpuSeconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// How many times longer the long work takes than the short one: the least of several times of each,
// taken in turns, is what they take when nothing disturbs them.
double Growth(const std::function<void()>& short_work, const std::function<void()>& long_work) {
  const auto seconds = [](const std::function<void()>& work) {
    const double begin = CpuSeconds();
    work();
    return CpuSeconds() - begin;
  };
  double shortest = 1e9;
  double longest = 1e9;
  for (int attempt = 0; attempt < 9; ++attempt) {
    shortest = std::min(shortest, seconds(short_work));
    longest = std::min(longest, seconds(long_work));
  }
  return longest / shortest;
}

// A compiler that had removed or hoisted the work would make it free.
TEST(Kernels, TimeGrowsWithTheSize) {
  Breaker breaker;
  Checkpoint checkpoint(breaker);
  volatile double sink = 0;  // the results are used
  constexpr int64_t kTimes = 8;
  const auto count = [&](int64_t size) {
    return [&, size] { sink = static_cast<double>(Count(0, size, checkpoint)); };
  };
  const auto heavy = [&](int64_t size) {
    return [&, size] { sink = HeavySum(0, size, checkpoint); };
  };
  for (const double growth : {Growth(count(4'000'000), count(kTimes * 4'000'000)),
                              Growth(heavy(400'000), heavy(kTimes * 400'000))}) {
    EXPECT_GT(growth, kTimes / 2.5);
    EXPECT_LT(growth, kTimes * 2.5);
  }
}

}  // namespace
}  // namespace lab
