// What a run found out: the one object that the page, the command line and files share.
// `codec.h` gives its JSON ("speedup-lab/result", version 1).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "experiment/experiment.h"
#include "stats/speedup.h"

namespace lab {

// The facts of the machine and of this build, as far as they matter for reading a result.
struct Environment {
  std::string platform;       // "web" or "native"
  std::string build;          // "threads", "single" or "native"
  std::string system;         // operating system, or the browser and its version
  std::string compiler;
  std::string lab_version;    // "0.1.0"
  int cores = 1;              // reported, not measured
  double timer_step_s = 0;    // smallest step seen between two readings of the clock
  bool isolated = false;      // web: crossOriginIsolated; native: true
  bool delays = true;         // the server of the lab (or page) can answer after a delay
  bool optimised = true;      // false for a debug build: its times say nothing
};

struct ModelResult {
  std::string model;
  int workers = 1;
  std::vector<double> samples_s;  // makespan of each counted repetition, in their order
  double median_s = 0;
  double startup_s = 0;           // from asking for the workers until the last one said hello
  Spread speedup;                 // against the sequential repetitions of the same rounds
  double efficiency = 0;          // speedup / min(workers, cores); for downloads / workers
  uint64_t checksum = 0;          // over the tasks' results, in their order
  double value = 0;               // what the tasks computed together: the count, the sum, the bytes
  bool shared_memory = true;      // seen, not assumed: did the workers' writes arrive in the engine?
  std::optional<double> handoffs; // threads-gil: how often the GIL changed hands, median of a repetition
};

struct UnavailableModel {
  std::string model;
  std::string reason;
};

struct RunResult {
  std::string recorded_at;  // UTC, ISO 8601
  Environment environment;
  Experiment experiment;
  std::vector<ModelResult> models;  // in the experiment's order; sequential first
  std::vector<UnavailableModel> unavailable;
  std::vector<std::string> notes;   // sentences that belong beside the figures
  std::string answer;               // the finding in one or two sentences
};

}  // namespace lab
