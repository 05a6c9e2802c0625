// The cores that this program may run on.
#pragma once

#include <sched.h>

namespace lab {

// Those that it might run on when it was first asked, before any thread was pinned. Empty if the
// system does not tell.
const cpu_set_t& AllowedCores();

// The set with nothing but the core that worker number `worker` is kept on.
cpu_set_t CoreOfWorker(int worker);

}  // namespace lab
