#include "gil/gil.h"

#include <algorithm>

namespace lab {

Gil::Gil(Breaker& breaker, Nanoseconds switch_interval)
    : breaker_(breaker), interval_(std::max<Nanoseconds>(switch_interval, 1'000)) {}

void Gil::Take(int thread) {
  std::unique_lock lock(mutex_);
  while (locked_) {
    const uint64_t switches_before = switches_;
    const bool notified = free_.WaitFor(lock, interval_);
    // A hand-over in between starts a fresh interval: among many busy threads a waiter waits for
    // several of them.
    if (!notified && locked_ && switches_ == switches_before) breaker_.Set(Breaker::kDropRequest);
  }
  {
    std::lock_guard switching(switch_mutex_);
    locked_ = true;
    if (last_holder_ != thread) {
      last_holder_ = thread;
      ++switches_;
    }
    switched_.NotifyOne();
  }
  breaker_.Clear(Breaker::kDropRequest);
}

void Gil::Drop(int thread) {
  Release(thread);
  if (breaker_.Has(Breaker::kDropRequest)) AwaitSwitch(thread);
}

void Gil::DropAtEnd(int thread) { Release(thread); }

void Gil::Release(int thread) {
  std::lock_guard lock(mutex_);
  {
    std::lock_guard switching(switch_mutex_);
    last_holder_ = thread;
  }
  locked_ = false;
  free_.NotifyOne();
}

void Gil::AwaitSwitch(int thread) {
  std::unique_lock switching(switch_mutex_);
  if (last_holder_ != thread) return;
  breaker_.Clear(Breaker::kDropRequest);
  switched_.Wait(switching);
}

uint64_t Gil::handoffs() const {
  std::lock_guard lock(mutex_);
  return switches_;
}

}  // namespace lab
