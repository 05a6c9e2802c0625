#include "experiment/limit.h"

#include <algorithm>

#include "experiment/experiment_info.h"

namespace lab {

double SpeedupLimit(double workers, double cores, double compute_share) {
  return compute_share > 0 ? std::min(workers, cores / compute_share) : workers;
}

double SpeedupLimit(const Experiment& experiment, double workers, double cores) {
  return SpeedupLimit(workers, cores, ComputeShare(experiment));
}

}  // namespace lab
