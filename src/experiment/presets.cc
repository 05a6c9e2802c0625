#include "experiment/presets.h"

#include <algorithm>
#include <array>

#include "experiment/model_info.h"

namespace lab {
namespace {

struct NamedPreset {
  Preset preset;
  std::string_view name;
};

constexpr std::array kPresets = {
    NamedPreset{Preset::kDefault, "default"},
    NamedPreset{Preset::kTutorial, "tutorial"},
};

}  // namespace

std::string_view Name(Preset preset) {
  return std::ranges::find(kPresets, preset, &NamedPreset::preset)->name;
}

const Preset* FindPreset(std::string_view name) {
  const auto found = std::ranges::find(kPresets, name, &NamedPreset::name);
  return found == kPresets.end() ? nullptr : &found->preset;
}

Experiment MakeExperiment(ExperimentKind kind, Preset preset) {
  Experiment experiment{.kind = kind};
  for (const ModelInfo& model : Models()) {
    if (model.usual) experiment.models.emplace_back(model.name);
  }
  const ExperimentInfo& info = InfoOf(kind);
  const bool tutorial = preset == Preset::kTutorial && info.in_tutorial;
  experiment.workers = info.workers;
  experiment.tasks = info.tasks;
  experiment.size = tutorial ? info.tutorial_size : info.size;
  experiment.left_to_plan.size = !tutorial;
  return experiment;
}

}  // namespace lab
