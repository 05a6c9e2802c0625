#include "stats/answer.h"

#include <gtest/gtest.h>

#include <vector>

#include "experiment/model_info.h"

namespace lab {
namespace {

Estimate Exactly(double ratio) { return {.ratio = ratio, .low = ratio, .high = ratio, .confidence = 0.95}; }

const Circumstances kQuietMachine = {.reported_cores = 2, .effective_cores = 2, .timer_step_s = 1e-9, .repetitions = 10, .governor = {}};

Circumstances Waiting() {
  Circumstances waiting = kQuietMachine;
  waiting.work = WorkKind::kWaiting;
  return waiting;
}


TEST(Answer, SaysThatThreadsUnderTheGilGainNothing) {
  const std::vector<Evidence> findings = {{.model = FactsOf("sequential"), .median_s = 1},
                                         {.model = FactsOf("threads-gil"), .workers = 2, .tasks = 2, .speedup = Exactly(0.98), .median_s = 1, .handoffs = 201},
                                         {.model = FactsOf("processes"), .workers = 2, .tasks = 2, .speedup = Exactly(1.93), .median_s = 1}};
  EXPECT_EQ(Answer("count", findings, kQuietMachine),
            "Two threads under the GIL count no faster than one. They took turns 201 times: only the lock's holder runs. "
            "Two processes were 1.93× as fast.");
}

TEST(Answer, OfAPoolBeginsWithProcessesAndTheCores) {
  Circumstances pool = kQuietMachine;
  pool.pool = true;
  const std::vector<Evidence> findings = {{.model = FactsOf("sequential"), .median_s = 1},
                                         {.model = FactsOf("threads-gil"), .workers = 4, .tasks = 4, .speedup = Exactly(0.98), .median_s = 1, .handoffs = 201},
                                         {.model = FactsOf("processes"), .workers = 4, .tasks = 4, .speedup = Exactly(1.93), .median_s = 1}};
  EXPECT_EQ(Answer("sum", findings, pool),
            "Four processes were 1.93× as fast, because there are two cores. Four threads under the GIL sum no faster than one. They took turns 201 "
            "times: only the lock's holder runs.");
}

TEST(Answer, SaysWhyWaitingOverlaps) {
  const std::vector<Evidence> findings = {{.model = FactsOf("sequential"), .median_s = 1}, {.model = FactsOf("threads-gil"), .workers = 5, .tasks = 5, .speedup = Exactly(4.9), .median_s = 1, .handoffs = 10}};
  EXPECT_EQ(Answer("download", findings, Waiting()),
            "Five threads under the GIL were 4.90× as fast as one after the other: whoever waits for an answer has let go of the lock, "
            "so they wait at the same time.");
}

constexpr Estimate kNoisy = {.ratio = 1.5, .low = 0.9, .high = 2.2, .confidence = 0.95};

TEST(Answer, DoesNotConcludeFromNoise) {
  const std::vector<Evidence> findings = {{.model = FactsOf("sequential"), .median_s = 1},
                                         {.model = FactsOf("threads-gil"), .workers = 2, .tasks = 2, .speedup = kNoisy, .median_s = 1},
                                         {.model = FactsOf("processes"), .workers = 2, .tasks = 2, .speedup = kNoisy, .median_s = 1}};
  EXPECT_EQ(Answer("count", findings, kQuietMachine),
            "Cannot conclude: the times of threads under the GIL and processes vary too much. Close other programs and tabs, and run again.");
  EXPECT_EQ(Answer("count", std::span(findings).first(2), kQuietMachine),
            "Cannot conclude: threads under the GIL: their speedup may be anything from 0.9× to 2.2×. Close other programs and tabs, and run again.");
}

TEST(Answer, SaysWhichModelIsTooNoisy) {
  const std::vector<Evidence> findings = {{.model = FactsOf("sequential"), .median_s = 1},
                                         {.model = FactsOf("threads-gil"), .workers = 2, .tasks = 2, .speedup = kNoisy, .median_s = 1},
                                         {.model = FactsOf("processes"), .workers = 2, .tasks = 2, .speedup = Exactly(1.9), .median_s = 1}};
  EXPECT_EQ(Answer("count", findings, kQuietMachine),
            "Two threads under the GIL: the repetitions lie too far apart to conclude anything. Two processes were 1.90× as fast.");
}

TEST(Answer, SaysThatAModelIsSlowerAndHow) {
  Evidence processes = {.model = FactsOf("processes"), .workers = 2, .tasks = 2000, .speedup = Exactly(0.57), .median_s = 1};
  const Evidence baseline = {.model = FactsOf("sequential"), .median_s = 1};
  const auto answer = [&] { return Answer("count", std::vector{baseline, processes}, kQuietMachine); };
  EXPECT_EQ(answer(), "Two processes were slower than one after the other, 0.57× as fast.");
  processes.messages = true;
  EXPECT_EQ(answer(), "Two processes were slower than one after the other, 0.57× as fast: most of the time went into messages.");
  processes.chunk = 1;
  EXPECT_EQ(answer(), "Two processes were slower than one after the other, 0.57× as fast: most of the time went into messages, and larger chunks need fewer of them.");
  // One message for each process already.
  processes.chunk = 1000;
  EXPECT_EQ(answer(), "Two processes were slower than one after the other, 0.57× as fast: most of the time went into messages.");
}

TEST(Answer, ThreadsThatAreSlowerUnderTheGilAreCalledSo) {
  const std::vector<Evidence> findings = {{.model = FactsOf("sequential"), .median_s = 1},
                                         {.model = FactsOf("threads-gil"), .workers = 2, .tasks = 2, .speedup = Exactly(0.8), .median_s = 1, .handoffs = 201}};
  EXPECT_EQ(Answer("count", findings, kQuietMachine),
            "Two threads under the GIL were slower than one after the other, 0.80× as fast. They took turns 201 times: only the lock's holder runs.");
}

TEST(Answer, SaysWhatComputingOneAtATimeAllows) {
  Circumstances mixed = kQuietMachine;
  mixed.compute_share = 0.5;
  const std::vector<Evidence> findings = {{.model = FactsOf("sequential"), .median_s = 1}, {.model = FactsOf("threads-gil"), .workers = 4, .tasks = 8, .speedup = Exactly(1.8), .median_s = 1}};
  EXPECT_EQ(Answer("work", findings, mixed),
            "Four threads under the GIL were 1.80× as fast as one after the other: they wait at the same time but compute one at a time, "
            "so with 50 % computing it cannot be more than 2.0×.");
}

TEST(Answer, SaysHowLateAThreadAnswersBesideBusyOnes) {
  Circumstances answering = kQuietMachine;
  answering.work = WorkKind::kAnswering;
  const std::vector<Evidence> findings = {{.model = FactsOf("sequential"), .median_s = 0.00013},
                                         {.model = FactsOf("threads-gil"), .workers = 2, .tasks = 2, .speedup = Exactly(0.025), .median_s = 0.00524},
                                         {.model = FactsOf("threads-free"), .workers = 2, .tasks = 2, .speedup = Exactly(1), .median_s = 0.00013},
                                         {.model = FactsOf("processes"), .workers = 2, .tasks = 2, .speedup = Exactly(0.9), .median_s = 0.00015}};
  EXPECT_EQ(Answer("answer", findings, answering),
            "Under the GIL a thread beside one that computes answered 5.24 ms late: each time it had to wait for the lock. "
            "Without the lock 130 µs, in a process of its own 150 µs.");
}

TEST(Answer, OneCoreExplainsWhyNothingGains) {
  const std::vector<Evidence> findings = {{.model = FactsOf("sequential"), .median_s = 1}, {.model = FactsOf("processes"), .workers = 4, .tasks = 4, .speedup = Exactly(1.0), .median_s = 1}};
  EXPECT_NE(Answer("sum", findings, {.reported_cores = 1, .effective_cores = 1, .governor = {}}).find("one core"), std::string::npos);
}

TEST(Answer, WithTheBaselineAloneAsksForMore) {
  const std::vector<Evidence> findings = {{.model = FactsOf("sequential"), .median_s = 1}};
  EXPECT_EQ(Answer("count", findings, kQuietMachine), "Choose another model to compare the sequential run with.");
}

}  // namespace
}  // namespace lab
