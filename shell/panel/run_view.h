// Run or Cancel, what a run will take, and how far the one under way is.
#pragma once

#include "shell/toolkit/ui.h"
#include "shell/view/state.h"

namespace lab::panel {

struct RunAsked {
  bool run = false;
  bool cancel = false;
};
// `now_s`: that instant of the panel's clock.
RunAsked RunView(const Ui& ui, const State& state, double now_s);

}  // namespace lab::panel
