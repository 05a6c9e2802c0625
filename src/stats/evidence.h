// What is known when it is said what figures mean: the figures of a model, and the conditions under
// which they were measured.
#pragma once

#include <optional>
#include <string>

#include "base/work_kind.h"
#include "stats/estimate.h"
#include "words/english/experiments.h"
#include "words/model_facts.h"

namespace lab {

// One model's figures, as far as they bear on what can be said. Times in seconds.
struct Evidence {
  ModelFacts model;
  Noun task = {&words::kTask, &words::kTasks};  // what people call what its workers do
  int workers = 1;
  int tasks = 1;
  Estimate speedup;  // of responses: how much sooner than alone, so less than 1 is late
  double median_s = 0;  // of a trial; of responses: how late
  double sequential_s = 0;  // the same work by the sequential model, median
  double startup_s = 0;  // cold: until the last worker said hello
  std::optional<double> cpu_s;  // processor time of all workers together, median of a trial
  std::optional<double> handoffs;  // of the GIL
  // Median time of a task / the sequential one's, where both had a core.
  std::optional<double> task_inflation;
  bool messages = false;  // what held it up most, by its record, were messages to the workers
  int chunk = 0;  // tasks that were asked for in one; 0 if that was not said
};

// What was measured, and what held for the machine meanwhile.
struct Conditions {
  WorkKind work = WorkKind::kComputing;
  double compute_share = 1;  // of a task that computes; the rest of it is waiting
  bool pool = false;  // the question is what a pool of processes gains
  int reported_cores = 1;
  double effective_cores = 1;  // before the run
  bool cores_measured = true;  // or else the reported ones are taken for granted
  double drift = 0;  // relative change of the sequential time from the first rounds to the last
  std::optional<double> other_cores;  // used by other programs in the rounds that count
  bool all_disturbed = false;  // too few rounds were quiet, so that all of them count
  double timer_step_s = 0;  // of the clock that times and the record's stamps come from
  double switch_interval_s = 0;
  std::optional<double> turn_s;  // between two hand-offs of the GIL, where threads compute all the
                                 // time; empty if they took none
  int repetitions = 0;  // that count
  bool hidden = false;  // the page could not be seen for a while
  bool on_battery = false;
  std::string governor;  // native: who sets the processor's frequency; empty if unknown
  bool optimised = true;
};

}  // namespace lab
