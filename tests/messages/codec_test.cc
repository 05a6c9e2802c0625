#include "messages/codec.h"

#include <gtest/gtest.h>

#include <tuple>

#include "base/text.h"
#include "experiment/presets.h"
#include "platform/usage.h"
#include "tests/support/replaced.h"
#include "tests/support/results.h"

namespace lab {
namespace {

// Whether a notice reads back to the very text that it gave.
void ExpectSameAfterReading(const Notice& notice) {
  const std::string text = Encode(notice);
  const Result<Notice> back = DecodeNotice(text);
  ASSERT_TRUE(back) << back.error().message << " in " << text;
  EXPECT_EQ(back.value().index(), notice.index());
  EXPECT_EQ(Encode(back.value()), text);
}

TEST(Codec, EveryNoticeReadsBack) {
  const RunResult result = SomeResult();
  ExpectSameAfterReading(Ready{
      .language = "en",
      .environment = result.environment,
      .experiments = {{.experiment = "count",
                       .label = "Count",
                       .settings = {{.setting = "workers", .preset = "2", .least = 1, .most = 64}},
                       .swept = "workers"}},
      .settings = {{.setting = "models",
                    .kind = "choices",
                    .choices = {{.choice = "threads-free", .label = "threads, free"}}}},
      .models = {{.model = "threads-free",
                  .available = false,
                  .reason = "no threads",
                  .workers = "threads"}}});
  ExpectSameAfterReading(Started{
      .run = 3, .experiment = result.experiment, .trials = 24, .skipped = result.unavailable});
  ExpectSameAfterReading(
      TrialStarted{.run = 3, .model = "sequential", .repetition = 1, .warmup = true});
  ExpectSameAfterReading(TrialDone{.run = 3,
                                   .model = "threads-gil",
                                   .repetition = 4,
                                   .seconds = 0.5,
                                   .done = 5,
                                   .trials = 24,
                                   .left_s = 2.5,
                                   .so_far = result.models[0]});
  ExpectSameAfterReading(TrialDone{.run = 3, .model = "threads-gil", .warmup = true});
  ExpectSameAfterReading(TraceGrown{
      .run = 3, .model = "threads-gil", .repetition = 2, .begins = true, .growth = SomeTrace()});
  ExpectSameAfterReading(Finished{.run = 3, .result = result});
  ExpectSameAfterReading(
      Failed{.run = 3,
             .error = {.code = ErrorCode::kWorkerFailed, .message = "m", .next = "n", .field = "f"},
             .model = "processes",
             .measured = result.models});
  ExpectSameAfterReading(Cancelled{.run = 3});
  ExpectSameAfterReading(
      Calibrated{.run = 3, .experiment = result.experiment, .calibration = result.calibration});
  const SweepResult sweep = SomeSweep();
  ExpectSameAfterReading(SweepStarted{
      .run = 4, .experiment = sweep.experiment, .at = {1, 2, 4}, .skipped = sweep.unavailable});
  ExpectSameAfterReading(
      PointDone{.run = 4, .done = 1, .points = 3, .left_s = 1.5, .so_far = sweep});
  ExpectSameAfterReading(SweepFinished{.run = 4, .result = sweep});
}

TEST(Codec, RequestsReadBack) {
  const Result<Request> run = DecodeRequest(
      Encode(Request(RunRequest{.run = 9, .experiment = MakeExperiment(ExperimentKind::kHeavy)})));
  ASSERT_TRUE(run);
  EXPECT_EQ(std::get<RunRequest>(run.value()).run, 9);
  EXPECT_EQ(std::get<RunRequest>(run.value()).experiment, MakeExperiment(ExperimentKind::kHeavy));
  const Result<Request> sweep = DecodeRequest(Encode(
      Request(SweepRequest{.run = 9, .experiment = MakeExperiment(ExperimentKind::kHeavy)})));
  ASSERT_TRUE(sweep);
  EXPECT_EQ(std::get<SweepRequest>(sweep.value()).experiment.kind, ExperimentKind::kHeavy);
  EXPECT_TRUE(std::get<ConditionsRequest>(
                  DecodeRequest(Encode(Request(ConditionsRequest{.hidden = true}))).value())
                  .hidden);
  EXPECT_TRUE(std::holds_alternative<CancelRequest>(
      DecodeRequest(Encode(Request(CancelRequest{}))).value()));
  EXPECT_EQ(std::get<DescribeRequest>(
                DecodeRequest(Encode(Request(DescribeRequest{.language = "de-CH"}))).value())
                .language,
            "de-CH");
  EXPECT_EQ(std::get<DescribeRequest>(DecodeRequest(R"({"type":"describe"})").value()).language,
            "en");
}

TEST(Codec, AResultFileHasTheDocumentedKeys) {
  const std::string text = EncodeResult(SomeResult());
  for (const char* key :
       {"\"schema\": \"speedup-lab/result\"", "\"version\": 1", "\"environment\"",
        "\"experiment\": \"downloads\"", "\"switch_interval\": 5", "\"latency_only\": false",
        "\"samples_s\"", "\"median_s\"", "\"startup_s\"", "\"ratio\": 0.99",
        "\"checksum\": \"fedcba9876543210\"", "\"handoffs\": 201", "\"unavailable\"",
        "\"reason\": \"why\"", "\"code\": \"few-cores\""}) {
    EXPECT_NE(text.find(key), std::string::npos) << key << " in " << text;
  }
  const Result<RunResult> back = DecodeResult(text);
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_EQ(EncodeResult(back.value()), text);
}

// As browsers with steps of 16.7 ms wrote it.
TEST(Codec, AStartUpBeforeZeroIsNotKnown) {
  RunResult result = SomeResult();
  result.models.front().trace =
      Trace{.length = 100,
            .lanes = {{.name = "thread 1",
                       .startup = -16'666'624,
                       .events = {{.at = 0, .kind = EventKind::kRunning}}}}};
  const Result<RunResult> read = DecodeResult(EncodeResult(result));
  ASSERT_TRUE(read) << read.error().message;
  EXPECT_EQ(read.value().models.front().trace->lanes.front().startup, 0);
}

TEST(Codec, ATraceReadsBackEventByEvent) {
  const Result<RunResult> back = DecodeResult(EncodeResult(SomeResult()));
  ASSERT_TRUE(back) << back.error().message;
  const Trace& trace = *back.value().models[0].trace;
  ASSERT_EQ(trace.lanes.size(), 2u);
  EXPECT_EQ(trace.lanes[0].events, SomeTrace().lanes[0].events);
  EXPECT_EQ(trace.lanes[0].startup, 12'345);
  EXPECT_EQ(trace.lanes[0].lost, 2u);
  EXPECT_FALSE(trace.lanes[1].worker);
}

TEST(Codec, AFaultyPartIsAnError) {
  const std::string whole = EncodeResult(SomeResult());
  for (const auto& [good, bad] : std::initializer_list<std::pair<std::string, std::string>>{
           {R"("kinds": "wrBsA")", R"("kinds": "wrB?A")"},
           {R"("kinds": "wrBsA")", R"("kinds": "wrBsAA")"},
           {R"("kinds": "wrBsA")", R"("kinds": "wrBs")"},
           {R"("gaps_ns": "0 10 0)", R"("gaps_ns": "0 -10 0)"},
           {R"("gaps_ns": "0 10 0)", R"("gaps_ns": "0  10 0)"},
           {R"("gaps_ns": "0 10 0)", R"("gaps_ns": "x 10 0)"},
           {R"("gaps_ns": "0 10 0)", R"("gaps_ns": "0 9999999999999999999 0)"},
           {R"("values": "4 95")", R"("values": "4")"},
           {R"("values": "4 95")", R"("values": "4 -1")"},
           {R"("peers": "1 -1")", R"("peers": "2 -1")"},
           {R"("faster": 1)", R"("faster": 3)"},
           {R"("startup_ns": 12345)", R"("startup_ns": -2e9)"},
           {R"("lost": 2)", R"("lost": "2")"}}) {
    std::string text = whole;
    const size_t at = text.find(good);
    ASSERT_NE(at, text.npos) << good << " in " << text;
    text.replace(at, good.size(), bad);
    const Result<RunResult> back = DecodeResult(text);
    ASSERT_FALSE(back) << bad;
    EXPECT_EQ(back.error().code, ErrorCode::kProtocol) << bad;
  }
}

std::string FaultOf(const std::string& text) {
  const Result<SavedFile> file = DecodeFile(text);
  return file ? "none" : file.error().message;
}

// What nobody can have measured is refused by name, value and range.
TEST(Codec, FiguresOutsideTheirRangeAreNamed) {
  RunResult result = SomeResult();
  result.environment.cores = 3;
  const std::string whole = EncodeResult(result);
  for (
      const auto& [good, bad, fault] :
      std::initializer_list<std::tuple<const char*, const char*, const char*>>{
          {R"("median_s": 0.375)", R"("median_s": -1)",
           R"(models[0]: "median_s" is -1, but must be a number from 0 to 100,000,000 s)"},
          {R"("median_s": 0.375)", R"("median_s": 1e308)",
           R"(models[0]: "median_s" is 1e+308, but must be a number from 0 to 100,000,000 s)"},
          {R"("median_s": 0.375)", R"("median_s": "0.4")",
           R"(models[0]: "median_s" is "0.4", but must be a number from 0 to 100,000,000 s)"},
          {R"("median_s": 0.005)", R"("median_s": 1e9)",
           R"(models[0]: response: "median_s" is 1000000000.0, but must be)"},
          {R"("cores": 3)", R"("cores": 2000000000)",
           R"(environment: "cores" is 2000000000, but must be a whole number from 1 to 100,000 cores)"},
          {R"("cores": 3)", R"("cores": 1.5)",
           R"(environment: "cores" is 1.5, but must be a whole number)"},
          {R"("handoffs": 201)", R"("handoffs": -5)",
           R"(models[0]: gil: "handoffs" is -5.0, but must be a number from 0 to)"},
          {R"("cpu_s": 0.3)", R"("cpu_s": -0.3)", R"(models[0]: lanes[0]: "cpu_s" is -0.3)"},
          {"0.25\n      ]", "-0.25\n      ]",
           R"(models[0]: "samples_s" holds -0.25, but must be a list, each element a number from 0 to)"},
          {R"("ratio": 0.99)", R"("ratio": -0.99)", R"(models[0]: speedup: "ratio" is -0.99)"},
          {R"("effective_cores": 1.97)", R"("effective_cores": 1e7)",
           R"(calibration: "effective_cores" is 10000000.0, but must be a number from 0 to 100,000 cores)"},
          {R"("stolen": 0.01)", R"("stolen": 1.01)",
           R"(calibration: "stolen" is 1.01, but must be a number from 0 to 1)"},
          {R"("value": 1000000000.0)", R"("value": 1e300)", R"(models[0]: "value" is 1e+300)"},
          {R"("shared_memory": true)", R"("shared_memory": 1)",
           R"(models[0]: "shared_memory" is 1, but must be true or false)"},
          {R"("system": "Browser 1")", R"("system": ["Browser"])",
           R"(environment: "system" is a list, but must be a text of at most 10,000 bytes)"},
          {R"("length_ns": 5000000000)", R"("length_ns": 5e80)",
           R"(models[0]: trace: "length_ns" is 5e+80)"},
          {R"("repetition": 3)", R"("repetition": -3)", R"(models[0]: trace: "repetition" is -3)"},
          {R"("recorded_at": "2026-01-31T12:00:00Z")", R"("recorded_at": "../../etc/passwd")",
           R"("recorded_at" is "../../etc/passwd", but must be a time like)"},
          {R"("version": 1)", R"("version": 0)",
           R"("version" is 0, but must be a whole number from 1 to)"},
          {R"("speedup-lab/result")", R"("something/else")",
           "it is not a result of Speedup Lab"}}) {
    EXPECT_EQ(FaultOf(Replaced(whole, good, bad))
                  .find("The result cannot be read: " + std::string(fault)),
              0u)
        << FaultOf(Replaced(whole, good, bad)) << "\nnot\n"
        << fault;
  }
}

TEST(Codec, AModelIsToldOnce) {
  RunResult result = SomeResult();
  result.models.push_back(result.models[0]);
  EXPECT_EQ(FaultOf(EncodeResult(result)),
            R"(The result cannot be read: "models" has the model "threads-gil" twice.)");
  SweepResult sweep = SomeSweep();
  sweep.scaling.push_back(sweep.scaling[0]);
  EXPECT_EQ(FaultOf(EncodeSweep(sweep)),
            R"(The sweep cannot be read: "scaling" has the model "threads-gil" twice.)");
}

TEST(Codec, ASweepHasPoints) {
  SweepResult sweep = SomeSweep();
  sweep.at.clear();
  sweep.baselines.clear();
  sweep.scaling.clear();
  EXPECT_EQ(FaultOf(EncodeSweep(sweep)), "The sweep cannot be read: it is a sweep without points.");
  sweep = SomeSweep();
  sweep.scaling[0].points.clear();
  EXPECT_EQ(
      FaultOf(EncodeSweep(sweep)),
      "The sweep cannot be read: a model does not have one point for each place on the axis.");
}

TEST(Codec, AFileTellsItsKind) {
  EXPECT_TRUE(std::holds_alternative<RunResult>(DecodeFile(EncodeResult(SomeResult())).value()));
  EXPECT_TRUE(std::holds_alternative<SweepResult>(DecodeFile(EncodeSweep(SomeSweep())).value()));
  EXPECT_EQ(DecodeResult(EncodeSweep(SomeSweep())).error().message,
            "The result cannot be read: it is a sweep, not the result of a run.");
}

TEST(Codec, MoreEventsThanCanBeShownAreRefused) {
  RunResult result = SomeResult();
  std::vector<Event>& events = result.models[0].trace->lanes[1].events;
  events.assign(2'000'001, {.at = 1, .kind = EventKind::kRunning});
  EXPECT_EQ(FaultOf(EncodeResult(result)),
            "The result cannot be read: models[0]: trace: it has more than 2,000,000 events.");
  events.resize(1'500'000);
  EXPECT_EQ(FaultOf(EncodeResult(result)), "none");
  for (const char* model : {"threads-free", "processes"}) {
    result.models.push_back(result.models[0]);
    result.models.back().model = model;
  }
  EXPECT_EQ(FaultOf(EncodeResult(result)),
            "The result cannot be read: its traces have more than 4,000,000 events together.");
}

// Any text, of any size, is refused at once and with a reason.
TEST(Codec, WhatIsTooMuchIsRefusedAtOnce) {
  std::string keys = "{";
  for (int key = 0; key < 60'000; ++key)
    keys += Format("%s\"key %d\":%d", key == 0 ? "" : ",", key, key);
  std::string numbers = "[0";
  while (numbers.size() < 20'000'000) numbers += ",1234567890";
  const std::string quote = "\"";
  for (const auto& [text, fault] : std::initializer_list<std::pair<std::string, const char*>>{
           {keys + "}", "an object in it has more than 200 keys"},
           {numbers + "]", "it holds more than 1,000,000 values"},
           {std::string(1'000'000, '['), "it is nested more than 16 levels deep"},
           {quote + std::string(kLargestFile, ' ') + quote, "it is larger than 64 MB"},
           {R"({"a": 1, "a": 2})", "an object in it has the key \"a\" twice"},
           {"{\"schema\": 1e999}", "it is not JSON (byte "},
           {"", "it is not JSON (byte 1)"}}) {
    const ThreadUsage before = UsageOfThisThread();
    EXPECT_EQ(FaultOf(text).find("The result cannot be read: " + std::string(fault)), 0u)
        << FaultOf(text);
    EXPECT_FALSE(DecodeRequest(text));
    EXPECT_FALSE(DecodeNotice(text));
    EXPECT_LT((UsageOfThisThread() - before).cpu_s.value_or(0), 5) << fault;  // under a sanitizer
  }
}

TEST(Codec, AResultWithoutReasonsReads) {
  RunResult result = SomeResult();
  result.models[0].why.clear();
  std::string text = EncodeResult(result);
  const size_t why = text.find("\"why\": []");
  ASSERT_NE(why, std::string::npos) << text;
  const Result<RunResult> back = DecodeResult(text.replace(why, 9, "\"old\": []"));
  ASSERT_TRUE(back) << back.error().message;
  EXPECT_TRUE(back.value().models[0].why.empty());
}

TEST(Codec, AnExperimentMayBePartial) {
  const Result<Experiment> experiment = DecodeExperiment(
      R"({"experiment":"heavy","workers":2,"models":["processes"],"switch_interval":0.5})");
  ASSERT_TRUE(experiment);
  EXPECT_EQ(experiment.value().workers, 2);
  EXPECT_EQ(experiment.value().tasks, 4);
  EXPECT_EQ(experiment.value().switch_interval_ms, 0.5);
  EXPECT_EQ(experiment.value().models, (std::vector<std::string>{"sequential", "processes"}));
}

TEST(Codec, FaultySettingsAreNamed) {
  for (const auto& [text, field] : std::initializer_list<std::pair<const char*, const char*>>{
           {R"({"workers":0})", "workers"},
           {R"({"workers":10000})", "workers"},
           {R"({"size":-1})", "size"},
           {R"({"size":1e300})", "size"},
           {R"({"size":"NaN"})", "size"},
           {R"({"size":null})", "size"},
           {R"({"tasks":{"a":1}})", "tasks"},
           {R"({"experiment":"nonsense"})", "experiment"},
           {R"({"models":["nonsense"]})", "models"},
           {R"({"models":[1]})", "models"},
           {R"({"nonsense":1})", "nonsense"}}) {
    const Result<Experiment> experiment = DecodeExperiment(text);
    ASSERT_FALSE(experiment) << text;
    EXPECT_EQ(experiment.error().code, ErrorCode::kInvalidArgument) << text;
    EXPECT_EQ(experiment.error().message.find("Kept"), std::string::npos)
        << "nothing is kept of what is refused: " << experiment.error().message;
    EXPECT_EQ(experiment.error().field, field) << text;
  }
}

TEST(Codec, BrokenTextIsAnErrorAndNeverMore) {
  const std::string whole = Encode(Notice(Finished{.run = 1, .result = SomeResult()}));
  for (size_t size = 0; size < whole.size(); size += 7)
    EXPECT_FALSE(DecodeNotice(whole.substr(0, size))) << size;
  for (const char* text :
       {"", "null", "[]", "7", "\"run\"", "{}", R"({"type":5})", R"({"type":"nonsense"})",
        R"({"type":"run"})", R"({"type":"run","run":"x","experiment":{}})",
        R"({"type":"run","run":1,"experiment":[]})"}) {
    EXPECT_FALSE(DecodeRequest(text)) << text;
    EXPECT_FALSE(DecodeNotice(text)) << text;
    EXPECT_FALSE(DecodeResult(text)) << text;
  }
  EXPECT_EQ(RunNumberOf("nonsense"), 0);
  EXPECT_EQ(RunNumberOf(R"({"type":"run","run":12,"experiment":3})"), 12);
}

// A list is for what is a list: "size": [1] is not a size.
TEST(Codec, ListsAreForSettingsThatAreLists) {
  const auto read = [](const char* setting) {
    return DecodeExperiment(std::string("{\"experiment\": \"count\", ") + setting + "}");
  };
  EXPECT_FALSE(read("\"size\": [1]"));
  EXPECT_FALSE(read("\"points\": [\"two\"]"));
  ASSERT_TRUE(read("\"points\": [4, 1]"));
  EXPECT_EQ(read("\"points\": [4, 1]").value().points, (std::vector<double>{1, 4}));
  EXPECT_TRUE(read("\"points\": []").value().points.empty());
}

// What nobody typed stays the plan's, although its value is told.
TEST(Codec, WhatIsLeftToThePlanIsTold) {
  Experiment experiment = MakeExperiment(ExperimentKind::kCount);
  experiment.size = 123;
  const Experiment back = DecodeExperiment(EncodeExperiment(experiment)).value();
  EXPECT_EQ(back, experiment);
  experiment.left_to_plan = {.size = false, .repetitions = true, .time_budget = false};
  EXPECT_EQ(DecodeExperiment(EncodeExperiment(experiment)).value(), experiment);
  EXPECT_FALSE(
      DecodeExperiment("{\"experiment\": \"count\", \"size\": 5}").value().left_to_plan.size)
      << "who sends a size has typed it";
}

}  // namespace
}  // namespace lab
