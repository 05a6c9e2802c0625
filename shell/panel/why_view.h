// Why each model took as long as it did.
#pragma once

#include "shell/toolkit/ui.h"
#include "shell/view/state.h"

namespace lab::panel {

// Nothing as long as that is not known.
void WhyView(const Ui& ui, const Outcome& outcome);

}  // namespace lab::panel
