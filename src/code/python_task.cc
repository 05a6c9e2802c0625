#include "code/python_task.h"

#include "base/text.h"
#include "experiment/settings.h"
#include "code/python_tasks.h"
#include "code/python_text.h"

namespace lab {

PythonTask PythonTaskOf(const Experiment& experiment, bool shared) {
  const bool serial = shared && experiment.serial_fraction > 0 && Matters("serial-fraction", experiment);
  switch (experiment.kind) {
    case ExperimentKind::kCount: return CountTask(experiment, serial);
    case ExperimentKind::kDownloads: return experiment.latency_only ? WaitTask(experiment, serial) : DownloadTask(experiment);
    case ExperimentKind::kHeavy: return HeavyTask(experiment, serial);
    case ExperimentKind::kMixed: return MixedTask(experiment);
    case ExperimentKind::kConvoy: break;
  }
  return {};
}

std::string SerialConstant(const Experiment& experiment) {
  return PythonConstant("SERIAL", Format("%.10g", experiment.serial_fraction / 100), "share of a task that one worker at a time may do");
}

}  // namespace lab
