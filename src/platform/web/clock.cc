#include "platform/clock.h"

#include "platform/web/javascript.h"

namespace lab {

Nanoseconds Now() { return static_cast<Nanoseconds>(lab_now_ms() * 1e6); }

}  // namespace lab
