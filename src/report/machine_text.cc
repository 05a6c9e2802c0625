#include "report/machine_text.h"

#include "base/text.h"

namespace lab {

std::string LimitsText(const Environment& machine) {
  std::string text;
  if (machine.machine_cores) text = Format("%d of the machine's %d", machine.cores, *machine.machine_cores);
  if (machine.cpu_quota) text += (text.empty() ? "" : ", ") + Format("a quota of %.3g cores", *machine.cpu_quota);
  return text;
}

}  // namespace lab
