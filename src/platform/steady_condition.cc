#include "platform/steady_condition.h"

#include <cerrno>
#include <ctime>

namespace lab {

SteadyCondition::SteadyCondition() {
  pthread_condattr_t attributes;
  pthread_condattr_init(&attributes);
  pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
  pthread_cond_init(&condition_, &attributes);
  pthread_condattr_destroy(&attributes);
}

SteadyCondition::~SteadyCondition() { pthread_cond_destroy(&condition_); }

void SteadyCondition::NotifyOne() { pthread_cond_signal(&condition_); }

void SteadyCondition::Wait(std::unique_lock<std::mutex>& lock) {
  pthread_cond_wait(&condition_, lock.mutex()->native_handle());
}

bool SteadyCondition::WaitFor(std::unique_lock<std::mutex>& lock, Nanoseconds limit) {
  constexpr Nanoseconds kPerSecond = 1'000'000'000;
  timespec deadline{};
  clock_gettime(CLOCK_MONOTONIC, &deadline);
  const Nanoseconds nanoseconds = deadline.tv_nsec + limit % kPerSecond;
  deadline.tv_sec += static_cast<time_t>(limit / kPerSecond + nanoseconds / kPerSecond);
  deadline.tv_nsec = static_cast<long>(nanoseconds % kPerSecond);
  return pthread_cond_timedwait(&condition_, lock.mutex()->native_handle(), &deadline) != ETIMEDOUT;
}

}  // namespace lab
