// The tutorial's experiments in real Python and in ours, alternately, in the same minutes.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "shell/validate/bars.h"
#include "shell/validate/python_process.h"

namespace lab {

struct SpeedupPair {
  std::string experiment;   // "count, 2 threads"
  Estimate ours;            // sequential / parallel of the same repetition
  Estimate pythons;
  Pair samples;
};

// What exists in CPython only, or is measured in another way there; shown beside ours, never mixed
// in.
struct Cost {
  std::string name;
  std::optional<double> ours;
  std::optional<double> pythons;
  std::string unit;
};

struct Validation {
  std::string python;                   // which interpreter
  std::vector<SpeedupPair> speedups;
  std::vector<Bar> bars;
  std::vector<Cost> costs;
  int repeated = 0;  // repetitions during which others used too much, done again
  int disturbed = 0;  // kept although others used too much: the limit was reached
  double other_cores = 0;  // the most that others used in a repetition that counts
};

// Cores that other programs may use during a repetition that counts.
inline constexpr double kMostOtherCores = 0.12;

struct ValidationPlan {
  int repetitions = 5;
  double seconds = 1.2;  // of a sequential run of the counting experiment
  double pool_seconds = 2.6;  // of the heavy one
  double latency_ms = 200;
  int answers = 140;  // of a thread beside busy ones
  int retries = 4;  // of a repetition that other programs disturbed
};

// Blocks. `tell` hears what is under way. Free-threaded interpreters have no GIL to compare with:
// only their speedups are measured.
Result<Validation> Validate(PythonProcess& python, const ValidationPlan& plan,
                            const std::function<void(const std::string&)>& tell);

}  // namespace lab
