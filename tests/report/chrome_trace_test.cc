// Chrome traces of hand-made runs, read back by a parser.
#include "report/chrome_trace.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>
#include <utility>

namespace lab {
namespace {

using enum EventKind;
using Json = nlohmann::json;

constexpr Nanoseconds kMicrosecond = 1000;

Event At(Nanoseconds at, EventKind kind, int16_t peer = kNoLane, int32_t value = 0) {
  return {.at = at * kMicrosecond, .value = value, .peer = peer, .kind = kind};
}

// Two threads under a lock: they change places at 10, since thread 2 asked, and at 20.
Trace TwoThreads() {
  return {
      .repetition = 2,
      .length = 30 * kMicrosecond,
      .gil = true,
      .lanes = {{.name = "thread 1",
                 .startup = 50 * kMicrosecond,
                 .events = {At(0, kWaitingForTask), At(1, kRunning), At(2, kTaskBegun, kNoLane, 7),
                            At(10, kWaitingForGil), At(20, kRunning), At(24, kTaskDone, kNoLane, 7),
                            At(25, kTaskBegun, kNoLane, 8), At(28, kTaskDone, kNoLane, 8),
                            At(29, kEnded)}},
                {.name = "thread 2",
                 .startup = 70 * kMicrosecond,
                 .events = {At(0, kWaitingForGil), At(6, kAskedToDrop, 0), At(11, kRunning),
                            At(20, kEnded)}}}};
}

// The engine sends a task to the process, which sends its result back.
Trace ProcessAndEngine() {
  return {.length = 40 * kMicrosecond,
          .lanes = {{.name = "process 1",
                     .startup = 9000 * kMicrosecond,
                     .events = {At(0, kWaitingForTask), At(5, kReceiving, 1, 55), At(6, kRunning),
                                At(6, kTaskBegun, kNoLane, 0), At(30, kTaskDone, kNoLane, 0),
                                At(31, kSending, 1, 108), At(35, kEnded)}},
                    {.name = "engine",
                     .worker = false,
                     .events = {At(0, kRunning), At(2, kSending, 0, 55), At(4, kWaitingForTask),
                                At(35, kReceiving, 0, 108), At(36, kWaitingForTask)}}}};
}

RunResult ResultWith(Trace trace, const std::string& model = "threads-gil") {
  RunResult result = {.recorded_at = "2026-11-23T09:41:07Z",
                      .environment = {.platform = "native",
                                      .build = "native",
                                      .system = "a \"system\"",
                                      .lab_version = "0.1.0"}};
  result.models.push_back({.model = model, .trace = std::move(trace)});
  return result;
}

Json EventsOf(const RunResult& result) {
  const Json file = Json::parse(AsChromeTrace(result));
  EXPECT_EQ(file["displayTimeUnit"], "ms");
  return file["traceEvents"];
}

std::vector<Json> Only(const Json& events, const std::string& phase, int thread = -1) {
  std::vector<Json> only;
  for (const Json& event : events) {
    if (event["ph"] == phase && (thread < 0 || event["tid"] == thread)) only.push_back(event);
  }
  return only;
}

int ThreadNamed(const Json& events, const std::string& name) {
  for (const Json& event : events) {
    if (event["name"] == "thread_name" && event["args"]["name"] == name) return event["tid"];
  }
  ADD_FAILURE() << "no thread is named " << name;
  return 0;
}

const Json& SliceAt(const std::vector<Json>& slices, double at, const std::string& name) {
  static const Json none;
  for (const Json& slice : slices) {
    if (slice["ts"] == at && slice["name"] == name) return slice;
  }
  ADD_FAILURE() << "no slice " << name << " at " << at;
  return none;
}

TEST(ChromeTrace, NamesProcessesAndTheirTracksInOrder) {
  RunResult result = ResultWith(TwoThreads());
  result.models.push_back({.model = "processes", .trace = ProcessAndEngine()});
  const Json events = EventsOf(result);
  std::vector<std::string> processes, threads;
  std::set<int> numbers;
  for (const Json& event : Only(events, "M")) {
    if (event["name"] == "process_name") processes.push_back(event["args"]["name"]);
    if (event["name"] == "process_name") numbers.insert(event["pid"].get<int>());
    if (event["name"] == "thread_name") threads.push_back(event["args"]["name"]);
    if (event["name"] == "thread_name") numbers.insert(event["tid"].get<int>());
  }
  EXPECT_EQ(processes, (std::vector<std::string>{"threads-gil", "processes"}));
  EXPECT_EQ(threads,
            (std::vector<std::string>{"thread 1", "thread 2", "GIL", "process 1", "engine"}));
  EXPECT_EQ(numbers.size(), 7u) << "no number is taken twice";
}

TEST(ChromeTrace, TasksEncloseTheirStatesAndNothingElseOverlaps) {
  const Json events = EventsOf(ResultWith(TwoThreads()));
  const std::vector<Json> slices = Only(events, "X", ThreadNamed(events, "thread 1"));
  EXPECT_EQ(SliceAt(slices, 72, "task 8")["dur"], 22);
  EXPECT_EQ(SliceAt(slices, 71, "running")["dur"], 1) << "before the task";
  EXPECT_EQ(SliceAt(slices, 72, "running")["dur"], 8);
  EXPECT_EQ(SliceAt(slices, 72, "running")["args"], (Json{{"state", "running"}, {"task", 8}}));
  EXPECT_EQ(SliceAt(slices, 80, "waiting for the GIL")["args"]["task"], 8);
  EXPECT_EQ(SliceAt(slices, 90, "running")["dur"], 4);
  EXPECT_EQ(SliceAt(slices, 94, "running")["args"], (Json{{"state", "running"}}))
      << "between the tasks";
  EXPECT_EQ(SliceAt(slices, 95, "running")["args"]["task"], 9);
  EXPECT_EQ(SliceAt(slices, 98, "running")["dur"], 1);
  EXPECT_EQ(slices.size(), 11u);
}

TEST(ChromeTrace, StartUpComesBeforeZeroAndNothingIsNegative) {
  const Json events = EventsOf(ResultWith(TwoThreads()));
  EXPECT_EQ(SliceAt(Only(events, "X"), 20, "start-up")["dur"], 50);
  EXPECT_EQ(SliceAt(Only(events, "X"), 0, "start-up")["dur"], 70);
  const Json asked = Only(events, "i").front();
  EXPECT_EQ(asked["name"], "trial requested");
  EXPECT_EQ(asked["ts"], 70.001) << "no slice begins at the same instant";
}

TEST(ChromeTrace, TheGilsTrackHasItsHolders) {
  const Json events = EventsOf(ResultWith(TwoThreads()));
  const std::vector<Json> holders = Only(events, "X", ThreadNamed(events, "GIL"));
  ASSERT_EQ(holders.size(), 3u);
  EXPECT_EQ(holders[1]["name"], "thread 2");
  EXPECT_EQ(holders[1]["ts"], 81);
  EXPECT_EQ(holders[1]["dur"], 9);
  EXPECT_EQ(holders[1]["args"],
            (Json{{"from", "thread 1"}, {"waited_us", 11}, {"asked_by", "thread 2"}}));
  EXPECT_TRUE(Only(EventsOf(ResultWith(ProcessAndEngine())), "X", 4).empty())
      << "no track without a lock";
}

TEST(ChromeTrace, HandOffsGoFromTheOldHoldersSliceToTheNewOnes) {
  const Json events = EventsOf(ResultWith(TwoThreads()));
  const std::vector<Json> from = Only(events, "s"), to = Only(events, "f");
  ASSERT_EQ(from.size(), 2u);
  ASSERT_EQ(to.size(), 2u);
  EXPECT_EQ(from[0]["id"], to[0]["id"]);
  EXPECT_NE(from[0]["id"], from[1]["id"]);
  EXPECT_EQ(from[0]["tid"], ThreadNamed(events, "thread 1"));
  EXPECT_EQ(from[0]["ts"], 79.999) << "the last instant of its slice";
  EXPECT_EQ(to[0]["tid"], ThreadNamed(events, "thread 2"));
  EXPECT_EQ(to[0]["ts"], 81);
  EXPECT_EQ(to[0]["bp"], "e");
}

TEST(ChromeTrace, RequestsAreMarksOfTheLaneThatAsked) {
  const Json events = EventsOf(ResultWith(TwoThreads()));
  const std::vector<Json> marks = Only(events, "i", ThreadNamed(events, "thread 2"));
  ASSERT_EQ(marks.size(), 1u);
  EXPECT_EQ(marks[0]["name"], "asked to drop the GIL");
  EXPECT_EQ(marks[0]["ts"], 76);
  EXPECT_EQ(marks[0]["args"]["holder"], "thread 1");
}

TEST(ChromeTrace, MessagesAreFlowsWithTheirBytes) {
  const Json events = EventsOf(ResultWith(ProcessAndEngine(), "processes"));
  const std::vector<Json> from = Only(events, "s"), to = Only(events, "f");
  ASSERT_EQ(from.size(), 2u);
  EXPECT_EQ(from[0]["tid"], ThreadNamed(events, "engine"));
  EXPECT_EQ(to[0]["tid"], ThreadNamed(events, "process 1"));
  EXPECT_EQ(from[0]["ts"], 9002);
  EXPECT_EQ(to[0]["ts"], 9005);
  EXPECT_EQ(from[1]["args"]["bytes"], 108);
  EXPECT_EQ(SliceAt(Only(events, "X"), 9002, "sending")["args"],
            (Json{{"state", "sending"}, {"to", "process 1"}, {"bytes", 55}}));
  EXPECT_EQ(SliceAt(Only(events, "X"), 9005, "receiving")["args"]["from"], "engine");
}

TEST(ChromeTrace, AMessageThatSeemsToArriveBeforeItWasSentHasNoArrow) {
  Trace trace = ProcessAndEngine();
  trace.lanes[0].events[1].at = kMicrosecond;  // received at 1, sent at 2
  EXPECT_EQ(Only(EventsOf(ResultWith(std::move(trace), "processes")), "s").size(), 1u);
}

TEST(ChromeTrace, StatesWithoutLengthAreKept) {
  const Trace trace = {
      .length = 10 * kMicrosecond,
      .lanes = {{.name = "thread 1",
                 .events = {At(0, kWaitingForTask), At(4, kRunning), At(4, kTaskBegun),
                            At(4, kTaskDone), At(4, kSending), At(4, kEnded)}}}};
  const Json events = EventsOf(ResultWith(trace));
  std::vector<std::string> names;
  for (const Json& slice : Only(events, "X")) names.push_back(slice["name"]);
  EXPECT_EQ(names,
            (std::vector<std::string>{"waiting for a task", "running", "sending", "task 1"}));
}

TEST(ChromeTrace, LostEventsAreToldAndTheRecordEnds) {
  Trace trace = TwoThreads();
  trace.lanes[0].lost = 12;
  const Json events = EventsOf(ResultWith(std::move(trace)));
  const std::vector<Json> slices =
      Only(events, "X", ThreadNamed(events, "thread 1 (12 events lost)"));
  for (const Json& slice : slices)
    EXPECT_LE(slice["ts"].get<double>() + slice["dur"].get<double>(), 99) << slice;
}

TEST(ChromeTrace, TellsMachineExperimentAndVersion) {
  const Json file = Json::parse(AsChromeTrace(ResultWith(TwoThreads())));
  const Json& facts = file["metadata"];
  EXPECT_EQ(facts["product"], "Speedup Lab");
  EXPECT_EQ(facts["version"], "0.1.0");
  EXPECT_EQ(facts["recorded_at"], "2026-11-23T09:41:07Z");
  EXPECT_EQ(facts["machine"]["system"], "a \"system\"");
  EXPECT_EQ(facts["experiment"]["experiment"], "count");
  EXPECT_EQ(facts["asked_at_us"], 70);
}

TEST(ChromeTrace, NamesAreEscaped) {
  Trace trace = TwoThreads();
  trace.lanes[0].name = "a \"b\"\n\\ ¶";
  const Json events = EventsOf(ResultWith(std::move(trace)));
  EXPECT_GT(ThreadNamed(events, "a \"b\"\n\\ ¶"), 0);
}

// Quadratic work would take hours.
TEST(ChromeTrace, AMillionEventsAreWritten) {
  constexpr int kTurns = 250'000;
  Trace trace = {.length = Nanoseconds{2 * kTurns} * kMicrosecond,
                 .gil = true,
                 .lanes = {{.name = "thread 1"}, {.name = "thread 2"}}};
  for (int turn = 0; turn < kTurns; ++turn) {
    trace.lanes[0].events.push_back(At(2 * turn, kRunning));
    trace.lanes[0].events.push_back(At(2 * turn + 1, kWaitingForGil));
    trace.lanes[1].events.push_back(At(2 * turn, kWaitingForGil));
    trace.lanes[1].events.push_back(At(2 * turn + 1, kRunning));
  }
  const std::string text = AsChromeTrace(ResultWith(std::move(trace)));
  int events = 0;
  for (size_t at = text.find("{\"ph\""); at != std::string::npos; at = text.find("{\"ph\"", at + 1))
    ++events;
  EXPECT_EQ(events, 4 * kTurns + 2 * kTurns + 2 * (2 * kTurns - 1) + 10)
      << "states, holders, both ends of the hand-offs, names and the mark";
}

// A lane as some clock that goes in steps shows it: many stamps are equal, in any order of states,
// tasks and requests.
LaneTrace AnyLane(std::mt19937& random, int lanes) {
  const auto below = [&](int limit) {
    return static_cast<int>(random() % static_cast<unsigned>(limit));
  };
  LaneTrace lane = {.name = "thread",
                    .startup = (below(4) - 1) * 16'667 * kMicrosecond,
                    .lost = below(8) == 0 ? 3u : 0u};
  Nanoseconds at = 0;
  bool in_task = false;
  for (int number = below(40); number >= 0; --number) {
    Event event = {.at = at,
                   .value = below(5),
                   .peer = static_cast<int16_t>(below(lanes)),
                   .kind = static_cast<EventKind>(below(static_cast<int>(kEventKinds)))};
    if (event.kind == kTaskBegun || event.kind == kTaskDone)
      event.kind = std::exchange(in_task, !in_task) ? kTaskDone : kTaskBegun;
    if (lane.events.empty()) event.kind = kWaitingForTask;
    lane.events.push_back(event);
    at += std::max(0, below(5) - 3) * (below(2) == 0 ? 16'667 * kMicrosecond : 1);
  }
  return lane;
}

void ExpectNesting(std::vector<Json> slices) {
  const auto begin = [](const Json& slice) {
    return std::llround(slice["ts"].get<double>() * 1000);
  };
  const auto end = [&](const Json& slice) {
    return begin(slice) + std::llround(slice["dur"].get<double>() * 1000);
  };
  std::ranges::sort(slices, {},
                    [&](const Json& slice) { return std::pair(begin(slice), -end(slice)); });
  std::vector<long long> open;
  for (const Json& slice : slices) {
    EXPECT_GE(slice["dur"], 0) << slice;
    while (!open.empty() && open.back() <= begin(slice)) open.pop_back();
    EXPECT_TRUE(open.empty() || end(slice) <= open.back()) << slice;
    open.push_back(end(slice));
  }
}

TEST(ChromeTrace, OfAnyOrderOfEqualTimesIsWhole) {
  std::mt19937 random(14);
  for (int attempt = 0; attempt < 2000 && !testing::Test::HasFailure(); ++attempt) {
    const int lanes = 1 + attempt % 4;
    Trace trace = {.gil = attempt % 3 == 0};
    for (int lane = 0; lane < lanes; ++lane) trace.lanes.push_back(AnyLane(random, lanes));
    for (const LaneTrace& lane : trace.lanes)
      trace.length = std::max(trace.length, lane.events.back().at);
    const Json events = EventsOf(ResultWith(trace));
    std::map<int, std::vector<Json>> tracks;
    for (const Json& event : events) {
      EXPECT_TRUE(event.contains("cat")) << event;
      if (event["ph"] == "X") tracks[event["tid"].get<int>()].push_back(event);
    }
    std::set<std::pair<int, long long>> taken;
    for (const auto& [thread, slices] : tracks) {
      ExpectNesting(slices);
      for (const Json& slice : slices)
        taken.insert({thread, std::llround(slice["ts"].get<double>() * 1000)});
    }
    for (const Json& mark : Only(events, "i")) {
      EXPECT_FALSE(
          taken.contains({mark["tid"].get<int>(), std::llround(mark["ts"].get<double>() * 1000)}))
          << mark;
    }
    EXPECT_FALSE(testing::Test::HasFailure()) << "attempt " << attempt << "\n"
                                              << AsChromeTrace(ResultWith(trace));
  }
}

// A state of no length inside a task that began earlier.
TEST(ChromeTrace, AWaitOfNoLengthCutsNothing) {
  const Trace trace = {.length = 10 * kMicrosecond,
                       .lanes = {{.name = "thread 1",
                                  .events = {At(0, kRunning), At(1, kTaskBegun), At(5, kBlocked),
                                             At(5, kRunning), At(10, kTaskDone), At(10, kEnded)}}}};
  const Json events = EventsOf(ResultWith(trace));
  const std::vector<Json> slices = Only(events, "X");
  EXPECT_EQ(SliceAt(slices, 1, "running")["dur"], 4);
  EXPECT_EQ(SliceAt(slices, 5, "blocked on I/O")["dur"], 0);
  EXPECT_EQ(SliceAt(slices, 5, "running")["dur"], 5);
  EXPECT_EQ(slices.size(), 5u) << events;
}

TEST(ChromeTrace, OfARunWithoutRecordIsEmpty) {
  RunResult result = ResultWith(TwoThreads());
  EXPECT_TRUE(HasTrace(result));
  result.models.front().trace.reset();
  EXPECT_FALSE(HasTrace(result));
  EXPECT_TRUE(EventsOf(result).empty());
}

}  // namespace
}  // namespace lab
