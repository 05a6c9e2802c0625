#include "platform/affinity.h"

namespace lab {

bool CanPin() { return false; }

void PinThisThread(int) {}

}  // namespace lab
