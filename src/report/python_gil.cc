#include "report/python_gil.h"

#include "report/python_text.h"

namespace lab {

const std::string_view kAskForGil = R"(# Only a free-threaded Python (python3.13t and later) can do without the GIL.
gil = getattr(sys, "_is_gil_enabled", lambda: True)()
print("GIL:", "on, so run this with python3.13t" if gil else "off")
)";

const std::string_view kSetSwitchInterval = "sys.setswitchinterval(SWITCH_INTERVAL)\n";

std::string SwitchIntervalConstant(const Experiment& experiment) {
  return PythonConstant("SWITCH_INTERVAL", PythonSeconds(experiment.switch_interval_ms), "seconds a thread may keep the GIL; 0.005 by default");
}

}  // namespace lab
