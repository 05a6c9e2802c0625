// The ways of each model. Private to python_way.cc, which chooses among them.
#pragma once

#include <vector>

#include "report/pattern.h"
#include "report/python_way.h"

namespace lab {

std::vector<PythonWay> ThreadsUnderGil(const Experiment& experiment, const PythonTask& task);
std::vector<PythonWay> FreeThreads(const Experiment& experiment, const PythonTask& task);
PythonWay ProcessPool(const Experiment& experiment, const PythonTask& task);
PythonWay ProcessExecutor(const Experiment& experiment, const PythonTask& task);

// What the patterns of every way are filled with.
std::vector<NamedPart> PartsOf(const PythonTask& task);
std::string WorkersConstant(const Experiment& experiment);

}  // namespace lab
