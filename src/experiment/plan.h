// Which trials a run consists of, in their order. A run is a series of rounds, warm-ups first; in each
// round every model has one trial, so that a machine that slows down slows all of them. Pure.
#pragma once

#include <string>
#include <vector>

#include "experiment/experiment.h"
#include "workload/task.h"

namespace lab {

struct Trial {
  std::string model;
  int repetition = 0;  // from 0; warm-ups have their own count
  bool warmup = false;
};

// A warm-up does this share of the work: enough for WebAssembly to reach its fast tier and for a
// processor to speed up, in a quarter of the time.
inline constexpr double kWarmupShare = 0.25;

// One round: every model once, in an order that the seed shuffles anew for each round. The baseline
// comes first in the first warm-up and in the first repetition, since its results are what the
// others' are held against.
std::vector<Trial> MakeRound(const std::vector<std::string>& models, int repetition, bool warmup, int seed);

// The tasks of one trial. `origin` answers delayed downloads, see platform/delay_origin.h; it is
// not needed otherwise.
std::vector<Task> MakeTasks(const Experiment& experiment, bool warmup, const std::string& origin);

// The numbers of workers that a sweep up to `most` measures: every one up to eight, then in even
// steps of about an eighth to a quarter, and `most` itself.
std::vector<int> SweepPoints(int most);

// The experiment as one point of a sweep. Computing tasks are cut anew, so that every number of workers
// does the same work in one task each; waits cannot be cut and stay as they are.
Experiment AtWorkers(const Experiment& experiment, int workers);

// What shows how fast this machine's cores are: `each` equal counting tasks for each of `lanes`.
std::vector<Task> MakeProbe(int lanes, int each, int64_t size);

// Whether the experiment asks the laboratory's own server for its downloads.
bool NeedsDelayOrigin(const Experiment& experiment);

}  // namespace lab
