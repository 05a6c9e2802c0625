#include "platform/power.h"

namespace lab {

Power ReadPower() { return {}; }

}  // namespace lab
