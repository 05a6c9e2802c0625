// The ways of each model. Private to python_way.cc, which chooses among them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "code/pattern.h"
#include "code/python_way.h"

namespace lab {

std::vector<PythonWay> ThreadsUnderGil(const Experiment& experiment, const PythonTask& task);
std::vector<PythonWay> FreeThreads(const Experiment& experiment, const PythonTask& task);
PythonWay ProcessPool(const Experiment& experiment, const PythonTask& task);
PythonWay ProcessExecutor(const Experiment& experiment, const PythonTask& task);

// What to expect of a way, by what the tasks do.
struct Lessons {
  std::string_view computes;
  std::string_view waits;
  std::string_view both;
};

std::string LessonFor(PythonWork work, const Lessons& lessons);

// What the patterns of every way are filled with.
std::vector<NamedPart> PartsOf(const PythonTask& task);
std::string WorkersConstant(const Experiment& experiment);

}  // namespace lab
