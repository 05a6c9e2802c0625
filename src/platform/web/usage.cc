#include "platform/usage.h"

namespace lab {

ThreadUsage UsageOfThisThread() { return {}; }

std::optional<double> MemoryOfThisProcess() { return std::nullopt; }

}  // namespace lab
