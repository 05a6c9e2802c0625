// The cores that this program may run on.
#pragma once

#include <sched.h>

namespace lab {

// The set with nothing but the core that worker number `worker` is kept on.
cpu_set_t CoreOfWorker(int worker);

}  // namespace lab
