#include "report/comparison.h"

#include <gtest/gtest.h>

#include "experiment/presets.h"

namespace lab {
namespace {

RunResult On(const Environment& machine) { return {.environment = machine, .experiment = MakeExperiment(ExperimentKind::kCount)}; }

TEST(Comparison, SaysHowTheMachinesDiffer) {
  const Environment unknown;
  const Environment one = {.cpu = "A chip"};
  const Environment other = {.cpu = "Another chip", .cpu_quota = 1.5};
  struct Case {
    Environment first, second;
    std::vector<std::string> differences;
  };
  for (const Case& each : {Case{one, one, {}}, Case{unknown, one, {}},
                           Case{one, other, {"the processor is A chip and Another chip", "the quota of processor time is none and 1.5 cores"}},
                           Case{other, {.cpu = "Another chip", .cpu_quota = 2}, {"the quota of processor time is 1.5 cores and 2 cores"}}}) {
    EXPECT_EQ(CompareResults(On(each.first), On(each.second)).differences, each.differences);
  }
}

}  // namespace
}  // namespace lab
