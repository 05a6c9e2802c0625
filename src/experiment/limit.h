// The limit that theory gives to a speedup.
#pragma once

#include "experiment/experiment.h"

namespace lab {

// Of `workers` on `cores` that are there, with tasks of which that share computes (0..1). Waiting
// takes no core: there the workers are the limit, and who computes for a part of the time only
// needs a part of a core.
double SpeedupLimit(double workers, double cores, double compute_share);

// The same for the tasks of that experiment.
double SpeedupLimit(const Experiment& experiment, double workers, double cores);

}  // namespace lab
