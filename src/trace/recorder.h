// Where one lane notes what it does: a buffer that never grows, without locks. One thread writes;
// any thread may read what has been written so far. What comes after the last place is counted and
// not kept. Stamps never run backwards.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <memory>
#include <span>

#include "trace/event.h"

namespace lab {

class Recorder {
 public:
  // Room for so many events. Without room it records nothing and reads no clock.
  explicit Recorder(size_t capacity)
      : capacity_(capacity),
        events_(std::allocator<Event>().allocate(capacity), Release{capacity}) {}

  // One that records nothing; any number of threads may share it.
  static Recorder& Silent();

  bool on() const { return capacity_ > 0; }

  // ---- The lane's own thread.

  // From now on the lane is in that state. Nothing if it was already.
  void Enter(EventKind state) {
    if (on() && state != state_) Add(state, Now(), kNoLane, 0);
  }
  // The same, where it is known that the state began at `at`.
  void EnterAt(Nanoseconds at, EventKind state) {
    if (on() && state != state_) Add(state, at, kNoLane, 0);
  }
  // From now on, or from `at` on, it sends or receives a message.
  void EnterMessage(EventKind state, int16_t peer, size_t bytes) {
    if (on()) Add(state, Now(), peer, static_cast<int32_t>(bytes));
  }
  void EnterMessageAt(Nanoseconds at, EventKind state, int16_t peer, size_t bytes) {
    if (on()) Add(state, at, peer, static_cast<int32_t>(bytes));
  }
  // The same, for a state that cannot have begun before `cause`, which another lane stamped. Clocks
  // of different lanes may differ a little: by how much it showed at most, is kept.
  void EnterAfter(Nanoseconds cause, EventKind state) {
    if (!on() || state == state_) return;
    const Nanoseconds now = Now();
    disorder_ = std::max(disorder_, cause - now);
    Add(state, std::max(now, cause), kNoLane, 0);
  }
  // Something has just happened, by the doing of `peer` or to it.
  void Mark(EventKind mark, int16_t peer) {
    if (on()) Add(mark, Now(), peer, 0);
  }
  // Something happened at `at` to task number `task`.
  void MarkTask(Nanoseconds at, EventKind mark, int task) {
    if (on()) Add(mark, at, kNoLane, task);
  }
  // Stamp of the latest event.
  Nanoseconds latest() const { return latest_; }
  // Begins anew: the events have been taken. The state stays.
  void Clear() {
    count_.store(0, std::memory_order_relaxed);
    lost_ = 0;
    disorder_ = 0;
  }

  // ---- Any thread.

  std::span<const Event> events() const {
    return {events_.get(), count_.load(std::memory_order_acquire)};
  }

  // ---- Once the lane's thread has handed over.

  size_t lost() const { return lost_; }
  Nanoseconds disorder() const { return disorder_; }

 private:
  // The places are left as they come, so that a trial touches only the memory that it uses.
  struct Release {
    size_t capacity;
    void operator()(Event* events) const { std::allocator<Event>().deallocate(events, capacity); }
  };

  void Add(EventKind kind, Nanoseconds at, int16_t peer, int32_t value) {
    if (IsState(kind)) state_ = kind;
    const size_t count = count_.load(std::memory_order_relaxed);
    if (count == capacity_) {
      ++lost_;
      return;
    }
    latest_ = std::max(latest_, at);
    std::construct_at(&events_[count],
                      Event{.at = latest_, .value = value, .peer = peer, .kind = kind});
    count_.store(count + 1, std::memory_order_release);
  }

  const size_t capacity_;
  const std::unique_ptr<Event[], Release> events_;
  std::atomic<size_t> count_ = 0;
  size_t lost_ = 0;
  Nanoseconds latest_ = 0;
  Nanoseconds disorder_ = 0;
  EventKind state_ = EventKind::kTaskBegun;  // no state yet
};

}  // namespace lab
