#include "platform/load.h"

namespace lab {

std::optional<LoadReading> ReadLoad() { return std::nullopt; }

}  // namespace lab
