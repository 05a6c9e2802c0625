#include "stats/gain.h"

#include <gtest/gtest.h>

#include <array>
#include <random>

#include "base/text.h"
#include "tests/stats/traces.h"

namespace lab {
namespace {

using enum EventKind;

double Sum(const GainShares& shares) {
  return shares.parallel + shares.overlap + shares.gil + shares.lock + shares.messages +
         shares.beginning + shares.uneven + shares.without_task + shares.cores + shares.slowing +
         shares.unknown;
}

Trace Running(std::initializer_list<double> milliseconds) {
  Trace trace = TraceOf(1000, false, {});
  int task = 0;
  for (const double each : milliseconds)
    trace.lanes.push_back(LaneMaker("thread").Task(task++, kRunning, each).End());
  return trace;
}

TEST(Gain, OfWorkersThatAllRunIsWhole) {
  EXPECT_DOUBLE_EQ(SharesOfGain(CensusOf(Running({100, 100, 100})), {}).parallel, 1);
}

TEST(Gain, IsLostToUnevenTasksWhereOneWorksAlone) {
  const GainShares shares = SharesOfGain(CensusOf(Running({100, 100, 400})), {});
  EXPECT_DOUBLE_EQ(shares.parallel, 0.25);
  EXPECT_DOUBLE_EQ(shares.uneven, 0.75);
}

TEST(Gain, IsLostToMissingCores) {
  const GainShares shares = SharesOfGain(CensusOf(Running({100, 100, 100, 100})), {.cores = 2});
  EXPECT_DOUBLE_EQ(shares.parallel, 1.0 / 3);
  EXPECT_DOUBLE_EQ(shares.cores, 2.0 / 3);
}

// Without a core they could not have run either.
TEST(Gain, IsNotLostToUnevenTasksWhereThereIsNoCore) {
  const GainShares shares = SharesOfGain(CensusOf(Running({100, 100, 100, 200})), {.cores = 1});
  EXPECT_DOUBLE_EQ(shares.uneven, 0);
  EXPECT_DOUBLE_EQ(shares.cores, 0.5);
}

TEST(Gain, IsLostWhereTasksTakeLongerSideBySide) {
  const GainShares shares = SharesOfGain(CensusOf(Running({100, 100})), {.slowing = 1.6});
  EXPECT_NEAR(shares.parallel, 0.25, 1e-9) << "two at 1/1.6 are 1.25";
  EXPECT_NEAR(shares.slowing, 0.75, 1e-9);
}

TEST(Gain, UnderTheGilWaitersLoseItAndWhoIsDoneDoesNot) {
  const Trace trace = TraceOf(
      400, true,
      {LaneMaker("thread 1")
           .Begin(0)
           .In(kRunning, 100)
           .In(kWaitingForGil, 100)
           .In(kRunning, 200)
           .Done(0)
           .End(),
       LaneMaker("thread 2").Begin(1).In(kWaitingForGil, 100).In(kRunning, 100).Done(1).End()});
  const GainShares shares = SharesOfGain(CensusOf(trace), {});
  EXPECT_DOUBLE_EQ(shares.gil, 0.5);
  EXPECT_DOUBLE_EQ(Sum(shares), 0.5);
}

TEST(Gain, OfASingleWorkerIsItsTime) {
  const LaneTrace process = LaneMaker("process 1")
                                .Task(0, kRunning, 10)
                                .In(kSending, 1, 1)
                                .In(kWaitingForTask, 29)
                                .Task(1, kRunning, 10)
                                .End();
  const GainShares shares =
      SharesOfGain(CensusOf(TraceOf(100, false, {process, EngineLane()})), {});
  EXPECT_DOUBLE_EQ(shares.messages, 0.6);
  EXPECT_DOUBLE_EQ(Sum(shares), 0.6);
}

TEST(Gain, CoresAreFoundFromTheWorkThatGotDone) {
  // Four for 100 ms, one for another 100.
  const Census census = CensusOf(Running({100, 100, 100, 200}));
  EXPECT_DOUBLE_EQ(CoresFor(census, 300.0 * kMillisecond), 2);
  EXPECT_DOUBLE_EQ(CoresFor(census, 350.0 * kMillisecond), 2.5);
  EXPECT_DOUBLE_EQ(CoresFor(census, 50.0 * kMillisecond), 1)
      << "one is what the sequential run has as well";
  EXPECT_EQ(CoresFor(census, 500.0 * kMillisecond), std::numeric_limits<double>::infinity());
}

// Whatever lanes do, nothing is counted twice.
TEST(Gain, SharesAreNeverMoreThanTheWhole) {
  constexpr std::array kStatesToTry = {kWaitingForTask, kRunning, kWaitingForGil, kBlocked,
                                       kWaitingForLock, kSending, kReceiving};
  std::mt19937 random(7);
  const auto below = [&](size_t number) { return static_cast<int>(random() % number); };
  for (int round = 0; round < 500; ++round) {
    Trace trace = TraceOf(1000, below(2) == 0, {});
    const int workers = 1 + below(5);
    for (int at = 0; at < workers; ++at) {
      LaneMaker lane(Format("lane %d", at));
      const int tasks = below(4);
      for (int task = 0; task < tasks; ++task) {
        lane.In(kStatesToTry[below(kStatesToTry.size())], below(50));
        lane.Task(task, kStatesToTry[below(kStatesToTry.size())], below(100));
      }
      trace.lanes.push_back(lane.End());
    }
    if (below(2) == 0) trace.lanes.push_back(EngineLane());
    const Limits limits = {.cores = 1.0 + below(4) / 2.0, .slowing = 1.0 + below(3) / 2.0};
    const GainShares shares = SharesOfGain(CensusOf(trace), limits);
    ASSERT_LE(Sum(shares), 1 + 1e-9) << "round " << round;
    for (const double share : {shares.parallel, shares.overlap, shares.cores, shares.slowing,
                               shares.uneven, shares.messages}) {
      ASSERT_GE(share, 0) << "round " << round;
    }
  }
}

}  // namespace
}  // namespace lab
