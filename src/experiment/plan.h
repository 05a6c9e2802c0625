// Which trials a run consists of, in their order. A run is a series of rounds, warm-ups first; in
// each round every model has one trial, so that a machine that slows down slows all of them. Pure.
#pragma once

#include <optional>
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

// One round: every model once. As many rounds as there are models are a Williams square (E. J.
// Williams, 1949) that the seed shuffles: in it every model has every place once, and if their
// number is even, comes right after every other one once. What happens once a round, such as
// another program that wakes every second, so cannot always meet the same model. The baseline comes
// first in the first repetition, since its results are what the others' are held against.
std::vector<Trial> MakeRound(const std::vector<std::string>& models, int repetition, int seed);

// The tasks of one trial. `origin` answers delayed downloads, see platform/delay_origin.h; it is
// not needed otherwise.
std::vector<Task> MakeTasks(const Experiment& experiment, const std::string& origin);

// Whether its tasks compute, so that code and processor have a speed to reach: what only waits
// needs no warm-up.
bool Computes(const Experiment& experiment);
// What brings a model's workers to their full speed: for each of them so many short tasks of the
// experiment's own kernel, since WebAssembly is only exchanged for faster code between two calls.
inline constexpr int kWarmSlices = 12;
std::vector<Task> MakeWarmup(const Experiment& experiment, int workers, int64_t slice);

// A mixed task computes and waits in so many turns.
inline constexpr int kMixedParts = 5;
// The thread of a convoy that responds waits about so long each time.
inline constexpr double kAnswerWaitMs = 10;
// The others compute in slices of so long, until its last response.
inline constexpr double kBusySliceMs = 20;

// What a sweep measures first, by the setting that it varies (ExperimentInfo::axis): numbers of
// workers up to the experiment's (all up to 4, then the square root of two apart), shares of
// computing from 0 to 100 %, or busy threads from 0 to 4 (or the experiment's, if more, in the same
// steps). Those that were typed, if some were. Where `thin`, workers are twice as far apart.
std::vector<double> SweepPoints(const Experiment& experiment, bool thin = false);
// The experiment as one point of its sweep. With more workers, computing tasks are cut anew, so
// that every point does the same work in one task each.
Experiment AtPoint(const Experiment& experiment, double at);

// How many milliseconds a task computes, where that is given in time and not in iterations.
std::optional<double> ComputingMs(const Experiment& experiment);
// Whether it is, so that the machine's speed must be known first.
bool CutByTime(const Experiment& experiment);
// The `size` of such an experiment on a machine of that speed.
int64_t IterationsOf(const Experiment& experiment, double iterations_per_s);

// What shows how fast this machine's cores are: `each` equal counting tasks for each of `lanes`.
std::vector<Task> MakeProbe(int lanes, int each, int64_t size);

// Whether the experiment asks the laboratory's own server for its downloads.
bool NeedsDelayOrigin(const Experiment& experiment);

}  // namespace lab
