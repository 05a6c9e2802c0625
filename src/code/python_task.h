// What an experiment contributes to a Python script: how one task is done and which tasks there
// are. Convoy has no tasks to share and is python_convoy.h's. How workers share them is
// python_way.h's business. Pure.
#pragma once

#include <string>
#include <vector>

#include "experiment/experiment.h"

namespace lab {

// What its tasks mostly do, which decides what workers gain.
enum class PythonWork { kComputes, kWaits, kBoth };

struct PythonTask {
  std::string title;                 // "Count to 100,000,000 twice": how it is done follows
  PythonWork work = PythonWork::kComputes;
  std::vector<std::string> imports;  // whole lines
  std::string constants;             // lines, as all texts below
  std::string functions;             // those that do a task, and what they need
  std::string function;              // the name of the one that does a task
  std::string item;                  // what it takes
  std::string items;                 // the name of the list of them
  std::string setup;                 // makes that list, at the beginning of the main part
  bool starts_process = false;       // the set-up does
  std::string length;                // how many tasks there are, as an expression
  std::string result;                // the finding, as the inside of an f-string over `results`
  bool repeatable = true;            // every run of it gives the same results
  bool serial = false;               // uses `lock` for a part that one worker at a time may do
};

// `shared`: several workers do the tasks, so that a serial part needs a lock.
PythonTask PythonTaskOf(const Experiment& experiment, bool shared);

}  // namespace lab
