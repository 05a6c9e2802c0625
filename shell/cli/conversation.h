// One request to an engine and all notices until its end, with a progress line on a terminal;
// Ctrl-C, SIGTERM and SIGHUP cancel.
#pragma once

#include <functional>
#include <variant>

#include "messages/messages.h"

namespace lab {

// The notice that ends a run or sweep.
using Ending = std::variant<Finished, SweepFinished, Failed, Cancelled>;

// `hear` is called with every notice, on the engine's thread.
Ending Converse(const Request& request, const std::function<void(const Notice&)>& hear);

// Says on standard error why there is no result.
void Complain(const Failed& failed);

}  // namespace lab
