// The machine in words, for reports and the panel. Pure.
#pragma once

#include <string>

#include "messages/result.h"

namespace lab {

// What limits the program's use of the machine: "2 of the machine's 64, with a quota of 1.5 cores".
// Empty if nothing does.
std::string LimitsText(const Environment& machine);
// So much processor time: "1.5 cores".
std::string QuotaText(double cores);

}  // namespace lab
