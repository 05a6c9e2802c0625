#include "platform/condition.h"

#include <cerrno>
#include <ctime>

namespace lab {

Condition::Condition() {
  pthread_condattr_t attributes;
  pthread_condattr_init(&attributes);
  pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
  pthread_cond_init(&condition_, &attributes);
  pthread_condattr_destroy(&attributes);
}

Condition::~Condition() { pthread_cond_destroy(&condition_); }

void Condition::NotifyOne() { pthread_cond_signal(&condition_); }
void Condition::NotifyAll() { pthread_cond_broadcast(&condition_); }

void Condition::Wait(Mutex& mutex) { pthread_cond_wait(&condition_, mutex.native_handle()); }

bool Condition::WaitFor(Mutex& mutex, Nanoseconds limit) {
  constexpr Nanoseconds kPerSecond = 1'000'000'000;
  timespec deadline{};
  clock_gettime(CLOCK_MONOTONIC, &deadline);
  const Nanoseconds nanoseconds = deadline.tv_nsec + limit % kPerSecond;
  deadline.tv_sec += static_cast<time_t>(limit / kPerSecond + nanoseconds / kPerSecond);
  deadline.tv_nsec = static_cast<long>(nanoseconds % kPerSecond);
  return pthread_cond_timedwait(&condition_, mutex.native_handle(), &deadline) != ETIMEDOUT;
}

}  // namespace lab
