// Notices that the whole program stood still for a while: it was stopped (SIGSTOP, a debugger), or
// the machine slept. What was under way then says nothing, and whoever waited gave up for no
// reason. Lives on its event loop's thread.
#pragma once

#include "platform/clock.h"
#include "platform/event_loop.h"

namespace lab {

class Standstill {
 public:
  explicit Standstill(EventLoop& loop);
  ~Standstill();
  Standstill(const Standstill&) = delete;
  Standstill& operator=(const Standstill&) = delete;

  // How long the latest one was, if it ended after that time; 0 if there was none since.
  Nanoseconds Since(Nanoseconds time);

 private:
  void Look();
  void Tick();

  EventLoop& loop_;
  EventLoop::Timer timer_ = 0;
  Nanoseconds looked_ = 0;
  Nanoseconds ended_ = 0;   // 0 while there was none
  Nanoseconds length_ = 0;
};

}  // namespace lab
