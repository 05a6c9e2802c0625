#include "platform/load.h"

#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <csignal>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "platform/process.h"
#include "tests/support/compute.h"
#include "tests/support/loop.h"

namespace lab {
namespace {

TEST(Load, IsWhatIsNeitherIdleNorOursAndAtLeastWhatWasStolen) {
  struct Case {
    const char* what;
    LoadReading end;  // after one at which everything was zero but the cores
    std::optional<double> others;
  };
  for (const Case& each :
       {Case{"all idle", {.wall_s = 2, .cores = 4, .idle_s = 8}, 0.0},
        Case{"one of ours", {.wall_s = 2, .cores = 4, .idle_s = 6, .own_s = 2}, 0.0},
        Case{"one of ours, half a core of others",
             {.wall_s = 2, .cores = 4, .idle_s = 5, .own_s = 2},
             0.5},
        Case{"more of ours than was counted",
             {.wall_s = 2, .cores = 4, .idle_s = 6.5, .own_s = 2},
             0.0},
        Case{"stolen, and not counted as ours",
             {.wall_s = 2, .cores = 1, .stolen_s = 0.5, .own_s = 1.5},
             0.25},
        Case{"stolen, but counted as ours",
             {.wall_s = 2, .cores = 1, .stolen_s = 0.5, .own_s = 2},
             0.25},
        Case{"fine enough", {.wall_s = 2, .cores = 1, .idle_s = 1, .rounding_s = 0.029}, 0.5},
        Case{"too coarse", {.wall_s = 2, .cores = 1, .idle_s = 1, .rounding_s = 0.031}, {}},
        Case{"no time at all", {.wall_s = 0, .cores = 1}, {}}}) {
    const std::optional<double> others = OtherCoresBetween({.cores = each.end.cores}, each.end);
    EXPECT_EQ(others.has_value(), each.others.has_value()) << each.what;
    if (others && each.others) EXPECT_NEAR(*others, *each.others, 1e-9) << each.what;
  }
  EXPECT_FALSE(OtherCoresBetween({.cores = 4}, {.wall_s = 2, .cores = 3, .idle_s = 6}))
      << "a core was switched off";
}

TEST(Load, OfThisProgramIsNotOfOthers) {
  LoadMeter meter;
  EXPECT_FALSE(meter.OtherCores()) << "too soon to tell";
  Compute(0.5);
  const std::optional<double> others = meter.OtherCores();
  ASSERT_TRUE(others);
  EXPECT_LE(*others, std::thread::hardware_concurrency() - 0.1);
  meter.Reset();
  EXPECT_FALSE(meter.OtherCores()) << "begun anew";
}

// Computes for as long as the test that started the shell lives: a test that is killed leaves
// nobody behind.
const std::string kBusy = "while [ -d /proc/$PPID ]; do :; done";

// A shell in a group of its own, and all that it starts: killed with this object.
class Family {
 public:
  explicit Family(std::string script) {
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    char shell[] = "/bin/sh";
    char option[] = "-c";
    char* arguments[] = {shell, option, script.data(), nullptr};
    if (posix_spawn(&group_, shell, nullptr, &attributes, arguments, environ) != 0) group_ = 0;
    posix_spawnattr_destroy(&attributes);
  }
  ~Family() {
    if (group_ == 0) return;
    kill(-group_, SIGKILL);
    Await();
  }
  Family(const Family&) = delete;
  Family& operator=(const Family&) = delete;

  bool there() const { return group_ > 0; }
  // The shell's end.
  void Await() const { waitpid(group_, nullptr, 0); }

 private:
  pid_t group_ = 0;
};

// Many of them, so that they get much of the machine whatever else it does; all of it would be of
// others otherwise.
TEST(Load, OfGrandchildrenIsNotOfOthersEither) {
  const int cores = static_cast<int>(std::thread::hardware_concurrency());
  const LoadMeter meter;
  const Family family("i=0; while [ $i -lt " + std::to_string(8 * cores) +
                      " ]; do i=$((i + 1)); (" + kBusy + ") & done; wait");
  ASSERT_TRUE(family.there());
  // The time of each is rounded.
  std::this_thread::sleep_for(std::chrono::duration<double>(0.2 + 0.9 * std::sqrt(cores)));
  const std::optional<double> others = meter.OtherCores();
  ASSERT_TRUE(others);
  EXPECT_LT(*others, 0.85 * cores);
}

// A child whose parent has ended is nobody's that we know.
TEST(Load, OfAnotherProgramIsSeenWithinHalfASecond) {
  const Family orphan("(" + kBusy + ") &");
  ASSERT_TRUE(orphan.there());
  orphan.Await();
  const LoadMeter meter;
  Compute(0.5);
  const std::optional<double> others = meter.OtherCores();
  ASSERT_TRUE(others);
  EXPECT_GT(*others, 0.3);
}

// Their time is known to the nanosecond.
TEST(Load, WorkersAddNoRounding) {
  EventLoop loop;
  const std::optional<LoadReading> before = ReadLoad();
  std::vector<std::unique_ptr<Process>> workers;
  for (int number = 0; number < 4; ++number) {
    workers.push_back(
        Process::Start(loop, {.name = "a process"},
                       {.message = [&](std::span<const std::byte>) { loop.Stop(); },
                        .ended = [](const std::string& reason) { ADD_FAILURE() << reason; }}));
  }
  ServeUntilStopped(loop, "a hello");
  const std::optional<LoadReading> after = ReadLoad();
  ASSERT_TRUE(before && after);
  EXPECT_EQ(after->rounding_s, before->rounding_s);
  EXPECT_GT(after->own_s, before->own_s);
}

}  // namespace
}  // namespace lab
