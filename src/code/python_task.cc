#include "code/python_task.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "experiment/settings.h"
#include "code/python_tasks.h"
#include "code/python_text.h"

namespace lab {
namespace {

struct TaskOfKind {
  ExperimentKind kind;
  PythonTask (*make)(const Experiment& experiment, bool serial);
};

// Those whose tasks are shared out.
constexpr std::array kTasks = {TaskOfKind{ExperimentKind::kCount, CountTask},
                               TaskOfKind{ExperimentKind::kDownloads, DownloadsTask},
                               TaskOfKind{ExperimentKind::kHeavy, HeavyTask},
                               TaskOfKind{ExperimentKind::kMixed, MixedTask}};

}  // namespace

PythonTask PythonTaskOf(const Experiment& experiment, bool shared) {
  const bool serial =
      shared && experiment.serial_fraction > 0 && Matters("serial-fraction", experiment);
  const auto found = std::ranges::find(kTasks, experiment.kind, &TaskOfKind::kind);
  return found == kTasks.end() ? PythonTask{} : found->make(experiment, serial);
}

std::string SerialConstant(const Experiment& experiment) {
  return PythonConstant("SERIAL", Format("%.10g", experiment.serial_fraction / 100),
                        "share of each task that only one worker at a time may do");
}

}  // namespace lab
