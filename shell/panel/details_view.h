// What can be done with a result, and its figures.
#pragma once

#include "shell/panel/unfolded.h"
#include "shell/toolkit/ui.h"
#include "shell/view/state.h"

namespace lab::panel {

// Copy, save, open, details, code, and a sweep.
struct ResultAsked {
  bool copy = false;
  bool open = false;
  bool sweep = false;
};
ResultAsked ResultActions(const Ui& ui, const State& state, Unfolded& open);

void DetailsView(const Ui& ui, const State& state);

}  // namespace lab::panel
