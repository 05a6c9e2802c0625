// What scripts say to their interpreter about its GIL. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "experiment/experiment.h"

namespace lab {

// Prints whether there is one, and where none is to be had. Needs these imports.
extern const std::string_view kAskForGil;
std::vector<std::string> AskForGilImports();

// The chosen switch interval: a constant, and the line that makes it the interpreter's.
std::string SwitchIntervalConstant(const Experiment& experiment);
extern const std::string_view kSetSwitchInterval;  // needs sys

}  // namespace lab
