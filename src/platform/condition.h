// A condition variable whose timed wait runs on the steady clock and not on the time of day.
// std::condition_variable promises that too, but the web's C++ library waits on the time of day,
// which counts in whole milliseconds there. Plain pthread condition variable: no queue, no
// fairness.
#pragma once

#include <pthread.h>

#include "platform/clock.h"
#include "platform/mutex.h"

namespace lab {

class Condition {
 public:
  Condition();
  ~Condition();
  Condition(const Condition&) = delete;
  Condition& operator=(const Condition&) = delete;

  void NotifyOne();
  void NotifyAll();
  // Both may wake for no reason, like every condition variable.
  void Wait(Mutex& mutex) LAB_REQUIRES(mutex);
  // False if the time ran out.
  bool WaitFor(Mutex& mutex, Nanoseconds limit) LAB_REQUIRES(mutex);

 private:
  pthread_cond_t condition_;
};

}  // namespace lab
