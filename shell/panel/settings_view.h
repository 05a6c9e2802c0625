// The settings that matter for the experiment.
#pragma once

#include <optional>

#include "shell/panel/unfolded.h"
#include "shell/toolkit/ui.h"
#include "shell/view/state.h"

namespace lab::panel {

struct SettingsAsked {
  std::optional<Experiment> changed;
  std::optional<Error> refused;  // what was typed and cannot be
  bool undo = false;
};
SettingsAsked SettingsView(const Ui& ui, const State& state, Unfolded& open);

}  // namespace lab::panel
