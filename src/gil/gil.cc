// Shown to people: the code view prints this file.
#include "gil/gil.h"

#include <algorithm>

namespace lab {

Gil::Gil(Breaker& breaker, Nanoseconds switch_interval)
    : breaker_(breaker), interval_(std::max<Nanoseconds>(switch_interval, 1'000)) {}

void Gil::Take(int thread, Recorder& lane) {
  MutexLock lock(mutex_);
  while (locked_) {
    lane.Enter(EventKind::kWaitingForGil);
    const uint64_t switches_before = switches_;
    const bool notified = free_.WaitFor(mutex_, interval_);
    // A hand-over in between starts a fresh interval: among many busy threads a waiter waits for
    // several of them.
    if (notified || !locked_ || switches_ != switches_before) continue;
    lane.Mark(EventKind::kAskedToDrop, static_cast<int16_t>(last_holder_));
    breaker_.Set(Breaker::kDropRequest);
  }
  {
    MutexLock switching(switch_mutex_);
    locked_ = true;
    if (last_holder_ != thread) {
      last_holder_ = thread;
      ++switches_;
    }
    switched_.NotifyOne();
  }
  breaker_.Clear(Breaker::kDropRequest);
  lane.EnterAfter(released_, EventKind::kRunning);
}

void Gil::Drop(int thread, EventKind next, Recorder& lane) {
  Release(thread, next, lane);
  if (breaker_.Has(Breaker::kDropRequest)) AwaitSwitch(thread);
}

void Gil::DropAtEnd(int thread, Recorder& lane) { Release(thread, EventKind::kEnded, lane); }

void Gil::Release(int thread, EventKind next, Recorder& lane) {
  MutexLock lock(mutex_);
  lane.Enter(next);
  released_ = std::max(released_, lane.latest());
  {
    MutexLock switching(switch_mutex_);
    last_holder_ = thread;
  }
  locked_ = false;
  free_.NotifyOne();
}

void Gil::AwaitSwitch(int thread) {
  MutexLock switching(switch_mutex_);
  if (last_holder_ != thread) return;
  breaker_.Clear(Breaker::kDropRequest);
  switched_.Wait(switch_mutex_);
}

uint64_t Gil::handoffs() const {
  MutexLock lock(mutex_);
  return switches_;
}

}  // namespace lab
