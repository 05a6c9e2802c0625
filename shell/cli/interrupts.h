// What asks the program to end: Ctrl-C, SIGTERM and SIGHUP, unless whoever started it wants that
// ignored. While this object lives they end nothing by themselves, in a container's first process
// neither; whoever made it looks whether one came.
#pragma once

#include <signal.h>

#include <atomic>
#include <chrono>

namespace lab {

class Interrupts {
 public:
  // For this thread and those that it starts from now on.
  Interrupts();
  ~Interrupts();
  Interrupts(const Interrupts&) = delete;
  Interrupts& operator=(const Interrupts&) = delete;

  // Waits for one, so long at most; true if one has come, now or earlier. Any thread.
  bool Came(std::chrono::milliseconds wait);

 private:
  sigset_t signals_;
  sigset_t former_;
  std::atomic<bool> came_ = false;
};

}  // namespace lab
