// What stands beside Run and on the button for a sweep, in words. Pure.
#pragma once

#include <string>

#include "report/expected_time.h"
#include "shell/view/state.h"

namespace lab::panel {

// Before a run what it will take, "4 models · about 8 s"; during it what is being done, "processes,
// round 3".
std::string StatusText(const State& state);
// What the next run should not be begun without knowing: that it takes longer than the time there
// is, or that its workers will wait for each other. Empty if there is nothing.
std::string WarningText(const State& state);
// "Sweep 1 to 4 workers · about 1 min"; brief: "… · 1 min".
std::string SweepLabel(const State& state, bool brief);

// Of the next run or sweep with the models that can run here.
ExpectedTime ExpectedTimeOf(const State& state, bool sweep);

}  // namespace lab::panel
