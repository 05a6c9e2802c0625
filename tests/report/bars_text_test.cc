#include "report/bars_text.h"

#include <gtest/gtest.h>

#include "experiment/presets.h"
#include "report/wrap.h"

namespace lab {
namespace {

RunResult TwoModels() {
  RunResult result = {.experiment = MakeExperiment(ExperimentKind::kCount)};
  result.models = {{.model = "sequential",
                    .workers = 1,
                    .median_s = 1,
                    .verdict = {.code = VerdictCode::kBaseline, .text = {}}},
                   {.model = "threads-gil",
                    .workers = 2,
                    .median_s = 0.5,
                    .speedup = {.ratio = 2, .low = 1.95, .high = 2.05, .confidence = 0.95},
                    .verdict = {.code = VerdictCode::kGains, .text = {}}}};
  return result;
}

std::string Bar(int columns, const char* of = "█") {
  std::string bar;
  for (int column = 0; column < columns; ++column) bar += of;
  return bar;
}

TEST(BarsText, AreSpeedupsOfWhichTheLargestFillsTheWidth) {
  EXPECT_EQ(AsBars(TwoModels(), false), "  sequential    " + Bar(13) + std::string(13, ' ') +
                                            "    1.00 s  1×\n  threads, GIL  " + Bar(26) +
                                            "    0.50 s  2.00× (1.95–2.05)\n");
}

TEST(BarsText, AreDelaysWhereThereIsNoSpeedup) {
  RunResult result = TwoModels();
  result.experiment = MakeExperiment(ExperimentKind::kConvoy);
  for (ModelResult& model : result.models) model.response = ResponseOf(std::vector{model.median_s});
  result.models[1].speedup = {.ratio = 0.025, .low = 0.02, .high = 0.04, .confidence = 0.95};
  EXPECT_EQ(AsBars(result, false), "  alone         " + Bar(26) + "    1.00 s\n  threads, GIL  " +
                                       Bar(13) + std::string(13, ' ') +
                                       "    0.50 s  40× as late (25.0–50.0)\n");
}

TEST(BarsText, WhatIsTooShortForTheClockHasNoLength) {
  RunResult result = TwoModels();
  result.calibration.timer_step_s = 0.0167;
  result.models[1].verdict.code = VerdictCode::kTooShort;
  EXPECT_TRUE(
      AsBars(result, false)
          .ends_with("  threads, GIL  ▒" + std::string(25, ' ') + "         –  too short\n"))
      << AsBars(result, false);
  for (ModelResult& model : result.models) {
    model.response = Response();
    model.median_s = 0.000001;
    model.verdict.code = VerdictCode::kTooShort;
  }
  const std::string text = AsBars(result, false);
  EXPECT_EQ(text, "  alone         ▒" + std::string(25, ' ') +
                      " < 33.4 ms  too short\n  threads, GIL  ▒" + std::string(25, ' ') +
                      " < 33.4 ms  too short\n");
}

TEST(BarsText, FitIntoEightyColumns) {
  RunResult result = TwoModels();
  for (ModelResult& model : result.models) model.response = ResponseOf(std::vector{model.median_s});
  result.models[1].median_s = 0.0999;
  result.models[1].speedup = {.ratio = 20, .low = 0.0001, .high = 40, .confidence = 0.95};
  for (const VerdictCode code : {VerdictCode::kDelayed, VerdictCode::kNoisy}) {
    result.models[1].verdict.code = code;
    const std::string text = AsBars(result, false);
    for (size_t begin = 0; begin < text.size(); begin = text.find('\n', begin) + 1)
      EXPECT_LE(Columns(text.substr(begin, text.find('\n', begin) - begin)), kColumns) << text;
  }
}

TEST(BarsText, WhatIsNoisyHasNoNumberThatCouldBeTakenForAFinding) {
  RunResult result = TwoModels();
  result.models[1].verdict.code = VerdictCode::kNoisy;
  EXPECT_TRUE(AsBars(result, false)
                  .ends_with("  threads, GIL  " + Bar(26, "▒") + "    0.50 s  noisy (1.95–2.05)\n"))
      << AsBars(result, false);
  result.models[1].speedup.confidence = 0;
  EXPECT_TRUE(AsBars(result, false).ends_with("0.50 s\n")) << "one repetition says nothing";
}

TEST(BarsText, ColoursChangeNothingElse) {
  std::string coloured = AsBars(TwoModels(), true);
  ASSERT_NE(coloured, AsBars(TwoModels(), false));
  for (size_t at = 0; (at = coloured.find('\x1b', at)) != coloured.npos;)
    coloured.erase(at, coloured.find('m', at) - at + 1);
  EXPECT_EQ(coloured, AsBars(TwoModels(), false));
  EXPECT_EQ(AsAnswer("Yes.", "So it is.", true), "\x1b[1mYes.\x1b[0m\nSo it is.\n");
  EXPECT_EQ(AsAnswer("Yes.", "", false), "Yes.\n");
}

TEST(Wrapped, BreaksBetweenWordsOnly) {
  const std::string word(50, 'x');
  EXPECT_EQ(Wrapped("  " + word + " " + word + " y", 4), "  " + word + "\n    " + word + " y");
  EXPECT_EQ(Wrapped(word + word), word + word) << "a word stays whole";
  EXPECT_EQ(Wrapped(""), "");
  std::string wide;
  for (int at = 0; at < 40; ++at) wide += "µ ";
  EXPECT_EQ(Wrapped(wide).find('\n'), std::string::npos) << "a character is a column";
}

}  // namespace
}  // namespace lab
