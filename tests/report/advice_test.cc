#include "report/advice.h"

#include <gtest/gtest.h>

#include <utility>

#include "experiment/presets.h"

namespace lab {
namespace {

ModelResult Figure(const char* model, VerdictCode code, Estimate speedup) {
  return {.model = model, .workers = 2, .speedup = speedup, .verdict = {.code = code}};
}

RunResult Of(ExperimentKind kind, ModelResult gil, ModelResult processes) {
  return {.experiment = MakeExperiment(kind),
          .models = {Figure("sequential", VerdictCode::kBaseline, {1, 1, 1}), std::move(gil),
                     std::move(processes)}};
}

const ModelResult kGilBound = Figure("threads-gil", VerdictCode::kGilBound, {1, 0.98, 1.02});
const ModelResult kGilGains = Figure("threads-gil", VerdictCode::kGains, {4.8, 4.7, 4.9});
const ModelResult kProcessesGain = Figure("processes", VerdictCode::kGains, {1.9, 1.85, 1.95});
const ModelResult kProcessesGainMore = Figure("processes", VerdictCode::kGains, {4.85, 4.8, 4.9});

bool Says(const RunResult& result, const char* words) {
  return Advice(result).find(words) != std::string::npos;
}

TEST(AdviceTest, EachExperimentSaysWhenToUseWhich) {
  EXPECT_TRUE(Says(Of(ExperimentKind::kCount, kGilBound, kProcessesGain), "this, use processes"));
  EXPECT_TRUE(Says(Of(ExperimentKind::kHeavy, kGilBound, kProcessesGain), "this, use processes"));
  EXPECT_TRUE(
      Says(Of(ExperimentKind::kDownloads, kGilGains, kProcessesGainMore), "this, use threads"));
  EXPECT_TRUE(Says(Of(ExperimentKind::kMixed, kGilBound, kProcessesGain),
                   "With 50 % computing, use processes"));
  const ModelResult late = Figure("threads-gil", VerdictCode::kDelayed, {0.02, 0.01, 0.03});
  const ModelResult prompt = Figure("processes", VerdictCode::kPrompt, {1, 0.9, 1.1});
  EXPECT_TRUE(Says(Of(ExperimentKind::kConvoy, late, prompt), "process of its own"));
}

TEST(AdviceTest, SaysWhatTheRunSaysAndNotWhatIsCommonlyBelieved) {
  const ModelResult no_gain = Figure("processes", VerdictCode::kFewerCores, {1, 0.95, 1.05});
  EXPECT_TRUE(Says(Of(ExperimentKind::kCount, kGilBound, no_gain), "stay sequential"));
  EXPECT_EQ(Advice(Of(ExperimentKind::kCount, kGilGains, kProcessesGain)), "")
      << "a GIL that lets threads gain";
  EXPECT_EQ(Advice(Of(ExperimentKind::kDownloads, kGilBound, kProcessesGain)), "");
}

TEST(AdviceTest, SaysNothingWhereNothingIsConcluded) {
  const ModelResult noisy = Figure("processes", VerdictCode::kNoisy, {1.9, 0.5, 4});
  EXPECT_EQ(Advice(Of(ExperimentKind::kCount, kGilBound, noisy)), "");
  RunResult run = Of(ExperimentKind::kCount, kGilBound, kProcessesGain);
  run.verdict.code = VerdictCode::kNoisy;
  EXPECT_EQ(Advice(run), "");
  run.verdict.code = VerdictCode::kClear;
  run.models.pop_back();
  EXPECT_EQ(Advice(run), "") << "nothing to compare with";
  EXPECT_EQ(Advice(RunResult{}), "");
}

TEST(AdviceTest, IsAsSureAsTheVerdicts) {
  RunResult run = Of(ExperimentKind::kCount, kGilBound, kProcessesGain);
  run.models.back().verdict.probable = true;
  EXPECT_NE(Advice(run).find("probably use processes"), std::string::npos) << Advice(run);
}

}  // namespace
}  // namespace lab
