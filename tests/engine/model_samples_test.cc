#include "engine/model_samples.h"

#include <gtest/gtest.h>

namespace lab {
namespace {

constexpr Nanoseconds kWholeSecond = 1'000'000'000;

// What one worker did in a repetition: a task of so many seconds, and what the system counted of
// it.
struct Did {
  double seconds = 1;
  ThreadUsage usage;
};

TrialOutcome Outcome(const std::vector<Did>& workers) {
  TrialOutcome outcome;
  for (const Did& did : workers) {
    Lane& lane = outcome.lanes.emplace_back();
    lane.Add({.task = 0,
              .begin = 5 * kWholeSecond,
              .end = 5 * kWholeSecond + static_cast<Nanoseconds>(did.seconds * kSecond)});
    lane.SetUsage(did.usage);
  }
  return outcome;
}

ModelSamples Samples(const std::vector<std::vector<Did>>& repetitions) {
  ModelSamples samples;
  for (const std::vector<Did>& workers : repetitions) samples.Add(SampleOf(Outcome(workers)));
  return samples;
}

ThreadUsage Used(double cpu_s) {
  return {.cpu_s = cpu_s, .voluntary_switches = 0, .involuntary_switches = 0};
}

TEST(ModelSamples, ALanesFiguresAreTheMediansOfItsRepetitions) {
  const std::vector<LaneFigures> lanes = Samples({{{1, {2.0, 10, 100}}, {4, {0.5, 3, 7}}},
                                                  {{2, {3.0, 30, 100}}, {5, {0.25, 2, 9}}},
                                                  {{9, {8.0, 20, 400}}, {6, {0.75, 1, 8}}}})
                                             .Lanes();
  ASSERT_EQ(lanes.size(), 2u);
  EXPECT_DOUBLE_EQ(lanes[0].busy_s, 2);
  EXPECT_EQ(lanes[0].cpu_s, 3.0);
  EXPECT_EQ(lanes[0].voluntary, 20);
  EXPECT_EQ(lanes[0].involuntary, 100);
  EXPECT_DOUBLE_EQ(lanes[1].busy_s, 5);
  EXPECT_EQ(lanes[1].cpu_s, 0.5);
  EXPECT_EQ(lanes[1].voluntary, 2);
  EXPECT_EQ(lanes[1].involuntary, 8);
}

TEST(ModelSamples, WhatIsUnknownInOneRepetitionIsUnknown) {
  const ModelSamples samples = Samples(
      {{{1, Used(1)}}, {{1, {.cpu_s = {}, .voluntary_switches = 4, .involuntary_switches = 0}}}});
  EXPECT_FALSE(samples.Lanes()[0].cpu_s);
  EXPECT_EQ(samples.Lanes()[0].voluntary, 2) << "of zero and four";
  EXPECT_FALSE(samples.CpuSeconds());
}

TEST(ModelSamples, ProcessorTimeIsTheMedianOfTheSumsAndNotTheSumOfTheMedians) {
  EXPECT_EQ(Samples({{{1, Used(1)}, {1, Used(4)}},
                     {{1, Used(2)}, {1, Used(1)}},
                     {{1, Used(9)}, {1, Used(1)}}})
                .CpuSeconds(),
            5.0);
}

TEST(ModelSamples, EveryRepetitionCountsAsLongAsAllOfItsLanesTookTogether) {
  ModelSamples samples;
  TrialOutcome outcome = Outcome({{.seconds = 3}, {.seconds = 1}});
  outcome.lanes[1].Add({.task = 2, .begin = 10 * kWholeSecond, .end = 12 * kWholeSecond});
  outcome.outputs = {{.value = 2, .checksum = 1}, {.value = 5, .checksum = 2}};
  outcome.handoffs = 7;
  outcome.warm_startup_s = 0.25;
  outcome.memory_bytes = 4096;
  outcome.shared_memory = true;
  samples.Add(SampleOf(outcome));
  outcome.memory_bytes = 1024;
  samples.Add(SampleOf(outcome));
  EXPECT_EQ(samples.seconds, (std::vector<double>{7, 7}));
  EXPECT_EQ(samples.task_seconds, (std::vector<double>{2, 2}))
      << "of tasks of one, two and three seconds";
  EXPECT_EQ(samples.busy, (std::vector<std::vector<double>>{{3, 3}, {3, 3}}));
  EXPECT_EQ(samples.warm_startups, (std::vector<double>{0.25, 0.25}));
  EXPECT_EQ(samples.handoffs, (std::vector<double>{7, 7}));
  EXPECT_EQ(samples.memory_bytes, 4096) << "the most of all";
  EXPECT_EQ(samples.checksum, ChecksumOf(outcome.outputs));
  EXPECT_EQ(samples.value, 7);
  EXPECT_EQ(samples.workers, 2);
  EXPECT_TRUE(samples.shared_memory);
  EXPECT_TRUE(samples.delays.empty());
}

TEST(ModelSamples, WhereAnswersAreAwaitedTheirMedianDelayIsCompared) {
  ModelSamples samples;
  TrialOutcome outcome = Outcome({{.seconds = 3}, {.seconds = 3}});
  outcome.outputs = {{.delays_s = {0.5, 0.25}}, {.delays_s = {0.125}}};
  samples.Add(SampleOf(outcome));
  EXPECT_EQ(samples.seconds, (std::vector<double>{0.25}));
  EXPECT_EQ(samples.delays, (std::vector<double>{0.5, 0.25, 0.125}));
}

TEST(SampleOf, TellsWhatALoadWouldShowIn) {
  TrialOutcome outcome = Outcome({{.seconds = 3}, {.seconds = 1}});
  outcome.outputs.resize(2);
  const TrialLoad load = SampleOf(outcome).load;
  EXPECT_DOUBLE_EQ(load.busy_s, 4);
  EXPECT_DOUBLE_EQ(load.task_s, 2);
  EXPECT_DOUBLE_EQ(load.makespan_s, 3);
}

TEST(ChecksumOf, DependsOnTheOutputsAndTheirOrder) {
  const TaskOutput one = {.checksum = 1};
  const TaskOutput two = {.checksum = 2};
  EXPECT_EQ(ChecksumOf({one, two}), ChecksumOf({one, two}));
  EXPECT_NE(ChecksumOf({one, two}), ChecksumOf({two, one}));
  EXPECT_NE(ChecksumOf({one, two}), ChecksumOf({one}));
}

}  // namespace
}  // namespace lab
