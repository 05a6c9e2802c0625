#include "platform/usage.h"

#include <gtest/gtest.h>

#include <memory>

#include "platform/affinity.h"
#include "platform/clock.h"
#include "platform/load.h"

namespace lab {
namespace {

void Compute(double seconds) {
  const Nanoseconds end = Now() + static_cast<Nanoseconds>(seconds * kSecond);
  while (Now() < end) continue;
}

TEST(Usage, CountsProcessorTime) {
  const ThreadUsage before = UsageOfThisThread();
  Compute(0.05);
  const ThreadUsage used = UsageOfThisThread() - before;
  ASSERT_TRUE(used.cpu_s);
  EXPECT_GT(*used.cpu_s, 0);
  EXPECT_LT(*used.cpu_s, 5);
  EXPECT_GE(used.voluntary_switches.value_or(-1), 0);
  EXPECT_EQ((used + used).cpu_s, 2 * *used.cpu_s);
  EXPECT_FALSE((used + ThreadUsage{}).cpu_s) << "what is unknown stays unknown";
}

TEST(Usage, MemoryGrowsWithWhatIsTouched) {
  const std::optional<double> before = MemoryOfThisProcess();
  ASSERT_TRUE(before);
  constexpr size_t kBytes = 32'000'000;
  constexpr size_t kPage = 4096;
  const auto memory = std::make_unique<char[]>(kBytes);
  volatile char* const touched = memory.get();
  for (size_t i = 0; i < kBytes; i += kPage) touched[i] = 1;
  EXPECT_GT(*MemoryOfThisProcess() - *before, 20e6);
}

TEST(Load, OfThisProgramIsNotOfOthers) {
  const LoadMeter meter;
  EXPECT_FALSE(meter.OtherCores()) << "too soon to tell";
  Compute(0.6);
  const std::optional<double> others = meter.OtherCores();
  ASSERT_TRUE(others);
  EXPECT_GE(*others, 0);
  EXPECT_LT(*others, 1024);
}

TEST(Affinity, IsThere) { EXPECT_TRUE(CanPin()); }

}  // namespace
}  // namespace lab
