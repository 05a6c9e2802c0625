// The speedups as bars.
#pragma once

#include <string>

#include "shell/toolkit/ui.h"
#include "shell/view/chart.h"
#include "shell/view/state.h"

namespace lab::panel {

// `told`: the model whose meaning was asked for.
void BarsView(const Ui& ui, const State& state, const Chart& chart, std::string& told);

}  // namespace lab::panel
