#include "code/python_gil.h"

#include "code/python_text.h"

namespace lab {

std::vector<std::string> AskForGilImports() { return {"import sys", "import sysconfig"}; }

const std::string_view kAskForGil =
    R"(# Only a free-threaded Python (python3.13t or later) can run without the GIL.
if not getattr(sys, "_is_gil_enabled", lambda: True)():
    print("GIL: off")
elif sysconfig.get_config_var("Py_GIL_DISABLED"):
    print("GIL: on, because of PYTHON_GIL=1, -X gil=1 or an extension module")
else:
    print("GIL: on; run this with python3.13t")
)";

const std::string_view kSetSwitchInterval = "sys.setswitchinterval(SWITCH_INTERVAL)\n";

std::string SwitchIntervalConstant(const Experiment& experiment) {
  return PythonConstant("SWITCH_INTERVAL", PythonSeconds(experiment.switch_interval_ms),
                        "seconds a thread may keep the GIL; 0.005 by default");
}

}  // namespace lab
