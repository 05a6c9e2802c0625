// What thread, process, GIL and the like mean.
#pragma once

#include "shell/toolkit/ui.h"

namespace lab::panel {

// True when the glossary that says more is wanted.
bool WordsView(const Ui& ui);

}  // namespace lab::panel
