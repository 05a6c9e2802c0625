// A condition variable whose timed wait runs on the steady clock and not on the time of day.
// std::condition_variable promises that too, but the web's C++ library waits on the time of day,
// which counts in whole milliseconds there. Plain pthread condition variable: no queue, no fairness.
#pragma once

#include <pthread.h>

#include <mutex>

#include "platform/clock.h"

namespace lab {

class SteadyCondition {
 public:
  SteadyCondition();
  ~SteadyCondition();
  SteadyCondition(const SteadyCondition&) = delete;
  SteadyCondition& operator=(const SteadyCondition&) = delete;

  void NotifyOne();
  void Wait(std::unique_lock<std::mutex>& lock);
  // False if the time ran out. May wake for no reason, like every condition variable.
  bool WaitFor(std::unique_lock<std::mutex>& lock, Nanoseconds limit);

 private:
  pthread_cond_t condition_;
};

}  // namespace lab
