// What is asked: one experiment with all its settings. A plain value; `settings.h` fills and
// validates it, `experiment_info.h` knows what is special about each, `plan.h` turns it into
// trials.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/unknown_field.h"

namespace lab {

// kUnknown: of a file of a newer version. It can be shown, by its name, but not run.
enum class ExperimentKind { kCount, kDownloads, kHeavy, kMixed, kConvoy, kUnknown };
inline constexpr size_t kExperimentKinds = 5;  // that are known

// What nobody typed is left to the plan (time_plan.h), which fits it into the time budget. In an
// experiment that was measured the values are those that it chose.
struct LeftToPlan {
  bool size = true;  // how large a task is: its size, latency or duration, or how many responses a
                     // repetition has
  bool repetitions = true;
  bool time_budget = true;
  friend bool operator==(const LeftToPlan&, const LeftToPlan&) = default;
};

struct Experiment {
  ExperimentKind kind = ExperimentKind::kCount;
  std::vector<std::string> models;  // names from model_info.h; kSequential is always the first
  int workers = 2;  // threads or processes that share the tasks
  int tasks = 2;
  // Iterations of one task, of mixed ones' computing; unused by downloads and convoy.
  int64_t size = 1;
  double latency_ms = 200;  // how long the server takes to respond to one download
  double duration_ms = 50;  // mixed: what a task takes alone, computing and waiting together
  double cpu_share = 50;  // mixed: percent of that which is computing
  int busy = 1;  // convoy: threads that compute beside the one that waits and responds
  int answers = 40;  // convoy: how often that one waits and responds in a repetition
  double call_ms = 0;  // convoy: how long the others stay in calls that keep the GIL; 0: they can
                       // be asked at any time
  double switch_interval_ms = 5;  // how long a waiter leaves the GIL's holder alone
  double serial_fraction = 0;  // percent of each task that only one worker at a time may do
  int chunk = 0;  // tasks in one message to a process; 0: as Pool.map chooses
  int repetitions = 8;  // counted trials of each model
  int warmups = 1;  // times that each model's workers compute for a moment first, not counted
  // When the run shall be over, from when it was asked for; 0: it takes the time it takes.
  double time_budget_s = 10;
  // Percent: enough is known when every interval is within so much of its ratio; 0: never.
  double precision = 2;
  LeftToPlan left_to_plan;
  std::vector<double> points;  // of a sweep: where to measure; empty: where it matters
  int seed = 1;  // of the order in which the models take turns
  // Fit the tasks to this machine's speed and clock, if their size was not typed.
  bool calibrate = true;
  bool cold = false;  // fresh workers for every repetition
  bool pin = false;  // each worker stays on one core
  bool record = true;  // note what every worker does, for the timeline
  bool latency_only = false;  // downloads wait that long instead of asking a server
  std::vector<std::string> urls;  // downloads: what to fetch instead of the lab's own server
  double timeout_ms = 10'000;  // downloads: a response that takes longer is an error
  std::string unknown_name;  // of an experiment that is unknown here; otherwise empty
  std::vector<UnknownField> unknown;  // settings that are

  friend bool operator==(const Experiment&, const Experiment&) = default;
};

// Whether its tasks ask servers for something.
bool AsksServers(const Experiment& experiment);
// Whether they ask for typed addresses and not for the laboratory's own.
bool FetchesTypedUrls(const Experiment& experiment);

}  // namespace lab
