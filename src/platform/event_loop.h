// The thread on which an engine lives: tasks posted from anywhere and timers, one at a time, in
// order. Nothing that runs on it may block. Native: a queue and file descriptors behind poll(2).
// Web: the event loop of the worker on which it was made.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

namespace lab {

class EventLoop {
 public:
  using Task = std::function<void()>;
  using Timer = uint64_t;  // never 0

  EventLoop();
  ~EventLoop();
  EventLoop(const EventLoop&) = delete;
  EventLoop& operator=(const EventLoop&) = delete;

  // Any thread. Runs the task on the loop's thread, later.
  void Post(Task task);

  // Loop thread only. Runs the task once, `seconds` from now at the earliest.
  Timer After(double seconds, Task task);
  // Loop thread only. Harmless for a timer that has run.
  void Cancel(Timer timer);

  // Native: serves until Stop, and can serve again. Web: gives the worker back to its own event
  // loop, with the runtime alive, and does not return.
  void Run();
  // Any thread. Web: nothing to do, a worker is ended from outside.
  void Stop();

  // What the platform needs to serve; defined by each port.
  struct Port;
  Port& port() { return *port_; }

 private:
  std::unique_ptr<Port> port_;
};

}  // namespace lab
