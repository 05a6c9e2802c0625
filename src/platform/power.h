// How the machine is powered, which may make its figures unsteady. Web: nothing is known here; the
// page tells the engine what it sees.
#pragma once

#include <string>

namespace lab {

struct Power {
  bool on_battery = false;
  std::string governor;  // who sets the processor's frequency (Linux: cpufreq); empty if unknown
};

Power ReadPower();

}  // namespace lab
