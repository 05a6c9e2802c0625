#include "tests/view/results.h"

#include <utility>
#include <vector>

namespace lab::panel {

Ready ReadyNotice(bool threads) {
  Ready ready;
  ready.environment = {.platform = "web",
                       .build = threads ? "threads" : "single",
                       .system = "a browser",
                       .compiler = "a compiler",
                       .lab_version = "0.1.0",
                       .cores = 2,
                       .timer_step_s = 5e-6,
                       .isolated = threads};
  const std::string reason = threads ? "" : "This page has no shared memory.";
  ready.models = {
      {.model = "sequential", .available = true},
      {.model = "threads-gil", .available = threads, .reason = reason, .workers = "threads"},
      {.model = "threads-free", .available = threads, .reason = reason, .workers = "threads"},
      {.model = "processes", .available = true, .workers = "isolated workers"}};
  return ready;
}

ModelResult Figure(std::string model, double seconds, Estimate speedup, int repetitions) {
  return {.model = std::move(model),
          .workers = 2,
          .samples_s = std::vector<double>(static_cast<size_t>(repetitions), seconds),
          .median_s = seconds,
          .startup_s = 0.001,
          .speedup = speedup,
          .efficiency = speedup.ratio / 2,
          .checksum = 7,
          .value = 100,
          .handoffs = {}};
}

RunResult ResultOf(const Experiment& experiment) {
  return {.recorded_at = "2026-11-23T09:41:07Z",
          .environment = ReadyNotice().environment,
          .experiment = experiment,
          .models = {Figure("sequential", 0.5, {1, 1, 1}),
                     Figure("processes", 0.26, {1.93, 1.9, 1.95, 0.95})},
          .unavailable = {},
          .notes = {},
          .answer = "Two processes needed half the time."};
}

}  // namespace lab::panel
