// The native loop's inside, for the ports that wait for file descriptors.
#pragma once

#include <atomic>
#include <map>
#include <vector>

#include "platform/clock.h"
#include "platform/event_loop.h"
#include "platform/mutex.h"

namespace lab {

struct EventLoop::Port {
  Port();
  ~Port();

  // Loop thread only: calls `ready` whenever the descriptor can be read or has been hung up.
  void Watch(int descriptor, Task ready);
  void Forget(int descriptor);

  void Wake();
  void RunPosted();
  void RunTimers();
  void RunReady();
  int MillisecondsToNextTimer() const;

  struct Waiting {
    Nanoseconds due;
    Task task;
  };

  int wake_read = -1;
  int wake_write = -1;
  std::atomic<bool> stopped = false;
  Mutex mutex;
  std::vector<Task> posted LAB_GUARDED_BY(mutex);
  std::map<Timer, Waiting> timers;
  Timer last_timer = 0;
  std::map<int, Task> watched;
};

}  // namespace lab
