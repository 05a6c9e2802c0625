// How long Thread.start() would take under our GIL: the starter waits, without the lock, until the
// new thread has run, and then waits for the lock, since the new thread computes on.
#pragma once

#include <optional>

namespace lab {

// Seconds, of one start; nothing if the system allows no thread. Each thread stays on a core of its
// own: where the kernel puts both on one, it is the kernel's time slice that is measured.
std::optional<double> StartUnderGil();

}  // namespace lab
