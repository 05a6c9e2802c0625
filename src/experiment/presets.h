// The tutorial's experiments as they stand in the catalogue of questions, with their presets.
#pragma once

#include <span>
#include <string_view>

#include "experiment/experiment.h"

namespace lab {

struct ExperimentInfo {
  ExperimentKind kind;
  std::string_view name;      // "count"
  std::string_view title;     // "Count"
  std::string_view tag;       // "CPU-bound"
  std::string_view question;  // what a newcomer would ask
  std::string_view about;     // what the tutorial claims and what runs here
  std::string_view verb;      // what its tasks do: "count"
  std::string_view axis;      // the setting that a sweep varies: "workers"
  bool computes = true;       // it needs cores, and does not only wait
  bool pool = false;          // the question is what a pool of processes gains
};

enum class Preset {
  kDefault,   // the size of the tasks is left to the plan, and what stands in its place lasts a tenth of a second or so
  kTutorial,  // the sequential run lasts about as long as it does in CPython: 1 s and more; the same for those that the
              // tutorial does not have
};

std::span<const ExperimentInfo> Experiments();
const ExperimentInfo& InfoOf(ExperimentKind kind);
const ExperimentInfo* FindExperiment(std::string_view name);  // null if unknown

std::string_view Name(Preset preset);
const Preset* FindPreset(std::string_view name);  // null if unknown

Experiment MakeExperiment(ExperimentKind kind, Preset preset = Preset::kDefault);

}  // namespace lab
