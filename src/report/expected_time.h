// How long a run or sweep will take, before it begins.
#pragma once

#include "messages/result.h"
#include "experiment/time_plan.h"

namespace lab {

// What the plan has to know of a machine: as a run of that kind found it, otherwise the usual.
Pace ExpectedPace(const Environment& environment, ExperimentKind kind,
                  const Calibration* found = nullptr);

struct ExpectedTime {
  double seconds = 0;
  double budget_s = 0;  // infinity if there is none
  bool fits() const { return seconds <= budget_s; }
};
ExpectedTime TimeFor(const Experiment& experiment, bool sweep, const Pace& pace);

}  // namespace lab
