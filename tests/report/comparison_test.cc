#include "report/comparison.h"

#include <gtest/gtest.h>

#include "experiment/presets.h"

namespace lab {
namespace {

RunResult On(const Environment& machine) {
  return {.environment = machine, .experiment = MakeExperiment(ExperimentKind::kCount)};
}

TEST(Comparison, SaysHowTheMachinesDiffer) {
  const Environment unknown;
  const Environment one = {.cpu = "A chip"};
  const Environment other = {.cpu = "Another chip", .cpu_quota = 1.5};
  struct Case {
    Environment first, second;
    std::vector<std::string> differences;
  };
  for (const Case& each : {Case{one, one, {}}, Case{unknown, one, {}},
                           Case{one,
                                other,
                                {"the processor is A chip in A, Another chip in B",
                                 "the processor quota is unlimited in A, 1.5 cores in B"}},
                           Case{other,
                                {.cpu = "Another chip", .cpu_quota = 2},
                                {"the processor quota is 1.5 cores in A, 2 cores in B"}}}) {
    EXPECT_EQ(CompareResults(On(each.first), On(each.second)).differences, each.differences);
  }
}

RunResult Measured(double sequential_s, double processes_s) {
  RunResult result = On({});
  result.verdict = {.code = VerdictCode::kClear,
                    .text = "No problems found with these measurements."};
  const std::vector<double> baseline(8, sequential_s);
  const std::vector<double> samples(8, processes_s);
  result.models.push_back({.model = "sequential",
                           .samples_s = baseline,
                           .median_s = sequential_s,
                           .speedup = Speedup(baseline, baseline),
                           .verdict = {}});
  result.models.push_back({.model = "processes",
                           .samples_s = samples,
                           .median_s = processes_s,
                           .speedup = Speedup(baseline, samples),
                           .verdict = {}});
  return result;
}

TEST(Comparison, OfTwoGoodFilesHasRatiosAndNoDoubts) {
  const Comparison comparison = CompareResults(Measured(2, 1), Measured(1, 0.5));
  EXPECT_TRUE(comparison.doubts.empty());
  ASSERT_EQ(comparison.models.size(), 2u);
  EXPECT_DOUBLE_EQ(comparison.models[1].times.ratio, 2);
  EXPECT_DOUBLE_EQ(comparison.models[1].speedups.ratio, 1);
  const std::string table = AsTable(comparison);
  EXPECT_NE(table.find("processes          1.00 s     0.50 s   2.00× (2.00–2.00)"),
            std::string::npos)
      << table;
}

TEST(Comparison, BeginsWithAFileThatEndedEarlyOrConcludesNothing) {
  RunResult cancelled = Measured(2, 1);
  cancelled.error =
      Error{.code = ErrorCode::kCancelled, .message = "The run was cancelled.", .next = ""};
  RunResult noisy = Measured(2, 1);
  noisy.verdict = {.code = VerdictCode::kNoisy,
                   .text = "Cannot conclude: other programs used about 1.5 cores."};
  noisy.models[1].verdict.code = VerdictCode::kNoisy;
  const Comparison comparison = CompareResults(cancelled, noisy);
  const std::string table = AsTable(comparison);
  EXPECT_EQ(table.rfind("A ended early: The run was cancelled.\nB: Cannot conclude: other programs "
                        "used about 1.5 cores.\n",
                        0),
            0u)
      << table;
  EXPECT_EQ(comparison.models[1].second_speedup.ratio, 0) << "nothing was concluded about it";
  EXPECT_EQ(comparison.models[1].speedups.ratio, 0);
}

TEST(Comparison, OfWhatWasTooShortForAClockHasNoFigures) {
  RunResult coarse = Measured(2, 1);
  coarse.models[1].verdict.code = VerdictCode::kTooShort;
  const Comparison comparison = CompareResults(Measured(2, 1), coarse);
  EXPECT_EQ(comparison.models[1].second_s, 0);
  EXPECT_EQ(comparison.models[1].times.ratio, 0);
  EXPECT_NE(AsTable(comparison).find("processes          1.00 s          –   –\n"),
            std::string::npos)
      << AsTable(comparison);
}

// Reported cores are not free ones.
TEST(Comparison, CallsNoCoresFreeThatNobodyMeasured) {
  RunResult coarse = Measured(2, 1);
  coarse.environment.cores = 2;
  coarse.calibration.cores_measured = false;
  coarse.calibration.effective_cores = 2;
  EXPECT_EQ(CompareResults(coarse, coarse).first.find("2.0 of"), std::string::npos)
      << CompareResults(coarse, coarse).first;
}

TEST(Comparison, OfTwoExperimentsHasNoRatio) {
  RunResult heavy = Measured(2, 1);
  heavy.experiment.kind = ExperimentKind::kHeavy;
  const std::string table = AsTable(CompareResults(Measured(2, 1), heavy));
  EXPECT_EQ(table.rfind("A and B differ: they ran different experiments.\n", 0), 0u) << table;
  for (const ModelComparison& model : CompareResults(Measured(2, 1), heavy).models)
    EXPECT_EQ(model.times.ratio + model.speedups.ratio, 0);
}

}  // namespace
}  // namespace lab
