#include "engine/course_text.h"

#include <gtest/gtest.h>

#include "experiment/presets.h"

namespace lab {
namespace {

constexpr Pace kPace = {.iterations_per_s = 1e9, .cores = 2};

std::string PlanOf(const Experiment& experiment, int rounds = 5, bool fits = true) {
  return PlanText({.experiment = experiment, .rounds = rounds, .seconds = 6, .fits = fits}, kPace,
                  8, 10);
}

TEST(PlanText, SaysWhatARoundIsHowManyAndHowLong) {
  Experiment count = MakeExperiment(ExperimentKind::kCount);
  count.tasks = 2;
  count.size = 140'000'000;
  EXPECT_EQ(PlanOf(count), "2 tasks of 140,000,000 iterations (0.14 s), 5 rounds: about 8 s.");
  count.tasks = 1;
  EXPECT_EQ(PlanOf(count, 1), "1 task of 140,000,000 iterations (0.14 s), 1 round: about 8 s.");
  EXPECT_EQ(PlanOf(count, 5, false),
            "1 task of 140,000,000 iterations (0.14 s), 5 rounds: about 8 s. That exceeds the time "
            "budget of 10 s: smaller tasks, fewer "
            "tasks or fewer repetitions take less.");
}

TEST(PlanText, NamesWhatWaitsAndAnswers) {
  Experiment downloads = MakeExperiment(ExperimentKind::kDownloads);
  downloads.tasks = 5;
  downloads.latency_ms = 200;
  EXPECT_TRUE(PlanOf(downloads).starts_with("5 downloads of 200 ms, ")) << PlanOf(downloads);
  downloads.urls = {"http://one/", "http://two/"};
  EXPECT_TRUE(PlanOf(downloads).starts_with("2 addresses, ")) << PlanOf(downloads);
  Experiment convoy = MakeExperiment(ExperimentKind::kConvoy);
  convoy.answers = 30;
  EXPECT_TRUE(PlanOf(convoy).starts_with("30 responses per repetition, ")) << PlanOf(convoy);
}

TEST(CourseNotes, SayWhyThereWereNoMoreRounds) {
  Calibration calibration;
  calibration.rounds = 7;
  calibration.stop = Stop::kPrecise;
  EXPECT_EQ(
      CourseNotes(calibration, 2, 10),
      std::vector<std::string>{"Stopped after 7 rounds: every speedup is known to within 2 %."});
  calibration.stop = Stop::kTime;
  calibration.rounds = 1;
  calibration.disturbed_rounds = 2;
  calibration.disturbing_cores = 0.52;
  EXPECT_EQ(CourseNotes(calibration, 2, 10),
            (std::vector<std::string>{
                "2 of 3 rounds do not count: other programs used about 0.5 cores during them.",
                "Stopped after 1 round: the time budget of 10 s was spent."}));
}

}  // namespace
}  // namespace lab
