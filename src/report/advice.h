// When to use which model, in one sentence, as far as a run supports one.
#pragma once

#include <string>

#include "messages/result.h"

namespace lab {

// Empty where the run concludes nothing, or nothing that anybody could follow.
std::string Advice(const RunResult& result);

}  // namespace lab
