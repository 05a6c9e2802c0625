// The experiments with the settings to start from.
#pragma once

#include <string_view>

#include "experiment/experiment_info.h"

namespace lab {

enum class Preset {
  kDefault,   // the size of the tasks is left to the plan, and what stands in its place lasts a
              // tenth of a second or so
  kTutorial,  // the sequential run lasts about as long as it does in CPython: 1 s and more; the
              // same for those that the tutorial does not have
};

std::string_view Name(Preset preset);
const Preset* FindPreset(std::string_view name);  // null if unknown

Experiment MakeExperiment(ExperimentKind kind, Preset preset = Preset::kDefault);

}  // namespace lab
