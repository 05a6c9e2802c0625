#include "platform/wait.h"

#include <cerrno>
#include <ctime>

#include "platform/clock.h"

namespace lab {

// To an absolute deadline, as CPython's time.sleep does, so that signals do not lengthen it.
void WaitMilliseconds(double milliseconds) {
  constexpr Nanoseconds kPerSecond = 1'000'000'000;
  const Nanoseconds until = Now() + static_cast<Nanoseconds>(milliseconds * 1e6);
  const timespec deadline = {.tv_sec = until / kPerSecond, .tv_nsec = until % kPerSecond};
  while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &deadline, nullptr) == EINTR) continue;
}

}  // namespace lab
