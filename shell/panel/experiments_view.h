// One question for each experiment.
#pragma once

#include <optional>

#include "experiment/experiment.h"
#include "shell/toolkit/ui.h"

namespace lab::panel {

// As cards, or as a row of chips with the settings to fold out behind them.
std::optional<ExperimentKind> ExperimentCards(const Ui& ui, ExperimentKind chosen);
std::optional<ExperimentKind> ExperimentChips(const Ui& ui, ExperimentKind chosen, bool& settings);

}  // namespace lab::panel
