// Which trials a run consists of, in their order: warm-ups first, then the repetitions of all models
// interleaved (A B C D, A B C D, …), so that a machine that slows down slows all of them. Pure.
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

std::vector<Trial> MakePlan(const std::vector<std::string>& models, int warmups, int repetitions);

// The tasks of one trial. `origin` answers delayed downloads, see platform/delay_origin.h; it is
// not needed otherwise.
std::vector<Task> MakeTasks(const Experiment& experiment, bool warmup, const std::string& origin);

// Whether the experiment asks the laboratory's own server for its downloads.
bool NeedsDelayOrigin(const Experiment& experiment);

}  // namespace lab
