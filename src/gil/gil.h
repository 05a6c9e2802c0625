// A global interpreter lock with CPython's protocol (Python/ceval_gil.c, the same from 3.2
// to 3.14): a waiter that has seen no hand-over for one switch interval asks the holder to drop the
// lock; the holder drops at its next checkpoint and then waits until another thread has had it. A
// plain mutex and condition variables that wake one waiter, nothing fair: who is woken is part of
// the behaviour.
//
// Threads are told apart by a number of the caller's choice, from 0. Each may have a recorder, in
// which the lock notes what becomes of its thread: who is running holds the lock. The stamps are
// taken with the lock in hand, so no two lanes run at the same instant.
#pragma once

#include <cstdint>

#include "gil/breaker.h"
#include "platform/clock.h"
#include "platform/condition.h"
#include "platform/mutex.h"
#include "trace/recorder.h"

namespace lab {

class Gil {
 public:
  // `breaker` outlives the lock; its kDropRequest bit belongs to the lock. The interval is 1 µs at
  // the least, 5 ms in CPython.
  Gil(Breaker& breaker, Nanoseconds switch_interval);

  // Blocks until `thread` holds the lock.
  void Take(int thread, Recorder& lane = Recorder::Silent());

  // The holder gives the lock back. If it had been asked to, it waits until another thread has
  // taken it, so it cannot win it back at once; otherwise (a blocking call that nobody waited for)
  // it may be taken again at once. `next` is what the thread does from then on.
  void Drop(int thread, EventKind next = EventKind::kWaitingForGil,
            Recorder& lane = Recorder::Silent());

  // The holder gives the lock back for good: a thread that ends waits for nobody.
  void DropAtEnd(int thread, Recorder& lane = Recorder::Silent());

  // How often the lock went to a thread other than its last holder.
  uint64_t handoffs() const;

 private:
  void Release(int thread, EventKind next, Recorder& lane);
  void AwaitSwitch(int thread);

  static constexpr int kNobody = -1;

  Breaker& breaker_;
  const Nanoseconds interval_;

  mutable Mutex mutex_;
  Condition free_;
  bool locked_ LAB_GUARDED_BY(mutex_) = false;

  Mutex switch_mutex_;
  Condition switched_;
  int last_holder_ = kNobody;  // written under both mutexes, read under either
  uint64_t switches_ LAB_GUARDED_BY(mutex_) = 0;
  Nanoseconds released_ LAB_GUARDED_BY(mutex_) = 0;  // the last time, by the recorder
};

}  // namespace lab
