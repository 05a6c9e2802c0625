// What only one worker of a trial may be in at a time: for the serial part of a task. Each model
// has its own: a mutex between threads, a token that the engine hands to processes.
#pragma once

#include "gil/checkpoint.h"

namespace lab {

class CriticalSection {
 public:
  virtual ~CriticalSection() = default;
  // Blocks until nobody else is inside. A GIL that the checkpoint's thread holds is free meanwhile.
  virtual void Enter(Checkpoint& checkpoint) = 0;
  virtual void Leave() = 0;
};

}  // namespace lab
