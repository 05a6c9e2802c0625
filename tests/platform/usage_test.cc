#include "platform/usage.h"

#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <memory>
#include <string>
#include <thread>

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
  for (int thread = 0; thread < 3; ++thread) EXPECT_GE(MemoryOfThreadThat([] {}).second.value_or(0), 4096) << "thread " << thread;
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

// A shell whose children compute until all of them are killed.
class Family {
 public:
  explicit Family(int children) {
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    std::string script = "i=0; while [ $i -lt " + std::to_string(children) + " ]; do i=$((i + 1)); (while :; do :; done) & done; wait";
    char shell[] = "/bin/sh";
    char option[] = "-c";
    char* arguments[] = {shell, option, script.data(), nullptr};
    if (posix_spawn(&group_, shell, nullptr, &attributes, arguments, environ) != 0) group_ = 0;
    posix_spawnattr_destroy(&attributes);
  }
  ~Family() {
    if (group_ == 0) return;
    kill(-group_, SIGKILL);
    waitpid(group_, nullptr, 0);
  }
  Family(const Family&) = delete;
  Family& operator=(const Family&) = delete;

  bool there() const { return group_ > 0; }

 private:
  pid_t group_ = 0;
};

// Many of them, so that whatever else the machine does is little beside.
TEST(Load, OfGrandchildrenIsNotOfOthersEither) {
  const int cores = static_cast<int>(std::thread::hardware_concurrency());
  const LoadMeter meter;
  const Family family(8 * cores);
  ASSERT_TRUE(family.there());
  Compute(0.8);
  const std::optional<double> others = meter.OtherCores();
  ASSERT_TRUE(others);
  EXPECT_LT(*others, 0.6 * cores);
}

TEST(Affinity, IsThere) { EXPECT_TRUE(CanPin()); }

}  // namespace
}  // namespace lab
