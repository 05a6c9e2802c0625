// How tasks are executed: the interface that every execution model implements. A model belongs to
// one event loop and is used on that thread only; it reports through callbacks on the loop, never
// from within a call. Destroying a model ends its workers, or leaves them behind to end by
// themselves, without waiting, and no callback comes any more: that is how a run is cancelled.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "base/result.h"
#include "trace/lane.h"
#include "trace/trace.h"
#include "workload/task.h"

namespace lab {

// What came of one trial.
struct TrialOutcome {
  std::vector<Lane> lanes;          // one a worker
  std::vector<TaskOutput> outputs;  // in the tasks' order
  std::optional<double> handoffs;   // how often the GIL changed hands, where there is one
  double warm_startup_s = 0;        // from Run until the last worker that was needed had begun
  std::optional<double> memory_bytes;  // the most that a worker holds, where the platform can tell
  bool shared_memory = false;  // the tasks' mark was seen in this address space
  std::optional<Trace> trace;  // what the lanes did, if that was recorded
};

class Model {
 public:
  virtual ~Model() = default;

  using Started = std::function<void(Result<double> startup_s)>;
  using Finished = std::function<void(Result<TrialOutcome>)>;

  // Starts the workers: seconds until the last one had said hello, or an error of code
  // kWorkerFailed that says which one did not. Once, before any Run.
  virtual void Start(Started started) = 0;

  // Executes the tasks from behind a barrier; one trial at a time. The first error of a task ends
  // the trial with that error.
  virtual void Run(std::vector<Task> tasks, Finished finished) = 0;

  // What the lanes of the trial under way have recorded so far; nothing between trials.
  virtual std::optional<Trace> Recorded() const { return std::nullopt; }
};

}  // namespace lab
