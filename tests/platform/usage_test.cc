#include "platform/usage.h"

#include <gtest/gtest.h>

#include <thread>
#include <utility>

#include "platform/affinity.h"
#include "tests/support/compute.h"

namespace lab {
namespace {

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

constexpr size_t kTouched = 1'000'000;

// Apart, so that its room is on the stack only while it runs.
[[gnu::noinline]] void TouchStack() {
  volatile char room[kTouched];
  for (size_t i = 0; i < kTouched; i += 1024) room[i] = 1;
}

// Of a thread before and after it does something.
std::pair<std::optional<double>, std::optional<double>> MemoryOfThreadThat(void (*does)()) {
  std::pair<std::optional<double>, std::optional<double>> memory;
  std::thread([&] {
    memory.first = MemoryOfThisThread();
    does();
    memory.second = MemoryOfThisThread();
  }).join();
  return memory;
}

TEST(Usage, MemoryOfAThreadIsWhatItTouched) {
  const auto [before, after] = MemoryOfThreadThat(TouchStack);
  ASSERT_TRUE(before);
  ASSERT_TRUE(after);
  EXPECT_GT(*before, 0);
  EXPECT_NEAR(*after - *before, kTouched, 100'000);
}

TEST(Usage, AThreadOnAStackThatWasUsedBeforeHoldsItToo) {
  for (int thread = 0; thread < 3; ++thread)
    EXPECT_GE(MemoryOfThreadThat([] {}).second.value_or(0), 4096) << "thread " << thread;
}

TEST(Affinity, IsThere) { EXPECT_TRUE(CanPin()); }

}  // namespace
}  // namespace lab
