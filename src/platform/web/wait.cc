#include "platform/wait.h"

#include "platform/web/javascript.h"

namespace lab {

void WaitMilliseconds(double milliseconds) { lab_wait_ms(milliseconds); }

}  // namespace lab
