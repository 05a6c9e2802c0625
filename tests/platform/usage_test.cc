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
