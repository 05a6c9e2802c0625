// Why answers came late, or did not: what the record tells of the lane that waits and answers beside lanes
// that only compute. Pure.
#pragma once

#include "stats/why.h"

namespace lab {

// One sentence, and one before it if only the beginning was recorded.
std::vector<Reason> WhyAnswersCame(const Trace& trace, const Background& background);

}  // namespace lab
