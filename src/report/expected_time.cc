#include "report/expected_time.h"

#include "experiment/experiment_info.h"

namespace lab {
namespace {

// Whether a task is nothing but its iterations, so that its length tells how fast those are.
bool TellsSpeed(ExperimentKind kind, const Calibration& found) {
  return OnlyComputes(kind) && found.task_s > 0 && found.task_size > 0;
}

}  // namespace

Pace ExpectedPace(const Environment& environment, ExperimentKind kind, const Calibration* found) {
  Pace pace = {.iterations_per_s = InfoOf(kind).usual_speed,
               .cores = static_cast<double>(environment.cores),
               .timer_step_s = environment.timer_step_s};
  if (found != nullptr && TellsSpeed(kind, *found))
    pace.iterations_per_s = static_cast<double>(found->task_size) / found->task_s;
  return pace;
}

ExpectedTime TimeFor(const Experiment& experiment, bool sweep, const Pace& pace) {
  return {.seconds = ExpectedSeconds(experiment, sweep, pace),
          .budget_s = TimeBudget(experiment, sweep)};
}

}  // namespace lab
