#include "report/text.h"

#include <gtest/gtest.h>

#include "experiment/presets.h"
#include "report/bars_text.h"
#include "report/markdown.h"
#include "report/newer_text.h"
#include "report/wrap.h"

namespace lab {
namespace {

RunResult SomeResult() {
  RunResult result = {.experiment = MakeExperiment(ExperimentKind::kCount),
                      .answer = "Threads gained nothing."};
  result.models = {{.model = "sequential",
                    .workers = 1,
                    .samples_s = {1.0, 1.2},
                    .median_s = 1.1,
                    .startup_s = 0.0001,
                    .efficiency = 1,
                    .verdict = {.code = VerdictCode::kBaseline, .text = {}}},
                   {.model = "processes",
                    .workers = 2,
                    .samples_s = {0.5, 0.5},
                    .median_s = 0.5,
                    .startup_s = 0.02,
                    .speedup = {.ratio = 2.2, .low = 2.0, .high = 2.4, .confidence = 0.5},
                    .rounds_won = RoundsWon{.faster = 2, .of = 2},
                    .efficiency = 1.1,
                    .verdict = {.code = VerdictCode::kGains, .text = "Gains."},
                    .why = {{.code = ReasonCode::kParallel, .text = "Side by side."},
                            {.code = ReasonCode::kMessages, .text = "Few messages."}}}};
  result.unavailable = {{.model = "threads-gil", .reason = "no threads here"}};
  result.notes = {"A note."};
  return result;
}

// Of a newer version's file what is unknown is told by its name, in every kind of report.
TEST(Report, WhatIsUnknownHereIsToldByItsName) {
  RunResult result = SomeResult();
  EXPECT_EQ(NewerText(result), "");
  result.version = 2;
  EXPECT_EQ(NewerText(result),
            "Written by a newer version of Speedup Lab: what this one does not know is shown by "
            "its name.");
  result.experiment.kind = ExperimentKind::kUnknown;
  result.experiment.unknown_name = "teleport, far";
  result.experiment.unknown = {{"patience", "7"}};
  result.models[1].model = "fibers";
  result.models[1].verdict = {
      .code = VerdictCode::kUnknown, .text = "Too hot.", .unknown_code = "too-hot"};
  EXPECT_TRUE(
      NewerText(result).ends_with("Unknown here: the experiment \"teleport, far\", the model "
                                  "\"fibers\" and the setting \"patience\"."));
  std::string table = AsTable(result, /*details=*/true);
  for (char& letter : table) letter = letter == '\n' ? ' ' : letter;
  for (const char* part :
       {"teleport, far: ", "patience 7", "fibers", "Too hot.", "Note: Written by a newer version"})
    EXPECT_NE(table.find(part), table.npos) << part << " in\n" << table;
  EXPECT_NE(AsCsv(result).find("\n\"teleport, far\",fibers,2,1,"), std::string::npos)
      << AsCsv(result);
  const std::string markdown = AsMarkdown(result);
  for (const char* part : {"teleport, far", "fibers", "too-hot", "newer version"})
    EXPECT_NE(markdown.find(part), markdown.npos) << part << " in\n" << markdown;
}

TEST(Report, TheTableHasTheModelsAndTheReasonsForThoseWhoAskForDetails) {
  const std::string brief = AsTable(SomeResult(), /*details=*/false);
  const std::string table = AsTable(SomeResult(), /*details=*/true);
  EXPECT_TRUE(brief.starts_with("count: workers 2")) << brief;
  for (const char* part : {"threads, GIL: no threads here", "Note: A note."}) {
    EXPECT_NE(brief.find(part), std::string::npos) << part << " in\n" << brief;
    EXPECT_NE(table.find(part), std::string::npos) << part << " in\n" << table;
  }
  for (const char* part : {"sequential", "processes", "0.50 s", "2.2×", "2 of 2"}) {
    EXPECT_EQ(brief.find(part), std::string::npos) << part << " in\n" << brief;
    EXPECT_NE(table.find(part), std::string::npos) << part << " in\n" << table;
  }
}

TEST(Report, NoLineHasMoreThanEightyColumns) {
  RunResult result = SomeResult();
  result.environment.cpu =
      "A processor whose maker is proud of its family, its generation, its clock and its cache";
  result.notes = {
      "A note that goes on and on, since there is so much that has to be said about this run and "
      "about its machine."};
  result.models[1].median_s = result.models[1].mad_s = result.models[1].startup_s = 123e-6;
  result.models[1].handoffs = 123'456;
  result.models[1].speedup = {.ratio = 123, .low = 101, .high = 145, .confidence = 0.95};
  result.models[1].lanes.assign(
      2, {.busy_s = 123e-6, .cpu_s = 123e-6, .voluntary = 123'456, .involuntary = 123'456});
  result.models[1].memory_bytes = 123e6;
  RunResult convoy = result;
  convoy.experiment = MakeExperiment(ExperimentKind::kConvoy);
  convoy.models[1].response = Response{.median_s = 123e-6,
                                       .p90_s = 123e-6,
                                       .p99_s = 123e-6,
                                       .delays_s = std::vector<double>(10'000)};
  SweepResult sweep = {.experiment = result.experiment,
                       .axis = "workers",
                       .at = {2},
                       .scaling = {{.model = "processes", .points = {result.models[1]}}},
                       .answer = "Yes."};
  for (const std::string& text :
       {AsTable(result, true), AsTable(convoy, true), AsTable(sweep, true), AsBars(result, false),
        AsAnswer(std::string(30, 'a') + " " + std::string(60, 'b'),
                 std::string(60, 'c') + " " + std::string(60, 'd'), false)}) {
    for (size_t from = 0; from < text.size(); from = text.find('\n', from) + 1) {
      const std::string line = text.substr(from, text.find('\n', from) - from);
      EXPECT_LE(Columns(line), kColumns) << line;
    }
  }
}

TEST(Report, NoisyFiguresGetNoNumbersThatCouldBeTakenForFindings) {
  RunResult result = SomeResult();
  ASSERT_NE(AsTable(result, /*details=*/true).find("2 of 2  100 %"), std::string::npos)
      << "and not the 110 % of a former file";
  result.models[1].verdict.code = VerdictCode::kNoisy;
  EXPECT_EQ(AsTable(result, /*details=*/true).find("2 of 2  100 %"), std::string::npos)
      << AsTable(result, /*details=*/true);
  EXPECT_EQ(AsTable(result, /*details=*/true).find("2.2×"), std::string::npos);
}

TEST(Report, TheReasonsStandUnderTheirVerdict) {
  const std::string table = AsTable(SomeResult(), /*details=*/true);
  EXPECT_NE(table.find("Verdict: Gains.\n  Why: Side by side.\n  Why: Few messages.\n"),
            std::string::npos)
      << table;
}

TEST(Report, ThatNothingCanBeConcludedIsTheAnswersToSay) {
  RunResult result = SomeResult();
  result.models[1].verdict = {.code = VerdictCode::kNoisy,
                              .text = "Processes: cannot conclude, it is too noisy."};
  EXPECT_NE(AsTable(result, /*details=*/true).find("cannot conclude"), std::string::npos)
      << "of this model only";
  result.verdict.code = VerdictCode::kNoisy;
  const std::string table = AsTable(result, /*details=*/true);
  EXPECT_EQ(table.find("cannot conclude"), std::string::npos) << table;
  EXPECT_NE(table.find("processes:\n  Why: Side by side.\n"), std::string::npos) << table;
}

// The text as if its lines had no end.
std::string Unwrapped(std::string text) {
  for (size_t at = 0; (at = text.find("\n  ", at)) != text.npos;) text.replace(at, 3, " ");
  return text;
}

TEST(Report, TheMachineIsNamedWithWhatLimitsIt) {
  RunResult result = SomeResult();
  result.calibration.effective_cores = 1.9;
  result.environment.cores = 2;
  EXPECT_NE(
      Unwrapped(AsTable(result, /*details=*/true))
          .find("\nMachine: 1.9 of 2 reported cores available. The sequential run changed by +0 %"),
      std::string::npos)
      << AsTable(result, /*details=*/true);
  result.environment.cpu = "A chip";
  EXPECT_NE(Unwrapped(AsTable(result, /*details=*/true))
                .find("\nMachine: A chip, 1.9 of 2 reported cores available. The sequential run "
                      "changed by +0 %"),
            std::string::npos)
      << AsTable(result, /*details=*/true);
  result.environment.cpu_quota = 1.5;
  EXPECT_NE(Unwrapped(AsTable(result, /*details=*/true))
                .find("available (a quota of 1.5 cores). The sequential run changed by +0 %"),
            std::string::npos)
      << AsTable(result, /*details=*/true);
  result.environment.machine_cores = 64;
  EXPECT_NE(Unwrapped(AsTable(result, /*details=*/true))
                .find("available (2 of the machine's 64, with a quota of 1.5 cores). The "
                      "sequential run changed by +0 %"),
            std::string::npos)
      << AsTable(result, /*details=*/true);
}

TEST(Report, SaysWhichFiguresAreOfOneRepetitionAndWhatEfficiencyIs) {
  const std::string table = Unwrapped(AsTable(SomeResult(), /*details=*/true));
  EXPECT_NE(
      table.find("hand-offs and what the workers used are medians over the repetitions that count"),
      std::string::npos)
      << table;
  EXPECT_NE(table.find("The reasons describe one repetition, the one nearest the median."),
            std::string::npos)
      << table;
  EXPECT_NE(table.find("Efficiency: the speedup per available core"), std::string::npos) << table;
  RunResult beyond = SomeResult();
  beyond.models[1].efficiency = 0;
  EXPECT_NE(Unwrapped(AsTable(beyond, /*details=*/true))
                .find("Processes: It was faster than the measured cores allow"),
            std::string::npos);
}

TEST(Report, WhatTheClockDoesNotSeeHasNoFigures) {
  RunResult result = SomeResult();
  result.calibration.timer_step_s = 0.0167;
  result.models[1].verdict.code = VerdictCode::kTooShort;
  result.models[1].lanes = {{.busy_s = 0, .cpu_s = 0.001, .voluntary = 1, .involuntary = 2}};
  const std::string table = AsTable(result, /*details=*/true);
  EXPECT_NE(
      table.find(
          "  processes           2         –  –      too short  –                        –\n"),
      std::string::npos)
      << table;
  EXPECT_NE(table.find("  sequential          1    1.10 s  ±16.7 ms"), std::string::npos) << table;
  EXPECT_EQ(table.find("100 %\n"), std::string::npos)
      << "nothing was compared with the sequential one: " << table;
  EXPECT_NE(table.find("1  < 16.7 ms"), std::string::npos) << table;
  EXPECT_EQ(table.find("0.00 µs"), std::string::npos) << table;
}

SweepResult SomeSweep() {
  SweepResult sweep = {.experiment = MakeExperiment(ExperimentKind::kCount),
                       .at = {1, 2},
                       .answer = "More workers gain."};
  ModelScaling scaling = {.model = "processes",
                          .amdahl = {.serial_fraction = 0.1, .points = 1},
                          .amdahl_text = "A tenth is serial.",
                          .usl_text = "No law."};
  for (const int workers : {1, 2}) {
    scaling.points.push_back({.model = "processes",
                              .workers = workers,
                              .median_s = 0.5,
                              .speedup = {1, 1, 1, 0.95},
                              .verdict = {.code = VerdictCode::kGains, .text = {}}});
  }
  sweep.scaling = {scaling};
  return sweep;
}

TEST(Report, WhereNothingWasFittedStandsADash) {
  const std::string table = AsTable(SomeSweep(), /*details=*/true);
  EXPECT_NE(table.find("  1.82        –\n"), std::string::npos) << table;
  EXPECT_NE(table.find("A tenth is serial."), std::string::npos) << table;
}

TEST(Report, ASweepThatConcludedNothingHasNoLaws) {
  SweepResult sweep = SomeSweep();
  sweep.verdict.code = VerdictCode::kNoisy;
  const std::string table = AsTable(sweep, /*details=*/true);
  EXPECT_EQ(table.find("1.82"), std::string::npos) << table;
  EXPECT_EQ(table.find("serial"), std::string::npos) << table;
}

TEST(Report, ManyLanesShareALine) {
  RunResult result = SomeResult();
  result.models[1].lanes.assign(16,
                                {.busy_s = 0.5, .cpu_s = 0.25, .voluntary = 1, .involuntary = 2});
  EXPECT_NE(AsTable(result, /*details=*/true).find("      16     0.50 s"), std::string::npos)
      << AsTable(result, /*details=*/true);
  result.models[1].lanes.assign(256, result.models[1].lanes.front());
  EXPECT_NE(AsTable(result, /*details=*/true)
                .find(" all 256      128 s     64.0 s        256         512\n"),
            std::string::npos)
      << AsTable(result, /*details=*/true);
}

TEST(Report, TheSettingsAreThoseThatWereMeasured) {
  RunResult result = SomeResult();
  result.calibration.rounds = 11;
  result.calibration.took_s = 7.4;
  EXPECT_NE(AsTable(result, /*details=*/true)
                .find("count: workers 2 · tasks 2 · size 100,000,000 (auto) · switch interval 5 ms "
                      "· 11\n  rounds\n\n"),
            std::string::npos)
      << AsTable(result, /*details=*/true);
  EXPECT_NE(Unwrapped(AsTable(result, /*details=*/true)).find(" Everything took 7.40 s.\n"),
            std::string::npos)
      << AsTable(result, /*details=*/true);
}

TEST(Report, TheCsvHasALineARepetition) {
  EXPECT_EQ(AsCsv(SomeResult()),
            "experiment,model,workers,repetition,seconds,speedup\n"
            "count,sequential,1,1,1.000000000,1.000000\n"
            "count,sequential,1,2,1.200000000,1.000000\n"
            "count,processes,2,1,0.500000000,2.000000\n"
            "count,processes,2,2,0.500000000,2.400000\n");
}

// A run that was ended may have more of one model than of the sequential one.
TEST(Report, WhatHasNoRepetitionToBeHeldAgainstHasNoSpeedupInTheCsv) {
  RunResult result = SomeResult();
  result.models[0].samples_s.pop_back();
  result.models[1].samples_s = {0.25, 0.5};
  EXPECT_EQ(AsCsv(result),
            "experiment,model,workers,repetition,seconds,speedup\n"
            "count,sequential,1,1,1.000000000,1.000000\n"
            "count,processes,2,1,0.250000000,4.000000\n"
            "count,processes,2,2,0.500000000,0.000000\n");
  result.models[1].samples_s = {0};
  EXPECT_TRUE(AsCsv(result).ends_with("count,processes,2,1,0.000000000,0.000000\n"))
      << AsCsv(result);
}

TEST(Report, TheCsvOfASweepHoldsEveryPointAgainstItsOwnBaseline) {
  SweepResult sweep = {.experiment = MakeExperiment(ExperimentKind::kHeavy)};
  sweep.at = {1, 2};
  sweep.baselines = {{.workers = 1, .samples_s = {1.0, 1.5}},
                     {.workers = 2, .samples_s = {3.0, 4.0}}};
  sweep.scaling = {{.model = "threads-free",
                    .points = {{.model = "threads-free", .workers = 1, .samples_s = {1.0, 1.0}},
                               {.model = "threads-free", .workers = 2, .samples_s = {1.5, 1.0}}}}};
  EXPECT_EQ(AsCsv(sweep),
            "experiment,model,workers,repetition,seconds,speedup\n"
            "heavy,threads-free,1,1,1.000000000,1.000000\n"
            "heavy,threads-free,1,2,1.000000000,1.500000\n"
            "heavy,threads-free,2,1,1.500000000,2.000000\n"
            "heavy,threads-free,2,2,1.000000000,4.000000\n");
}

TEST(Report, TheCsvOfASweepOverAnotherSettingHasAColumnForIt) {
  SweepResult sweep = {.experiment = MakeExperiment(ExperimentKind::kMixed), .axis = "cpu-share"};
  sweep.at = {0, 2.5};
  sweep.baselines = {{.workers = 4, .samples_s = {1.0}}, {.workers = 4, .samples_s = {1.0}}};
  sweep.scaling = {{.model = "threads-gil",
                    .points = {{.model = "threads-gil", .workers = 4, .samples_s = {0.25}},
                               {.model = "threads-gil", .workers = 4, .samples_s = {0.5}}}}};
  EXPECT_EQ(AsCsv(sweep),
            "experiment,model,workers,repetition,seconds,speedup,cpu-share\n"
            "mixed,threads-gil,4,1,0.250000000,4.000000,0\n"
            "mixed,threads-gil,4,1,0.500000000,2.000000,2.5\n");
}

}  // namespace
}  // namespace lab
