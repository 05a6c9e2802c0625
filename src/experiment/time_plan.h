// How much is measured in the time that a person gives: how large the tasks are and how many rounds
// there will be. What was typed stays as it was typed. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "experiment/experiment.h"

namespace lab {

// What the machine does, as far as a plan needs to know.
struct Pace {
  double iterations_per_s = 1e9;  // of the experiment's kernel, on one core
  double cores = 1;  // that compute at once
  double timer_step_s = 0;
};

// Before it is known that enough is known, so many rounds must have been counted.
inline constexpr int kFewestToStop = 8;
// Fewer rounds than that say nothing.
inline constexpr int kFewestRounds = 2;
// No run has more.
inline constexpr int kMostRounds = 100;

// Seconds that a run of the experiment may take in all, or a sweep: what was typed, otherwise 10,
// 30 with more workers than a page can have, and 60 for a sweep. Infinity if there is no limit.
double TimeBudget(const Experiment& experiment, bool sweep);

// How long one task takes by itself.
double TaskSeconds(const Experiment& experiment, const Pace& pace);
// About how long a trial of that model takes, and one of each model together.
double TrialSeconds(const Experiment& experiment, std::string_view model, const Pace& pace);
double RoundSeconds(const Experiment& experiment, const Pace& pace);

struct TimePlan {
  Experiment experiment;  // with the size that was chosen
  int rounds = 0;  // that will be counted, as far as can be told
  double seconds = 0;  // that those will take
  bool fits = true;  // into the seconds that were to be had
};

// For rounds that shall take `seconds` together. A task is never shorter than the clock
// (base/clock_steps.h) and the switch interval need, which are four of the latter, and 20 ms. Only
// where many tasks share a worker is it the worker's share that lasts so long.
TimePlan PlanRun(const Experiment& asked, const Pace& pace, double seconds);

// The same for all points of a sweep together: they do the same work. `plan.rounds` is that of each
// point.
TimePlan PlanSweep(const Experiment& asked, std::span<const double> points, const Pace& pace,
                   double seconds);

// A point beside its rounds takes about so long, before one has been measured: its workers start
// and warm up.
inline constexpr double kUsualOverheadS = 0.4;
// The share of its time that the first points of a sweep take; the rest is for those where a curve
// bends.
inline constexpr double kFirstPointsShare = 0.85;
// What a sweep has for the rounds of the first points that are still to do, each of which takes
// `overhead_s` beside its rounds.
double SecondsForRounds(double budget_s, double elapsed_s, size_t points,
                        double overhead_s = kUsualOverheadS);

// What to expect of a run or sweep before anything is measured, in seconds: natively, or in a page.
double ExpectedSeconds(const Experiment& experiment, bool sweep, const Pace& pace);

}  // namespace lab
