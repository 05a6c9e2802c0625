// Files of newer versions: what is not understood is kept, and the rest is read.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "messages/codec.h"
#include "tests/support/replaced.h"
#include "tests/support/results.h"

namespace lab {
namespace {

// A file in which a newer version says more in every place.
std::string Newer() {
  std::string text = EncodeResult(SomeResult());
  text = Replaced(text, R"("version": 1)", R"("version": 2)");
  text = Replaced(text, R"("platform": "web")",
                  R"("battery": {"full": [true, null]}, "platform": "web")");
  text =
      Replaced(text, R"("experiment": "downloads")", R"("experiment": "teleport", "patience": 7)");
  text = Replaced(text, R"("threads-gil",)", R"("fibers", "threads-gil",)");
  text = Replaced(text, R"("effective_cores")", R"("heat": 3.5, "effective_cores")");
  text = Replaced(text, R"("model": "threads-gil")", R"("label": "Fibers", "model": "fibers")");
  text = Replaced(text, R"("code": "gil-bound")", R"("code": "too-hot")");
  text = Replaced(text, R"("code": "few-cores")", R"("code": "few-fans")");
  return Replaced(text, R"("answer")", R"("colour_of_the_day": {"r": 1}, "answer")");
}

TEST(Newer, WhatIsUnknownIsKeptByItsName) {
  const Result<RunResult> read = DecodeResult(Newer());
  ASSERT_TRUE(read) << read.error().message;
  const RunResult& result = read.value();
  EXPECT_EQ(result.version, 2);
  EXPECT_EQ(result.experiment.kind, ExperimentKind::kUnknown);
  EXPECT_EQ(result.experiment.unknown_name, "teleport");
  EXPECT_EQ(result.experiment.unknown, (std::vector<UnknownField>{{"patience", "7"}}));
  EXPECT_EQ(result.experiment.models.back(), "fibers");
  EXPECT_EQ(result.environment.unknown,
            (std::vector<UnknownField>{{"battery", R"({"full":[true,null]})"}}));
  EXPECT_EQ(result.unknown, (std::vector<UnknownField>{{"colour_of_the_day", R"({"r":1})"}}));
  EXPECT_EQ(result.models[0].model, "fibers");
  EXPECT_EQ(result.models[0].unknown, (std::vector<UnknownField>{{"label", "\"Fibers\""}}));
  EXPECT_EQ(result.models[0].verdict.code, VerdictCode::kUnknown);
  EXPECT_EQ(result.models[0].verdict.text, "gains nothing");
  EXPECT_EQ(result.models[0].why[1].unknown_code, "few-fans");
  EXPECT_EQ(result.models[0].why[1].text, "one core");
}

TEST(Newer, WhatIsUnknownIsWrittenAgain) {
  const Result<RunResult> read = DecodeResult(Newer());
  ASSERT_TRUE(read) << read.error().message;
  const std::string text = EncodeResult(read.value());
  for (const char* part :
       {R"("version": 2)", R"("battery")", R"("experiment": "teleport")", R"("patience": 7)",
        R"("fibers")", R"("heat": 3.5)", R"("label": "Fibers")", R"("code": "too-hot")",
        R"("code": "few-fans")", R"("colour_of_the_day")"}) {
    EXPECT_NE(text.find(part), text.npos) << part << " in " << text;
  }
  EXPECT_EQ(EncodeResult(DecodeResult(text).value()), text);
}

TEST(Newer, AWholeFileIsWrittenAgainWithAllThatItHas) {
  std::ifstream in(std::filesystem::path(LAB_ROOT) / "tests/messages/written/newer.json",
                   std::ios::binary);
  const Result<RunResult> read = DecodeResult(std::string(std::istreambuf_iterator<char>(in), {}));
  ASSERT_TRUE(read) << read.error().message;
  const std::string text = EncodeResult(read.value());
  for (const char* part :
       {R"("battery": "full")", R"("experiment": "teleport")", R"("patience": 7)",
        R"("label": "Fibers")", "\"colour_of_the_day\": {\n    \"r\": 1\n  }"}) {
    EXPECT_NE(text.find(part), text.npos) << part << " in " << text;
  }
}

TEST(Newer, ASweepToo) {
  std::string text = Replaced(EncodeSweep(SomeSweep()), R"("model": "threads-gil")",
                              R"("fit": 1, "model": "fibers")");
  text = Replaced(text, R"("axis")", R"("axes": 2, "axis")");
  const Result<SweepResult> read = DecodeSweep(text);
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read.value().scaling[0].model, "fibers");
  EXPECT_NE(EncodeSweep(read.value()).find("\"fit\": 1"), std::string::npos);
  EXPECT_NE(EncodeSweep(read.value()).find("\"axes\": 2"), std::string::npos);
}

// Who asks for a run must know what he asks for, and what is understood keeps to its range.
TEST(Newer, ToleranceIsForFilesAndNotForFaults) {
  EXPECT_FALSE(DecodeExperiment(R"({"experiment": "teleport"})"));
  EXPECT_FALSE(DecodeExperiment(R"({"patience": 7})"));
  EXPECT_FALSE(DecodeRequest(R"({"type": "run", "run": 1, "experiment": {"models": ["fibers"]}})"));
  EXPECT_FALSE(DecodeResult(Replaced(Newer(), R"("workers": 5)", R"("workers": -5)")));
  EXPECT_FALSE(DecodeResult(
      Replaced(Newer(), R"("experiment": "teleport")", R"("experiment": ["teleport"])")));
  EXPECT_FALSE(DecodeResult(Replaced(Newer(), R"("code": "too-hot")", R"("code": 7)")));
}

}  // namespace
}  // namespace lab
