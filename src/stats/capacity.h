// How many cores a machine really gives: from lanes that did equal small tasks at the same time.
// A task that nobody disturbs takes its unit of time; one that loses its core for a while takes
// longer.
#pragma once

#include <span>
#include <vector>

#include "trace/lane.h"

namespace lab {

struct Capacity {
  double cores = 1;   // effective: what the lanes delivered together, in undisturbed cores
  double stolen = 0;  // share of time that others took from as many lanes as there are cores, 0..1
  double unit_s = 0;  // one task of one lane, undisturbed; 0 if nothing was measured
};

// From here on a measurement says more about others than about the machine.
inline constexpr double kMostStolen = 0.12;
// Below this share of the reported cores they are not all there; or others had them for the moment.
inline constexpr double kCoresThere = 0.85;

// Two measurements found the same cores, to within a tenth; one that was never made agrees with
// none.
bool AgreeOnCores(const Capacity& one, const Capacity& other);

// Time of a task that nobody disturbed: the lower decile of all tasks' durations; 0 without tasks.
// Where a clock cannot time one of them, it is the mean of the quickest lane.
double UnitOf(std::span<const Lane> lanes, double timer_step_s);

// From trials with different numbers of lanes, each lane busy all the time; at least one trial. A
// trial with a lane that was too short for the clock tells nothing; if all are, nothing was
// measured. Cores: the best that any number of lanes reached, in units of the fastest trial.
// Stolen: in the trial whose lanes are about as many as the cores, in its own units, so that cores
// that get slower together (frequency, shared caches) are no theft.
Capacity CapacityOf(std::span<const std::vector<Lane>> trials, double timer_step_s);

// With how many lanes to try up to `most`: each number up to four, then in steps of about a third,
// and from 16 on twice as many each time.
std::vector<int> LaneSteps(int most);

}  // namespace lab
