// How late the responses came, in place of the speedups.
#pragma once

#include <string>

#include "shell/toolkit/ui.h"
#include "shell/view/state.h"

namespace lab::panel {

// `told`: the model whose meaning was asked for.
void ResponseView(const Ui& ui, const State& state, std::string& told);

}  // namespace lab::panel
