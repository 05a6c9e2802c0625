#include "report/markdown.h"

#include <gtest/gtest.h>

#include "experiment/presets.h"

namespace lab {
namespace {

Environment SomeMachine() {
  return {.platform = "native",
          .system = "Linux 6",
          .lab_version = "0.1.0",
          .cpu = "A chip",
          .cores = 2,
          .machine_cores = 64};
}

RunResult MarkdownResult() {
  RunResult result = {.recorded_at = "2026-01-31T12:00:00Z",
                      .environment = SomeMachine(),
                      .experiment = MakeExperiment(ExperimentKind::kCount)};
  result.calibration.effective_cores = 1.97;
  result.models = {{.model = "sequential",
                    .workers = 1,
                    .median_s = 1.1,
                    .startup_s = 0.0001,
                    .efficiency = 1,
                    .verdict = {.code = VerdictCode::kBaseline, .text = {}}},
                   {.model = "threads-gil",
                    .workers = 2,
                    .median_s = 1.2,
                    .startup_s = 0.0002,
                    .speedup = {.ratio = 0.9, .low = 0.5, .high = 2, .confidence = 0.95},
                    .efficiency = 0.45,
                    .verdict = {.code = VerdictCode::kNoisy,
                                .text = "Two threads: cannot conclude. Run again."}},
                   {.model = "processes",
                    .workers = 2,
                    .median_s = 0.57,
                    .startup_s = 0.02,
                    .speedup = {.ratio = 1.93, .low = 1.9, .high = 1.95, .confidence = 0.95},
                    .efficiency = 0.965,
                    .verdict = {.code = VerdictCode::kGains, .text = "Gains."}}};
  result.unavailable = {{.model = "threads-free", .reason = "no threads here"}};
  result.notes = {"A note."};
  result.answer = "Two processes count 1.93 times as fast.";
  return result;
}

TEST(Markdown, OfARunHasALineForEachModelAndTheReasonForEachDash) {
  EXPECT_EQ(
      AsMarkdown(MarkdownResult()),
      "### Count: 2 tasks for 2 workers, 8 repetitions\n"
      "\n"
      "**Two processes count 1.93 times as fast.**\n"
      "\n"
      "| model | workers | median | speedup (95 % interval) | efficiency | start-up | verdict |\n"
      "| --- | ---: | ---: | ---: | ---: | ---: | --- |\n"
      "| sequential | 1 | 1.10 s | 1× | 100 % | 100 µs | baseline |\n"
      "| threads, GIL | 2 | 1.20 s | – | – | 200 µs | noisy |\n"
      "| processes | 2 | 0.57 s | 1.93× (1.90–1.95) | 96 % | 20.0 ms | gains |\n"
      "\n"
      "Times are medians over the repetitions. Efficiency: the speedup per available core, or per "
      "worker if there are fewer workers.\n"
      "\n"
      "- Two threads: cannot conclude. Run again.\n"
      "- threads, free: no threads here\n"
      "- A note.\n"
      "\n"
      "Measured on 2 cores (2.0 available; 2 of the machine's 64), A chip, Linux 6, "
      "2026-01-31T12:00:00Z, Speedup Lab 0.1.0 (native).\n");
}

TEST(Markdown, OfARunThatEndedEarlyOnAMachineThatTellsLittle) {
  RunResult result = {
      .environment = {.platform = "web", .system = "Browser 1", .lab_version = "0.1.0"},
      .experiment = MakeExperiment(ExperimentKind::kMixed)};
  result.error = Error{.code = ErrorCode::kCancelled, .message = "The run did not finish."};
  result.models = {{.model = "a|model",
                    .median_s = 0.5,
                    .verdict = {.code = VerdictCode::kTooShort, .text = "Too short."}}};
  EXPECT_EQ(AsMarkdown(result),
            "### Mixed: 8 tasks for 4 workers, 50 % computing, 8 repetitions\n"
            "\n"
            "| model | workers | median | speedup | efficiency | start-up | verdict |\n"
            "| --- | ---: | ---: | ---: | ---: | ---: | --- |\n"
            "| a\\|model | 1 | – | – | – | 0.00 µs | too-short |\n"
            "\n"
            "Times are medians over the repetitions. Efficiency: the speedup per available core, "
            "or per worker if there are fewer workers.\n"
            "\n"
            "- a|model: Too short.\n"
            "- It ended early: The run did not finish.\n"
            "- Written by a newer version of Speedup Lab: what this one does not know is shown by "
            "its name. Unknown here: the model \"a|model\".\n"
            "\n"
            "Measured on 1 core (1.0 available), Browser 1, Speedup Lab 0.1.0 (web).\n");
}

TEST(Markdown, OfAConvoySaysHowLateResponsesCame) {
  RunResult result = {.recorded_at = "2026-01-31T12:00:00Z",
                      .environment = SomeMachine(),
                      .experiment = MakeExperiment(ExperimentKind::kConvoy)};
  const Response response = {.median_s = 0.005, .p90_s = 0.006, .p99_s = 0.01, .delays_s = {0.005}};
  result.models = {{.model = "sequential",
                    .response = response,
                    .verdict = {.code = VerdictCode::kBaseline, .text = {}}},
                   {.model = "threads-gil",
                    .workers = 2,
                    .speedup = {.ratio = 0.025, .low = 0.0248, .high = 0.0252, .confidence = 0.95},
                    .response = response,
                    .verdict = {.code = VerdictCode::kDelayed, .text = {}}}};
  const std::string text = AsMarkdown(result);
  EXPECT_TRUE(
      text.starts_with("### Convoy: 40 responses beside 1 busy thread, 8 repetitions\n"
                       "\n"
                       "| model | threads | median delay | 99 % within | vs. alone | verdict |\n"
                       "| --- | ---: | ---: | ---: | ---: | --- |\n"
                       "| alone | 1 | 5.00 ms | 10.0 ms | 1× | baseline |\n"
                       "| threads, GIL | 2 | 5.00 ms | 10.0 ms | 40.0× | delayed |\n"
                       "\n"
                       "Delays cover the responses of all repetitions.\n"
                       "\n"
                       "Measured on"))
      << text;
}

TEST(Markdown, OfASweepHasALineForEachPointAndAColumnForEachModel) {
  const RunResult run = MarkdownResult();
  SweepResult sweep = {
      .recorded_at = run.recorded_at, .environment = run.environment, .experiment = run.experiment};
  sweep.environment.machine_cores.reset();
  sweep.experiment.workers = 4;
  sweep.at = {1, 2, 4};
  sweep.answer = "Processes gain.";
  const ModelResult& noisy = run.models[1];
  const ModelResult& clear = run.models[2];
  sweep.scaling = {{.model = "threads-gil", .points = {clear, noisy, noisy}},
                   {.model = "processes", .points = {clear, clear}}};
  EXPECT_EQ(AsMarkdown(sweep),
            "### Count: up to 4 workers, 8 repetitions\n"
            "\n"
            "**Processes gain.**\n"
            "\n"
            "| workers | threads, GIL | processes |\n"
            "| --- | ---: | ---: |\n"
            "| 1 | 1.93× (1.90–1.95) | 1.93× (1.90–1.95) |\n"
            "| 2 | – | 1.93× (1.90–1.95) |\n"
            "| 4 | – | – |\n"
            "\n"
            "- threads, GIL at 2, 4: Two threads: cannot conclude. Run again.\n"
            "\n"
            "Measured on 2 cores (1.0 available), A chip, Linux 6, 2026-01-31T12:00:00Z, Speedup "
            "Lab 0.1.0 (native).\n");
  sweep.axis = "cpu-share";
  sweep.experiment = MakeExperiment(ExperimentKind::kMixed);
  EXPECT_TRUE(AsMarkdown(sweep).starts_with("### Mixed: 8 tasks for 4 workers, 8 repetitions\n"))
      << AsMarkdown(sweep);
  EXPECT_NE(AsMarkdown(sweep).find("| % computing | threads, GIL |"), std::string::npos);
}

}  // namespace
}  // namespace lab
