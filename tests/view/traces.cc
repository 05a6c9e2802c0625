#include "tests/view/traces.h"

#include <random>

#include "base/text.h"
#include "experiment/presets.h"
#include "tests/view/results.h"

namespace lab::panel {
namespace {

using enum EventKind;

Trace OneLane() {
  return {.length = 40 * kMs,
          .lanes = {{.name = "thread 1",
                     .startup = kMs / 10,
                     .events = {{.at = 0, .kind = kRunning},
                                {.at = 0, .value = 0, .kind = kTaskBegun},
                                {.at = 20 * kMs, .value = 0, .kind = kTaskDone},
                                {.at = 20 * kMs, .value = 1, .kind = kTaskBegun},
                                {.at = 40 * kMs, .value = 1, .kind = kTaskDone},
                                {.at = 40 * kMs, .kind = kEnded}}}}};
}

ModelResult WithTrace(ModelResult figure, Trace trace) {
  figure.trace = std::move(trace);
  return figure;
}

}  // namespace

Trace TwoThreadsUnderAGil() {
  Trace trace = {
      .length = 40 * kMs, .gil = true, .lanes = {{.name = "thread 1"}, {.name = "thread 2"}}};
  for (LaneTrace& lane : trace.lanes) lane.events.push_back({.at = 0, .kind = kWaitingForGil});
  for (int turn = 0; turn < 8; ++turn) {
    const auto holder = static_cast<size_t>(turn % 2);
    const auto other = static_cast<int16_t>(holder);
    trace.lanes[holder].events.push_back({.at = 5 * kMs * turn, .kind = kRunning});
    if (turn < 2)
      trace.lanes[holder].events.push_back(
          {.at = 5 * kMs * turn, .value = turn, .kind = kTaskBegun});
    trace.lanes[1 - holder].events.push_back(
        {.at = 5 * kMs * turn + 4 * kMs, .peer = other, .kind = kAskedToDrop});
    trace.lanes[holder].events.push_back(
        {.at = 5 * kMs * (turn + 1), .kind = turn < 6 ? kWaitingForGil : kEnded});
  }
  return trace;
}

Trace TwoProcesses() {
  Trace trace = {.length = 25 * kMs,
                 .lanes = {{.name = "process 1", .startup = 30 * kMs},
                           {.name = "process 2", .startup = 90 * kMs},
                           {.name = "engine", .worker = false}}};
  std::vector<Event>& engine = trace.lanes[2].events;
  engine = {{.at = 0, .kind = kRunning},
            {.at = kMs / 10, .value = 95, .peer = 0, .kind = kSending},
            {.at = kMs / 5, .value = 96, .peer = 1, .kind = kSending},
            {.at = kMs / 4, .kind = kWaitingForTask}};
  for (int16_t process = 0; process < 2; ++process) {
    const Nanoseconds done = (22 + process) * kMs;
    trace.lanes[static_cast<size_t>(process)].events = {
        {.at = 0, .kind = kWaitingForTask},
        {.at = kMs + process, .value = 95 + process, .peer = 2, .kind = kReceiving},
        {.at = kMs * 2, .kind = kRunning},
        {.at = kMs * 2, .value = process, .kind = kTaskBegun},
        {.at = done, .value = process, .kind = kTaskDone},
        {.at = done, .value = 40, .peer = 2, .kind = kSending},
        {.at = done + kMs / 10, .kind = kEnded}};
    engine.push_back({.at = done + kMs / 2, .value = 40, .peer = process, .kind = kReceiving});
    engine.push_back({.at = done + kMs * 6 / 10, .kind = kWaitingForTask});
  }
  return trace;
}

Trace RandomTrace(int seed, int lanes, int events, bool gil) {
  std::mt19937 random(static_cast<uint32_t>(seed));
  const auto between = [&](int low, int high) {
    return std::uniform_int_distribution<int>(low, high)(random);
  };
  Trace trace = {.gil = gil};
  for (int lane = 0; lane < lanes; ++lane) {
    LaneTrace& made = trace.lanes.emplace_back(
        LaneTrace{.name = Format("thread %d", lane + 1), .startup = between(0, 1) * kMs});
    Nanoseconds at = 0;
    for (int event = 0; event < events / lanes; ++event) {
      made.events.push_back(
          {.at = at, .kind = static_cast<EventKind>(between(0, static_cast<int>(kStates) - 1))});
      at += between(0, 9) == 0 ? between(0, 400'000) : between(0, 2'000);
    }
    trace.length = std::max(trace.length, at);
  }
  return trace;
}

RunResult ResultWithTraces() {
  RunResult result = ResultOf(MakeExperiment(ExperimentKind::kCount));
  result.calibration.effective_cores = 2;
  result.models = {WithTrace(Figure("sequential", 0.04, {1, 1, 1}), OneLane()),
                   WithTrace(Figure("threads-gil", 0.04, {1, 1, 1}), TwoThreadsUnderAGil()),
                   WithTrace(Figure("processes", 0.02, {1.9, 1.9, 1.9}), TwoProcesses())};
  return result;
}

}  // namespace lab::panel
