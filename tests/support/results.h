// A result and a sweep with a value in every field.
#pragma once

#include "messages/result.h"
#include "experiment/presets.h"

namespace lab {

inline Trace SomeTrace() {
  return {
      .repetition = 3,
      .length = 5'000'000'000,
      .gil = true,
      .disorder = 7,
      .lanes = {
          {.name = "thread 1",
           .startup = 12'345,
           .events = {{.at = 0, .kind = EventKind::kWaitingForTask},
                      {.at = 10, .kind = EventKind::kRunning},
                      {.at = 10, .value = 4, .kind = EventKind::kTaskBegun},
                      {.at = 4'000'000'000, .value = 95, .peer = 1, .kind = EventKind::kSending},
                      {.at = 4'000'000'001, .peer = kNoLane, .kind = EventKind::kAskedToDrop}},
           .lost = 2},
          {.name = "engine", .worker = false}}};
}

inline RunResult SomeResult() {
  ModelResult model = {
      .model = "threads-gil",
      .workers = 2,
      .samples_s = {0.5, 0.25},
      .median_s = 0.375,
      .startup_s = 0.001,
      .speedup = {.ratio = 0.99, .low = 0.9, .high = 1.1, .confidence = 0.95},
      .rounds_won = RoundsWon{.faster = 1, .of = 2},
      .efficiency = 0.5,
      .checksum = 0xfedcba9876543210u,
      .value = 1e9,
      .shared_memory = true,
      .response =
          Response{.median_s = 0.005, .p90_s = 0.006, .p99_s = 0.01, .delays_s = {0.005, 0.25}},
      .handoffs = 201,
      .lanes = {{.busy_s = 0.4, .cpu_s = 0.3, .voluntary = 7, .involuntary = {}}},
      .memory_bytes = 4096,
      .verdict = {.code = VerdictCode::kGilBound, .text = "gains nothing"},
      .trace = SomeTrace(),
      .why = {{.code = ReasonCode::kGil, .text = "took turns"},
              {.code = ReasonCode::kFewCores, .text = "one core"}}};
  return {.recorded_at = "2026-01-31T12:00:00Z",
          .environment = {.platform = "web",
                          .build = "threads",
                          .system = "Browser 1",
                          .compiler = "c",
                          .lab_version = "0",
                          .cpu = "A chip",
                          .cores = 2,
                          .machine_cores = 64,
                          .cpu_quota = 1.5},
          .experiment = MakeExperiment(ExperimentKind::kDownloads),
          .calibration = {.effective_cores = 1.97,
                          .cores_measured = false,
                          .stolen = 0.01,
                          .drift = -0.02,
                          .timer_step_s = 5e-6,
                          .task_s = 0.13,
                          .task_size = 1'000,
                          .warmups = 4,
                          .other_cores = 0.1},
          .models = {model},
          .unavailable = {{.model = "processes", .reason = "why"}},
          .notes = {"a note"},
          .answer = "An answer.",
          .verdict = {.code = VerdictCode::kClear, .text = "clear"},
          .error = {}};
}

inline SweepResult SomeSweep() {
  const RunResult run = SomeResult();
  SweepResult sweep = {.recorded_at = run.recorded_at,
                       .environment = run.environment,
                       .experiment = run.experiment,
                       .calibration = run.calibration};
  sweep.axis = "cpu-share";
  sweep.at = {30};
  sweep.crossing = Crossing{.at = 30, .low = 25, .high = 40};
  sweep.baselines = {{.workers = 2, .median_s = 1, .samples_s = {1, 1.1}}};
  sweep.scaling = {{.model = "threads-gil",
                    .points = run.models,
                    .amdahl = {.serial_fraction = 0.1,
                               .low = 0.08,
                               .high = 0.12,
                               .residual = 0.01,
                               .points = 3,
                               .describes = true},
                    .usl = {.contention = 0.1,
                            .coherency = 0.001,
                            .residual = 0.02,
                            .peak_workers = 30,
                            .points = 3,
                            .describes = false},
                    .amdahl_text = "a",
                    .usl_text = "u"}};
  sweep.unavailable = run.unavailable;
  sweep.verdict = run.verdict;
  sweep.error = Error{.code = ErrorCode::kCancelled, .message = "m", .next = "n"};
  return sweep;
}

}  // namespace lab
