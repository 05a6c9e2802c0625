// How fast one core does an experiment's computing, found by timing single sequential tasks that
// grow until the clock sees them well. Pure; the run executes the trials that it asks for.
#pragma once

#include <cstdint>
#include <vector>

#include "experiment/experiment.h"
#include "workload/task.h"

namespace lab {

class PaceFinder {
 public:
  PaceFinder(const Experiment& experiment, double timer_step_s);

  // Whether one more trial is to be timed; never for what only waits.
  bool Unsettled() const { return unsettled_; }
  std::vector<Task> Trial() const;
  void TakeIn(double seconds);

  // Once settled; what is usual until then.
  double iterations_per_s() const { return iterations_per_s_; }

 private:
  const Experiment experiment_;
  const double target_s_;
  bool unsettled_;
  int long_enough_ = 0;       // trials that the clock saw well
  int trials_ = 0;
  int64_t size_;
  double iterations_per_s_ = 1e9;
};

}  // namespace lab
