// What is asked: one experiment with all its settings. A plain value; `settings.h` fills and
// validates it, `presets.h` knows the tutorial's, `plan.h` turns it into trials.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lab {

enum class ExperimentKind { kCount, kDownloads, kHeavy, kMixed, kConvoy };
inline constexpr size_t kExperimentKinds = 5;

struct Experiment {
  ExperimentKind kind = ExperimentKind::kCount;
  std::vector<std::string> models;   // names from model_names.h; kSequential is always the first
  int workers = 2;                   // threads or processes that share the tasks
  int tasks = 2;
  int64_t size = 1;                  // iterations of one task, of mixed ones' computing; unused by downloads and convoy
  double latency_ms = 200;           // how long the server takes to answer one download
  double duration_ms = 50;           // mixed: what a task takes alone, computing and waiting together
  double cpu_share = 50;             // mixed: percent of that which is computing
  int busy = 1;                      // convoy: threads that compute beside the one that waits and answers
  int answers = 40;                  // convoy: how often that one waits and answers in a repetition
  double call_ms = 0;                // convoy: how long the others stay in calls that keep the GIL; 0: they can be asked at any time
  double switch_interval_ms = 5;     // how long a waiter leaves the GIL's holder alone
  double serial_fraction = 0;        // percent of each task that only one worker at a time may do
  int chunk = 0;                     // tasks in one message to a process; 0: as Pool.map chooses
  int repetitions = 10;              // counted trials of each model
  int warmups = 8;                   // rounds before those, not counted: at most, fewer when steady sooner
  double time_budget_s = 0;          // no further repetition begins after that; 0: no limit
  int seed = 1;                      // of the order in which the models take turns
  bool calibrate = true;             // make tasks larger that are too short to be timed
  bool cold = false;                 // fresh workers for every repetition
  bool pin = false;                  // each worker stays on one core
  bool record = true;                // note what every worker does, for the timeline
  bool latency_only = false;         // downloads wait that long instead of asking a server
  std::vector<std::string> urls;     // downloads: what to fetch instead of the lab's own server
  double timeout_ms = 10'000;        // downloads: an answer that takes longer is an error

  // Whether its downloads are typed addresses and not the laboratory's own.
  friend bool FetchesTypedUrls(const Experiment& experiment) {
    return experiment.kind == ExperimentKind::kDownloads && !experiment.latency_only && !experiment.urls.empty();
  }
  friend bool operator==(const Experiment&, const Experiment&) = default;
};

}  // namespace lab
