// The tasks of each experiment. Private to python_task.cc, which chooses among them.
#pragma once

#include "experiment/experiment.h"
#include "code/python_task.h"

namespace lab {

// `serial`: a part of each task is done in a lock.
PythonTask CountTask(const Experiment& experiment, bool serial);
PythonTask HeavyTask(const Experiment& experiment, bool serial);
PythonTask DownloadsTask(const Experiment& experiment, bool serial);
PythonTask MixedTask(const Experiment& experiment, bool serial);

// The constant for the share that is done in the lock.
std::string SerialConstant(const Experiment& experiment);

}  // namespace lab
