// How Python's workers share the tasks of an experiment: by a plain loop, threads, or pools. What a
// task is is python_task.h's business. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "code/python_task.h"

namespace lab {

struct PythonWay {
  std::string name;  // of the variant
  std::string about;  // one sentence: what the variant shows
  std::string how;  // "in 2 threads"
  std::string lesson;  // what to expect, and why
  std::vector<std::string> imports;  // whole lines
  std::string constants;  // lines, as all texts below
  std::string lock;  // what a serial part needs, after the constants
  std::string initializer;  // the function that hands it to processes
  std::string functions;  // after the task's functions
  std::string notice;  // a paragraph at the beginning of the main part
  std::string setup;  // more lines before the tasks'
  std::string run;  // does the tasks, sets `results`; empty for the plain loop
  std::string label;  // of their time
  bool starts_processes = false;
};

// Every way that stands for the model; none for a model that Python does not have.
std::vector<PythonWay> PythonWaysOf(std::string_view model, const Experiment& experiment,
                                    const PythonTask& task);

}  // namespace lab
