// The place in a loop where a running thread looks up: hands the GIL over if it was asked to, and
// learns that its work is no longer wanted. Belongs to one thread.
#pragma once

#include "gil/breaker.h"
#include "gil/gil.h"

namespace lab {

class Checkpoint {
 public:
  // Without a GIL (`gil` null) only cancellation is looked for. `lane` is where the thread's doings
  // are recorded. All three outlive the checkpoint.
  explicit Checkpoint(const Breaker& breaker, Gil* gil = nullptr, int thread = 0,
                      Recorder& lane = Recorder::Silent())
      : breaker_(breaker), gil_(gil), thread_(thread), lane_(lane) {}

  // False if the work is to be given up. One relaxed load as long as nothing is the matter.
  bool Pass() {
    if (breaker_.Quiet()) [[likely]]
      return true;
    return LookUp();
  }
  // For a loop that polls by itself and passes only when it is not quiet.
  const Breaker& breaker() const { return breaker_; }

  // Around every call that may block, whether it will or not: the GIL is free meanwhile. `state` is
  // what the thread does in there.
  class Blocking {
   public:
    explicit Blocking(Checkpoint& checkpoint, EventKind state = EventKind::kBlocked)
        : checkpoint_(checkpoint) {
      checkpoint_.Block(state);
    }
    ~Blocking() { checkpoint_.Resume(); }
    Blocking(const Blocking&) = delete;
    Blocking& operator=(const Blocking&) = delete;

   private:
    Checkpoint& checkpoint_;
  };

 private:
  bool LookUp();
  void Block(EventKind state);
  void Resume();

  const Breaker& breaker_;
  Gil* const gil_;
  const int thread_;
  Recorder& lane_;
};

}  // namespace lab
