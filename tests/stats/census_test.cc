#include "stats/census.h"

#include <gtest/gtest.h>

#include "tests/stats/traces.h"

namespace lab {
namespace {

using enum EventKind;

// So many milliseconds of all workers together.
double MsOf(const Census& census, Occupation occupation) {
  return static_cast<double>(WorkersTime(census, occupation)) / static_cast<double>(kMillisecond);
}

TEST(Census, CountsFromTheFirstBeginToTheLastEnd) {
  const Census census = CensusOf(
      TraceOf(100, false,
              {LaneMaker("thread 1").In(kWaitingForTask, 10).Task(0, kRunning, 40).End(),
               LaneMaker("thread 2").In(kWaitingForTask, 20).Task(1, kRunning, 60).End()}));
  EXPECT_EQ(census.begin, Ms(10));
  EXPECT_EQ(census.end, Ms(80));
  EXPECT_EQ(census.workers, 2);
  EXPECT_EQ(census.tasks, 2);
  EXPECT_EQ(MsOf(census, Occupation::kRunning), 100);
  EXPECT_EQ(MsOf(census, Occupation::kBeginning), 10) << "the second thread";
  EXPECT_EQ(TimeWhile(census,
                      [](const Headcount& workers) {
                        return CountOf(workers, Occupation::kRunning) == 2;
                      }),
            Ms(30));
}

// Both did the same, one waited for the lock meanwhile: nothing is uneven.
TEST(Census, WhoIsDoneSoonerSinceOthersWereHeldUpHadNoLessToDo) {
  const Census census = CensusOf(TraceOf(
      80, false,
      {LaneMaker("thread 1").Task(0, kBlocked, 40).End(),
       LaneMaker("thread 2").Begin(1).In(kWaitingForLock, 40).In(kBlocked, 40).Done(1).End()}));
  EXPECT_EQ(MsOf(census, Occupation::kDoneSooner), 40);
  EXPECT_EQ(MsOf(census, Occupation::kOutOfWork), 0);
}

TEST(Census, WhoHadLessToDoIsOutOfWork) {
  const Census census = CensusOf(TraceOf(
      80, false,
      {LaneMaker("thread 1").Task(0, kBlocked, 30).End(),
       LaneMaker("thread 2").Begin(1).In(kWaitingForLock, 10).In(kBlocked, 70).Done(1).End()}));
  EXPECT_EQ(MsOf(census, Occupation::kDoneSooner), 10) << "as long as the other one was held up";
  EXPECT_EQ(MsOf(census, Occupation::kOutOfWork), 40) << "as much less as it had to do";
}

TEST(Census, AProcessWithoutATaskWaitsForMessagesUntilItsWorkIsOver) {
  const LaneTrace process = LaneMaker("process 1")
                                .In(kWaitingForTask, 2)
                                .In(kReceiving, 1, 1)
                                .Task(0, kRunning, 5)
                                .In(kSending, 1, 1)
                                .In(kWaitingForTask, 3)
                                .In(kReceiving, 1, 1)
                                .Task(1, kRunning, 5)
                                .In(kSending, 1, 1)
                                .End();
  const LaneTrace other =
      LaneMaker("process 2").In(kReceiving, 1, 1).Task(2, kRunning, 2).In(kSending, 1, 1).End();
  const Census census = CensusOf(TraceOf(25, false, {process, other, EngineLane()}));
  EXPECT_TRUE(census.messages);
  EXPECT_EQ(census.workers, 2) << "the engine is none";
  EXPECT_EQ(MsOf(census, Occupation::kMessages), 7 + 1)
      << "of the two, since the first task began at 1 ms";
  EXPECT_EQ(MsOf(census, Occupation::kUnknown), 0);
}

TEST(Census, AThreadMayComeTooLateForATask) {
  const Census census = CensusOf(TraceOf(
      20, true,
      {LaneMaker("thread 1").Task(0, kRunning, 5).Task(1, kRunning, 5).End(),
       LaneMaker("thread 2").In(kWaitingForTask, 4).In(kWaitingForGil, 6).In(kRunning, 0).End()}));
  EXPECT_EQ(MsOf(census, Occupation::kBeginning), 4);
  EXPECT_EQ(MsOf(census, Occupation::kWaitingForGil), 6);
}

TEST(Census, FewerTasksThanWorkersLeaveSomeWithoutOne) {
  const Census census = CensusOf(TraceOf(20, false,
                                         {LaneMaker("thread 1").Task(0, kRunning, 10).End(),
                                          LaneMaker("thread 2").In(kRunning, 0).End()}));
  EXPECT_EQ(MsOf(census, Occupation::kWithoutTask), 10);
}

TEST(Census, EndsWhereTheFirstLaneLosesEvents) {
  const Census census =
      CensusOf(TraceOf(100, false,
                       {LaneMaker("thread 1").Task(0, kRunning, 10).Task(1, kRunning, 10).Lost(7),
                        LaneMaker("thread 2").Task(2, kRunning, 90).End()}));
  EXPECT_FALSE(census.whole);
  EXPECT_EQ(census.end, Ms(20));
  EXPECT_EQ(MsOf(census, Occupation::kRunning), 40);
}

TEST(Census, OfATraceWithoutTasksIsEmpty) {
  EXPECT_EQ(CensusOf({}).length(), 0);
  EXPECT_EQ(CensusOf(TraceOf(20, false, {LaneMaker("thread 1").End()})).length(), 0);
}

}  // namespace
}  // namespace lab
