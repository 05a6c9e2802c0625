// That the scripts really run, and with what result, is tests/cli/code_test.py's business.
#include "code/python_code.h"

#include <gtest/gtest.h>

#include <map>
#include <sstream>
#include <tuple>
#include <utility>

#include "experiment/model_info.h"
#include "experiment/presets.h"
#include "experiment/settings.h"
#include "code/pattern.h"

namespace lab {
namespace {

Experiment With(const std::vector<NamedText>& settings) {
  const Configured configured = Configure(settings);
  EXPECT_TRUE(configured.complaints.empty());
  return configured.experiment;
}

std::string Variant(const Experiment& experiment, std::string_view model, std::string_view name) {
  for (const CodeVariant& variant : PythonCode(experiment, model)) {
    if (variant.name == name) return variant.text;
  }
  ADD_FAILURE() << "no " << name << " for " << model;
  return "";
}

void ExpectParts(const std::string& text, const std::vector<const char*>& parts) {
  for (const char* part : parts)
    EXPECT_NE(text.find(part), std::string::npos) << part << " in\n" << text;
}

void ExpectNone(const std::string& text, const std::vector<const char*>& parts) {
  for (const char* part : parts)
    EXPECT_EQ(text.find(part), std::string::npos) << part << " in\n" << text;
}

std::vector<Experiment> SomeOfEach() {
  std::vector<Experiment> all;
  for (const ExperimentInfo& info : Experiments()) {
    const std::string name(info.name);
    all.push_back(MakeExperiment(info.kind));
    all.push_back(MakeExperiment(info.kind, Preset::kTutorial));
    all.push_back(With({{"experiment", name},
                        {"workers", "64"},
                        {"tasks", "100000"},
                        {"switch-interval", "0.001"},
                        {"serial-fraction", "12.5"},
                        {"chunk", "7"}}));
    all.push_back(With({{"experiment", name},
                        {"workers", "3"},
                        {"tasks", "1000"},
                        {"serial-fraction", "50"},
                        {"latency-only", "true"}}));
    all.push_back(With({{"experiment", name}, {"workers", "1"}, {"tasks", "1"}}));
    all.push_back(With({{"experiment", name},
                        {"calibrate", "false"},
                        {"duration", "12.345"},
                        {"cpu-share", "33.3"}}));
    for (const char* busy : {"0", "63"}) {
      all.push_back(With({{"experiment", name},
                          {"busy", busy},
                          {"call", "12.345"},
                          {"answers", "10000"},
                          {"switch-interval", "1234.567"}}));
    }
  }
  all.push_back(With(
      {{"experiment", "downloads"}, {"urls", "http://one.example/ https://two.example/?q=2"}}));
  return all;
}

TEST(PythonCode, EveryModelHasTheVariantsOfTheTutorial) {
  const std::map<PythonWorkers, std::vector<std::string>> expected = {
      {PythonWorkers::kLoop, {"loop"}},
      {PythonWorkers::kThreadsUnderGil, {"threading", "concurrent.futures"}},
      {PythonWorkers::kFreeThreads, {"threading", "concurrent.futures"}},
      {PythonWorkers::kProcesses, {"multiprocessing.Pool", "concurrent.futures"}}};
  for (const Experiment& experiment : SomeOfEach()) {
    for (const ModelInfo& model : Models()) {
      std::vector<std::string> found;
      for (const CodeVariant& variant : PythonCode(experiment, model.name))
        found.push_back(variant.name);
      const bool pool =
          experiment.kind != ExperimentKind::kConvoy || model.python != PythonWorkers::kProcesses;
      EXPECT_EQ(found, pool ? expected.at(model.python)
                            : std::vector<std::string>{"multiprocessing.Process"})
          << model.name;
    }
  }
  for (const ExperimentInfo& info : Experiments())
    EXPECT_TRUE(PythonCode(MakeExperiment(info.kind), "fibers").empty());
}

// Nothing left to be filled in, lines as short as Python programmers like them, and nothing but
// ASCII.
TEST(PythonCode, EveryScriptIsTidy) {
  for (const Experiment& experiment : SomeOfEach()) {
    for (const ModelInfo& model : Models()) {
      for (const CodeVariant& variant : PythonCode(experiment, model.name)) {
        ExpectNone(variant.text, {"$", "\t", " \n", "\n\n\n\n", "\r"});
        EXPECT_TRUE(variant.text.starts_with("\"\"\"")) << variant.text;
        EXPECT_TRUE(variant.text.ends_with(")\n")) << variant.text;
        std::istringstream lines(variant.text);
        for (std::string line; std::getline(lines, line);) EXPECT_LE(line.size(), 88u) << line;
        for (const char c : variant.text)
          EXPECT_TRUE(c == '\n' || (c >= ' ' && c <= '~')) << variant.text;
      }
    }
  }
}

TEST(PythonCode, ChosenParametersAppear) {
  const Experiment count = With({{"experiment", "count"},
                                 {"workers", "3"},
                                 {"tasks", "12"},
                                 {"size", "1234567"},
                                 {"switch-interval", "0.5"},
                                 {"chunk", "2"}});
  ExpectParts(Variant(count, "threads-gil", "threading"),
              {"WORKERS = 3\n", "TASKS = 12\n", "SIZE = 1_234_567\n", "SWITCH_INTERVAL = 0.0005 ",
               "sys.setswitchinterval(SWITCH_INTERVAL)", "in 3 threads"});
  for (const char* variant : {"multiprocessing.Pool", "concurrent.futures"}) {
    const std::string text = Variant(count, "processes", variant);
    ExpectParts(text,
                {"WORKERS = 3\n", "CHUNK = 2 ", "chunksize=CHUNK", "if __name__ == \"__main__\":"});
    ExpectNone(text, {"SWITCH_INTERVAL"});
  }
  const Experiment downloads = With(
      {{"experiment", "downloads"}, {"latency", "350"}, {"timeout", "2500"}, {"workers", "8"}});
  ExpectParts(Variant(downloads, "threads-gil", "concurrent.futures"),
              {"LATENCY = 0.35 ", "TIMEOUT = 2.5 ", "WORKERS = 8\n"});
}

TEST(PythonCode, WhatIsPythonsOwnIsNotMentioned) {
  const Experiment count = MakeExperiment(ExperimentKind::kCount);
  for (const ModelInfo& model : Models()) {
    for (const CodeVariant& variant : PythonCode(count, model.name))
      ExpectNone(variant.text, {"setswitchinterval", "chunk", "SERIAL", "lock"});
  }
  ExpectNone(Variant(count, "threads-gil", "threading"), {"__main__", "queue", "_is_gil_enabled"});
  ExpectParts(Variant(count, "threads-free", "threading"), {"_is_gil_enabled", "python3.13t"});
}

TEST(PythonCode, MoreTasksThanWorkersAreSharedOutAsPoolMapDoes) {
  const Experiment many =
      With({{"experiment", "heavy"}, {"tasks", "100"}, {"workers", "4"}, {"size", "10"}});
  ExpectParts(Variant(many, "threads-gil", "threading"), {"queue.SimpleQueue()", "range(WORKERS)"});
  ExpectParts(Variant(many, "processes", "concurrent.futures"),
              {"math.ceil(TASKS / (4 * WORKERS))", "chunksize=chunk"});
  ExpectNone(Variant(many, "processes", "multiprocessing.Pool"), {"chunk"});
}

TEST(PythonCode, ASerialFractionIsALockBetweenWorkers) {
  const Experiment serial = With({{"experiment", "count"}, {"serial-fraction", "10"}});
  ExpectParts(Variant(serial, "threads-gil", "threading"),
              {"SERIAL = 0.1 ", "lock = threading.Lock()", "with lock:"});
  ExpectParts(Variant(serial, "processes", "multiprocessing.Pool"),
              {"lock = multiprocessing.Lock()", "initializer=begin, initargs=(lock,)"});
  ExpectNone(Variant(serial, "sequential", "loop"), {"lock", "SERIAL"});
}

TEST(PythonCode, WorkThatWouldTakeMinutesIsMadeSmallerAndSaysSo) {
  const Experiment tutorial = MakeExperiment(ExperimentKind::kCount, Preset::kTutorial);
  ExpectParts(Variant(tutorial, "sequential", "loop"),
              {"SIZE = 100_000_000  # the lab's 780,000,000 would take Python 2 minutes\n",
               "Count to 100,000,000 twice"});
  const Experiment ages = With({{"experiment", "heavy"}, {"size", "1e9"}, {"tasks", "100000"}});
  ExpectParts(Variant(ages, "processes", "multiprocessing.Pool"),
              {"SIZE = 1_000  # the lab's 1,000,000,000 would take Python 231 days\n"});
  ExpectNone(Variant(MakeExperiment(ExperimentKind::kCount), "sequential", "loop"), {"the lab's"});
}

TEST(PythonCode, AMixedTaskIsGivenInTimeAndItsSizeMeasured) {
  const Experiment mixed = With({{"experiment", "mixed"},
                                 {"workers", "3"},
                                 {"tasks", "6"},
                                 {"duration", "80"},
                                 {"cpu-share", "12.5"},
                                 {"chunk", "2"}});
  for (const auto& [model, variant] :
       {std::pair("threads-gil", "threading"), std::pair("sequential", "loop"),
        std::pair("processes", "multiprocessing.Pool")}) {
    const std::string text = Variant(mixed, model, variant);
    ExpectParts(text, {"TASKS = 6\n", "TURNS = 5 ", "DURATION = 0.08 ", "SHARE = 12.5 ",
                       "COMPUTING = DURATION * SHARE / 100\n", "WAITING = DURATION - COMPUTING\n",
                       "timeit.repeat(lambda: count(PROBE)",
                       "SIZE = round(PROBE / seconds * COMPUTING)", "time.sleep(WAITING / TURNS)"});
  }
  ExpectParts(Variant(mixed, "threads-gil", "concurrent.futures"),
              {"WORKERS = 3\n", "6 times, in 3 threads", "releases the GIL"});
  ExpectParts(Variant(mixed, "processes", "multiprocessing.Pool"),
              {"CHUNK = 2 ", "\n    SIZE = round("});
}

TEST(PythonCode, AMixedTaskWhoseSizeIsChosenIsNotMeasured) {
  const Experiment chosen = With({{"experiment", "mixed"},
                                  {"calibrate", "false"},
                                  {"size", "1234567"},
                                  {"duration", "80"},
                                  {"cpu-share", "25"}});
  const std::string text = Variant(chosen, "threads-gil", "threading");
  ExpectParts(text, {"SIZE = 1_234_567\n", "WAITING = 0.06 "});
  ExpectNone(text, {"timeit", "PROBE", "DURATION", "SHARE", "COMPUTING"});
  const Experiment ages = With({{"experiment", "mixed"}, {"calibrate", "false"}, {"size", "1e9"}});
  ExpectParts(Variant(ages, "sequential", "loop"),
              {"SIZE = 40_000_000  # the lab's 1,000,000,000 would take Python 8 minutes\n"});
}

TEST(PythonCode, AConvoyRespondsAloneAndThenBesideBusyOnes) {
  const Experiment convoy = With(
      {{"experiment", "convoy"}, {"busy", "3"}, {"answers", "25"}, {"switch-interval", "0.5"}});
  for (const auto& [model, variant] :
       {std::pair("threads-gil", "threading"), std::pair("threads-gil", "concurrent.futures"),
        std::pair("threads-free", "threading"), std::pair("threads-free", "concurrent.futures"),
        std::pair("processes", "multiprocessing.Process")}) {
    const std::string text = Variant(convoy, model, variant);
    ExpectParts(text,
                {"BUSY = 3 ", "RESPONSES = 25\n", "WAIT = 0.01 ", "show(\"Alone\", respond())",
                 "show(f\"Beside {BUSY} busy\", delays)", "count += 1"});
    ExpectNone(text, {"CALL", "SIZE", "timeit", "TASKS", "WORKERS"});
    EXPECT_EQ(text.find("setswitchinterval") != text.npos, std::string(model) == "threads-gil")
        << text;
    EXPECT_EQ(text.find("_is_gil_enabled") != text.npos, std::string(model) == "threads-free")
        << text;
    EXPECT_EQ(text.find("__main__") != text.npos, std::string(model) == "processes") << text;
  }
  const std::string alone = Variant(convoy, "sequential", "loop");
  ExpectParts(alone, {"RESPONSES = 25\n", "show(\"Alone\", delays)"});
  ExpectNone(alone, {"BUSY", "Beside", "compute", "SWITCH_INTERVAL"});
}

// The default as well: there it is what decides how late a response is.
TEST(PythonCode, AConvoysSwitchIntervalIsAlwaysTold) {
  const std::string text =
      Variant(MakeExperiment(ExperimentKind::kConvoy), "threads-gil", "threading");
  ExpectParts(text,
              {"SWITCH_INTERVAL = 0.005  # seconds a thread may keep the GIL; 0.005 by default\n",
               "sys.setswitchinterval(SWITCH_INTERVAL)\n", "beside 1 busy thread.\n"});
}

TEST(PythonCode, LongCallsKeepTheGil) {
  const Experiment calls = With({{"experiment", "convoy"}, {"call", "20"}});
  const std::tuple<const char*, const char*, const char*> cases[] = {
      {"threads-gil", "threading", "args=(SIZE,))"},
      {"threads-free", "concurrent.futures", "submit(compute, SIZE)"},
      {"processes", "multiprocessing.Process", "args=(ready, SIZE))"}};
  for (const auto& [model, variant, handed_over] : cases) {
    const std::string text = Variant(calls, model, variant);
    ExpectParts(text, {"CALL = 0.02 ", "timeit.repeat(lambda: sum(range(PROBE))",
                       "SIZE = round(PROBE / seconds * CALL)",
                       "        sum(numbers)  # one call of C", handed_over});
    ExpectNone(text, {"count += 1"});
  }
  ExpectParts(Variant(calls, "threads-gil", "threading"), {"keeps it to the end of the call"});
  ExpectNone(Variant(calls, "sequential", "loop"), {"CALL", "timeit"});
}

TEST(PythonCode, TypedAddressesCannotEndTheirString) {
  Experiment typed = MakeExperiment(ExperimentKind::kDownloads);
  typed.urls = {"http://a.example/\"\nimport os\n\"\\", "https://b.example/\xC3\xBC"};
  const std::string text = Variant(typed, "threads-gil", "concurrent.futures");
  ExpectParts(text, {"    \"http://a.example/%22%0Aimport%20os%0A%22%5C\",\n",
                     "    \"https://b.example/%C3%BC\",\n", "for url in URLS:"});
  ExpectNone(text, {"SlowPages", "__main__", "assert"});
}

TEST(Pattern, PartsGoWhereTheirNamesStand) {
  EXPECT_EQ(Filled("$a + $ab = $b$a.", {{"a", "1"}, {"ab", "$a"}, {"b", ""}}), "1 + $a = 1.");
  EXPECT_EQ(Filled("$unknown costs 5$", {}), "$unknown costs 5$");
  EXPECT_EQ(Filled("", {{"a", "1"}}), "");
}

}  // namespace
}  // namespace lab
