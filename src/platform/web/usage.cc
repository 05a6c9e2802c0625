#include "platform/usage.h"

namespace lab {

ThreadUsage UsageOfThisThread() { return {}; }

std::optional<double> MemoryOfThisThread() { return std::nullopt; }

}  // namespace lab
