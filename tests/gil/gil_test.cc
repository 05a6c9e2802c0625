#include "gil/gil.h"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "gil/checkpoint.h"
#include "platform/wait.h"

namespace lab {
namespace {

constexpr Nanoseconds kMillisecond = 1'000'000;

// Busy threads that pass checkpoints until a number of them has been passed by all together; each
// notes every time that it is the holder after somebody else.
struct BusyThreads {
  BusyThreads(int threads, Nanoseconds interval, int64_t passes) : gil(breaker, interval) {
    std::vector<std::thread> running;
    for (int thread = 0; thread < threads; ++thread)
      running.emplace_back([=, this] { Spin(thread, passes); });
    for (std::thread& each : running) each.join();
  }

  void Spin(int thread, int64_t passes) {
    gil.Take(thread);
    Checkpoint checkpoint(breaker, &gil, thread);
    while (passed < passes) {
      ++passed;  // no atomic: only the lock's holder is here
      if (holder != thread) {
        holder = thread;
        ++changes;
      }
      checkpoint.Pass();
    }
    gil.DropAtEnd(thread);
  }

  Breaker breaker;
  Gil gil;
  int64_t passed = 0;
  int holder = -1;
  uint64_t changes = 0;
};

// Bar 39: every take by another thread than the last holder counts once, no pass is lost, and with
// sanitizers on, nothing but the lock keeps the threads apart.
TEST(Gil, CountsEveryHandOffOnce) {
  for (const int threads : {1, 2, 4, 8}) {
    const BusyThreads busy(threads, kMillisecond / 5, 1'000'000);
    EXPECT_GE(busy.passed, 1'000'000);
    // A thread that takes the lock only to find the work done is a hand-off without a pass.
    EXPECT_GE(busy.gil.handoffs(), busy.changes);
    EXPECT_LE(busy.gil.handoffs(), busy.changes + static_cast<uint64_t>(threads));
  }
}

TEST(Gil, OneThreadAloneNeverHandsOver) {
  const BusyThreads busy(1, kMillisecond / 100, 1'000'000);
  EXPECT_EQ(busy.gil.handoffs(), 1u);  // its first take
}

// A thread that was asked to drop cannot win the lock back before somebody else has had it.
TEST(Gil, ADropOnRequestLetsAnotherThreadIn) {
  Breaker breaker;
  Gil gil(breaker, kMillisecond);
  std::atomic<bool> stop = false;
  gil.Take(0);
  std::thread waiter([&] {
    Checkpoint checkpoint(breaker, &gil, 1);
    gil.Take(1);
    while (!stop) checkpoint.Pass();
    gil.DropAtEnd(1);
  });
  for (int turn = 1; turn <= 50; ++turn) {
    while (!breaker.Has(Breaker::kDropRequest)) continue;
    const uint64_t before = gil.handoffs();
    gil.Drop(0);
    gil.Take(0);
    EXPECT_EQ(gil.handoffs(), before + 2) << "in turn " << turn;
  }
  stop = true;
  gil.DropAtEnd(0);
  waiter.join();
}

// The waiter asks after one interval, so there cannot be more turns than intervals, however busy
// the machine is.
TEST(Gil, TurnsAreNotShorterThanTheInterval) {
  constexpr uint64_t kTurns = 60;
  Breaker breaker;
  Gil gil(breaker, 5 * kMillisecond);
  const auto spin = [&](int thread) {
    gil.Take(thread);
    Checkpoint checkpoint(breaker, &gil, thread);
    while (gil.handoffs() < kTurns) checkpoint.Pass();
    gil.DropAtEnd(thread);
  };
  const Nanoseconds begin = Now();
  std::thread one(spin, 0);
  std::thread two(spin, 1);
  one.join();
  two.join();
  const double intervals = static_cast<double>(Now() - begin) / (5.0 * kMillisecond);
  EXPECT_GE(gil.handoffs(), kTurns);
  EXPECT_LE(static_cast<double>(gil.handoffs()), intervals + 3);
}

TEST(Gil, IsFreeDuringABlockingCall) {
  Breaker breaker;
  Gil gil(breaker, 1000 * kMillisecond);  // nobody will ask within this test
  std::atomic<bool> entered = false;
  gil.Take(0);
  std::thread waiter([&] {
    gil.Take(1);
    entered = true;
    gil.DropAtEnd(1);
  });
  Checkpoint checkpoint(breaker, &gil, 0);
  {
    Checkpoint::Blocking blocking(checkpoint);
    for (int wait = 0; wait < 1000 && !entered; ++wait) WaitMilliseconds(5);
    EXPECT_TRUE(entered) << "the lock was held during a blocking call";
  }
  EXPECT_EQ(gil.handoffs(), 3u) << "the lock was not taken back after it";
  gil.DropAtEnd(0);
  waiter.join();
}

TEST(Checkpoint, WithoutAGilABlockingCallIsOnlyRecorded) {
  Breaker breaker;
  Recorder lane(4);
  Checkpoint checkpoint(breaker, nullptr, 0, lane);
  {
    Checkpoint::Blocking blocking(checkpoint);
  }
  ASSERT_EQ(lane.events().size(), 2u);
  EXPECT_EQ(lane.events()[0].kind, EventKind::kBlocked);
  EXPECT_EQ(lane.events()[1].kind, EventKind::kRunning);
}

TEST(Checkpoint, StopsCancelledWork) {
  Breaker breaker;
  Checkpoint checkpoint(breaker);
  EXPECT_TRUE(checkpoint.Pass());
  breaker.Set(Breaker::kCancel);
  EXPECT_FALSE(checkpoint.Pass());
}

TEST(Checkpoint, WithoutAGilARequestToDropMeansNothing) {
  Breaker breaker;
  Checkpoint checkpoint(breaker);
  breaker.Set(Breaker::kDropRequest);
  EXPECT_TRUE(checkpoint.Pass());
}

}  // namespace
}  // namespace lab
