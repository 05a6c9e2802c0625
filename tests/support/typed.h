// An experiment as it is when a person typed all of it: nothing is left to the plan.
#pragma once

#include "experiment/presets.h"

namespace lab {

inline Experiment Typed(ExperimentKind kind) {
  Experiment experiment = MakeExperiment(kind);
  experiment.left_to_plan = {.size = false, .repetitions = false, .time_budget = false};
  experiment.time_budget_s = 0;  // no limit
  return experiment;
}

}  // namespace lab
