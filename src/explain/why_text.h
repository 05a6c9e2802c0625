// Why a model took as long as it did, in sentences, with the figures of one record in them. Pure.
#pragma once

#include <vector>

#include "explain/told.h"
#include "trace/trace.h"

namespace lab {

// The most important reason comes first; one to three as a rule, and never none. Times that are
// shorter than a step of the clock are told as that. `verdict`: what the figures were found to
// mean.
std::vector<Reason> WhyOf(const Trace& trace, const Evidence& evidence,
                          const Conditions& conditions, VerdictCode verdict);

}  // namespace lab
