#include "explain/answer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "experiment/model_info.h"

namespace lab {
namespace {

Estimate Exactly(double ratio) {
  return {.ratio = ratio, .low = ratio, .high = ratio, .confidence = 0.95};
}

const Conditions kQuietMachine = {.reported_cores = 2,
                                  .effective_cores = 2,
                                  .timer_step_s = 1e-9,
                                  .repetitions = 10,
                                  .governor = {}};

Conditions Waiting() {
  Conditions waiting = kQuietMachine;
  waiting.work = WorkKind::kWaiting;
  return waiting;
}

// Headline and reason; no headline is longer than people read at a glance.
std::string Said(std::span<const Evidence> models, const Conditions& conditions) {
  const Answer answer = AnswerOf(models, conditions);
  EXPECT_LE(std::ranges::count(answer.headline, ' '), 13) << answer.headline;
  return answer.headline + " | " + answer.reason;
}

TEST(Answer, SaysThatThreadsUnderTheGilGainNothing) {
  const std::vector<Evidence> findings = {{.model = FactsOf("sequential"), .median_s = 1},
                                          {.model = FactsOf("threads-gil"),
                                           .workers = 2,
                                           .tasks = 2,
                                           .speedup = Exactly(0.98),
                                           .median_s = 1,
                                           .handoffs = 201},
                                          {.model = FactsOf("processes"),
                                           .workers = 2,
                                           .tasks = 2,
                                           .speedup = Exactly(1.93),
                                           .median_s = 1}};
  EXPECT_EQ(Said(findings, kQuietMachine),
            "Two threads under the GIL: no speedup. Two processes: 1.93×. | The GIL changed hands "
            "201 times: only the thread that holds it computes.");
}

TEST(Answer, OfAPoolBeginsWithProcessesAndTheCores) {
  Conditions pool = kQuietMachine;
  pool.pool = true;
  const std::vector<Evidence> findings = {{.model = FactsOf("sequential"), .median_s = 1},
                                          {.model = FactsOf("threads-gil"),
                                           .workers = 4,
                                           .tasks = 4,
                                           .speedup = Exactly(0.98),
                                           .median_s = 1,
                                           .handoffs = 201},
                                          {.model = FactsOf("processes"),
                                           .workers = 4,
                                           .tasks = 4,
                                           .speedup = Exactly(1.93),
                                           .median_s = 1}};
  EXPECT_EQ(Said(findings, pool),
            "Four processes: 1.93× on two cores. Four threads under the GIL: no speedup. | The GIL "
            "changed hands 201 times: only the thread that holds it computes.");
}

TEST(Answer, SaysWhyWaitingOverlaps) {
  const std::vector<Evidence> findings = {{.model = FactsOf("sequential"), .median_s = 1},
                                          {.model = FactsOf("threads-gil"),
                                           .workers = 5,
                                           .tasks = 5,
                                           .speedup = Exactly(4.9),
                                           .median_s = 1,
                                           .handoffs = 10}};
  EXPECT_EQ(Said(findings, Waiting()),
            "Five threads under the GIL: 4.90×. | A waiting thread releases the lock, so the waits "
            "overlap.");
}

constexpr Estimate kNoisy = {.ratio = 1.5, .low = 0.9, .high = 2.2, .confidence = 0.95};

TEST(Answer, DoesNotConcludeFromNoise) {
  const std::vector<Evidence> findings = {
      {.model = FactsOf("sequential"), .median_s = 1},
      {.model = FactsOf("threads-gil"), .workers = 2, .tasks = 2, .speedup = kNoisy, .median_s = 1},
      {.model = FactsOf("processes"), .workers = 2, .tasks = 2, .speedup = kNoisy, .median_s = 1}};
  EXPECT_EQ(
      Said(findings, kQuietMachine),
      "Cannot conclude: the times vary too much. | Close other programs and tabs, and run again.");
  EXPECT_EQ(Said(std::span(findings).first(2), kQuietMachine),
            "Cannot conclude: threads under the GIL may be anything from 0.9× to 2.2×. | Close "
            "other programs and tabs, and run again.");
}

TEST(Answer, SaysWhichModelIsTooNoisy) {
  const std::vector<Evidence> findings = {
      {.model = FactsOf("sequential"), .median_s = 1},
      {.model = FactsOf("threads-gil"), .workers = 2, .tasks = 2, .speedup = kNoisy, .median_s = 1},
      {.model = FactsOf("processes"),
       .workers = 2,
       .tasks = 2,
       .speedup = Exactly(1.9),
       .median_s = 1}};
  EXPECT_EQ(Said(findings, kQuietMachine),
            "Two threads under the GIL: too noisy to tell. Two processes: 1.90×. | Close other "
            "programs and tabs, and run again.");
}

TEST(Answer, SaysThatAModelIsSlowerAndHow) {
  Evidence processes = {.model = FactsOf("processes"),
                        .workers = 2,
                        .tasks = 2000,
                        .speedup = Exactly(0.57),
                        .median_s = 1};
  const Evidence baseline = {.model = FactsOf("sequential"), .median_s = 1};
  const auto answer = [&] { return Said(std::vector{baseline, processes}, kQuietMachine); };
  EXPECT_EQ(answer(), "Two processes: slower, 0.57×. | ");
  processes.messages = true;
  EXPECT_EQ(answer(), "Two processes: slower, 0.57×. | Most of the time went into messages.");
  processes.chunk = 1;
  EXPECT_EQ(answer(),
            "Two processes: slower, 0.57×. | Most of the time went into messages; larger chunks "
            "need fewer of them.");
  // One message for each process already.
  processes.chunk = 1000;
  EXPECT_EQ(answer(), "Two processes: slower, 0.57×. | Most of the time went into messages.");
}

TEST(Answer, ThreadsThatAreSlowerUnderTheGilAreCalledSo) {
  const std::vector<Evidence> findings = {{.model = FactsOf("sequential"), .median_s = 1},
                                          {.model = FactsOf("threads-gil"),
                                           .workers = 2,
                                           .tasks = 2,
                                           .speedup = Exactly(0.8),
                                           .median_s = 1,
                                           .handoffs = 201}};
  EXPECT_EQ(Said(findings, kQuietMachine),
            "Two threads under the GIL: slower, 0.80×. | The GIL changed hands 201 times: only the "
            "thread that holds it computes.");
}

TEST(Answer, SaysWhatComputingOneAtATimeAllows) {
  Conditions mixed = kQuietMachine;
  mixed.compute_share = 0.5;
  const std::vector<Evidence> findings = {{.model = FactsOf("sequential"), .median_s = 1},
                                          {.model = FactsOf("threads-gil"),
                                           .workers = 4,
                                           .tasks = 8,
                                           .speedup = Exactly(1.8),
                                           .median_s = 1}};
  EXPECT_EQ(Said(findings, mixed),
            "Four threads under the GIL: 1.80×. | Waits overlap, but only one thread computes at a "
            "time: at 50 % computing the speedup cannot exceed 2.0×.");
}

TEST(Answer, SaysHowLateAThreadAnswersBesideBusyOnes) {
  Conditions answering = kQuietMachine;
  answering.work = WorkKind::kAnswering;
  const std::vector<Evidence> findings = {{.model = FactsOf("sequential"), .median_s = 0.00013},
                                          {.model = FactsOf("threads-gil"),
                                           .workers = 2,
                                           .tasks = 2,
                                           .speedup = Exactly(0.025),
                                           .median_s = 0.00524},
                                          {.model = FactsOf("threads-free"),
                                           .workers = 2,
                                           .tasks = 2,
                                           .speedup = Exactly(1),
                                           .median_s = 0.00013},
                                          {.model = FactsOf("processes"),
                                           .workers = 2,
                                           .tasks = 2,
                                           .speedup = Exactly(0.9),
                                           .median_s = 0.00015}};
  EXPECT_EQ(
      Said(findings, answering),
      "Responses under the GIL: 5.24 ms late. In another process: 150 µs. | Beside one busy "
      "thread, the responding thread had to wait for the GIL each time. Without the GIL: 130 µs.");
}

TEST(Answer, OneCoreExplainsWhyNothingGains) {
  const std::vector<Evidence> findings = {{.model = FactsOf("sequential"), .median_s = 1},
                                          {.model = FactsOf("processes"),
                                           .workers = 4,
                                           .tasks = 4,
                                           .speedup = Exactly(1.0),
                                           .median_s = 1}};
  EXPECT_NE(
      Said(findings, {.reported_cores = 1, .effective_cores = 1, .governor = {}}).find("one core"),
      std::string::npos);
}

TEST(Answer, WithTheBaselineAloneAsksForMore) {
  const std::vector<Evidence> findings = {{.model = FactsOf("sequential"), .median_s = 1}};
  EXPECT_EQ(Said(findings, kQuietMachine),
            "Choose another model to compare with the sequential run. | ");
}

}  // namespace
}  // namespace lab
