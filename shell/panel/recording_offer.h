// Offers a recorded run where a model cannot run here.
#pragma once

#include "shell/toolkit/ui.h"
#include "shell/view/state.h"

namespace lab::panel {

// True when it is wanted.
bool RecordingOffer(const Ui& ui, const State& state);

}  // namespace lab::panel
