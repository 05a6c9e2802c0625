// From the points of a sweep to its result: curves, fits and what they say. Pure.
#pragma once

#include <vector>

#include "messages/result.h"

namespace lab {

// `asked` is the sweep's experiment; `points` are its finished runs by number of workers, at least
// one.
SweepResult SummarizeSweep(const Experiment& asked, const std::vector<RunResult>& points);

}  // namespace lab
