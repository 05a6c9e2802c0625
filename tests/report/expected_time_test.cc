#include "report/expected_time.h"

#include <gtest/gtest.h>

#include <cmath>

#include "experiment/presets.h"
#include "experiment/settings.h"

namespace lab {
namespace {

const Environment kMachine = {.platform = "native", .cores = 4, .timer_step_s = 1e-7};

TEST(ExpectedTimeTest, AFormerRunTellsTheSpeedOfItsOwnLoopOnly) {
  const Calibration found = {.task_s = 0.05, .task_size = 200'000'000};
  EXPECT_DOUBLE_EQ(ExpectedPace(kMachine, ExperimentKind::kCount, &found).iterations_per_s, 4e9);
  EXPECT_NE(ExpectedPace(kMachine, ExperimentKind::kMixed, &found).iterations_per_s, 4e9)
      << "its tasks also wait";
  EXPECT_EQ(ExpectedPace(kMachine, ExperimentKind::kCount).cores, 4);
  EXPECT_LT(ExpectedPace(kMachine, ExperimentKind::kHeavy).iterations_per_s,
            ExpectedPace(kMachine, ExperimentKind::kCount).iterations_per_s);
}

TEST(ExpectedTimeTest, FitsWhatIsLeftToThePlanAndNotWhatIsTooLarge) {
  const Experiment count = MakeExperiment(ExperimentKind::kCount);
  const Pace pace = ExpectedPace(kMachine, ExperimentKind::kCount);
  EXPECT_TRUE(TimeFor(count, false, pace).fits());
  EXPECT_EQ(TimeFor(count, true, pace).budget_s, 60);
  Experiment large = WithSetting(count, "size", "1e10").value();
  EXPECT_FALSE(TimeFor(large, false, pace).fits());
  large = WithSetting(large, "time-budget", "0").value();
  EXPECT_TRUE(TimeFor(large, false, pace).fits());
  EXPECT_TRUE(std::isinf(TimeFor(large, false, pace).budget_s));
}

}  // namespace
}  // namespace lab
