// Notices and figures as an engine would send them.
#pragma once

#include <string>

#include "messages/messages.h"

namespace lab::panel {

Ready ReadyNotice(bool threads = true);
ModelResult Figure(std::string model, double seconds, Estimate speedup, int repetitions = 5);
RunResult ResultOf(const Experiment& experiment);

}  // namespace lab::panel
