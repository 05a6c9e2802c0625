// What settings have to do with each other. Private to settings.cc.
#pragma once

#include <optional>

#include "base/result.h"
#include "experiment/experiment.h"

namespace lab {

// With what follows from other settings: typed URLs are the downloads, a convoy has as many threads as tasks, a latency that is left to
// the plan is shorter than the timeout.
Experiment Consistent(Experiment experiment);

// The complaint about settings that are each in their range and cannot be had together.
std::optional<Error> Contradiction(const Experiment& experiment);

}  // namespace lab
