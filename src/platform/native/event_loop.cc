#include "platform/event_loop.h"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>

#include "platform/native/event_loop_port.h"

namespace lab {

EventLoop::Port::Port() {
  int ends[2] = {-1, -1};
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) == 0) {
    wake_read = ends[0];
    wake_write = ends[1];
  }
}

EventLoop::Port::~Port() {
  close(wake_read);
  close(wake_write);
}

void EventLoop::Port::Watch(int descriptor, Task ready) { watched[descriptor] = std::move(ready); }
void EventLoop::Port::Forget(int descriptor) { watched.erase(descriptor); }

void EventLoop::Port::Wake() {
  // A full pipe wakes as well as one more byte would.
  [[maybe_unused]] const ssize_t written = write(wake_write, "!", 1);
}

void EventLoop::Port::RunPosted() {
  std::vector<Task> ready;
  {
    MutexLock lock(mutex);
    ready.swap(posted);
  }
  for (Task& task : ready) task();
}

void EventLoop::Port::RunTimers() {
  const Nanoseconds now = Now();
  std::vector<Timer> due;
  for (const auto& [timer, waiting] : timers) {
    if (waiting.due <= now) due.push_back(timer);
  }
  std::ranges::sort(due, {}, [&](Timer timer) { return timers.at(timer).due; });
  for (const Timer timer : due) {
    const auto found = timers.find(timer);  // an earlier one may have cancelled it
    if (found == timers.end()) continue;
    const Task task = std::move(found->second.task);
    timers.erase(found);
    task();
  }
}

int EventLoop::Port::MillisecondsToNextTimer() const {
  if (timers.empty()) return -1;
  Nanoseconds next = timers.begin()->second.due;
  for (const auto& [timer, waiting] : timers) next = std::min(next, waiting.due);
  const double left = static_cast<double>(next - Now()) / 1e6;
  return static_cast<int>(std::clamp(std::ceil(left), 0.0, 60'000.0));
}

void EventLoop::Port::RunReady() {
  std::vector<pollfd> descriptors = {{.fd = wake_read, .events = POLLIN, .revents = 0}};
  for (const auto& [descriptor, ready] : watched)
    descriptors.push_back({.fd = descriptor, .events = POLLIN, .revents = 0});
  if (poll(descriptors.data(), descriptors.size(), MillisecondsToNextTimer()) <= 0) return;
  if (descriptors[0].revents != 0) {
    char bytes[64];
    while (read(wake_read, bytes, sizeof bytes) > 0) continue;
  }
  for (size_t at = 1; at < descriptors.size(); ++at) {
    if (descriptors[at].revents == 0) continue;
    const auto found = watched.find(descriptors[at].fd);  // an earlier one may have ended it
    if (found == watched.end()) continue;
    const Task ready = found->second;
    ready();
  }
}

EventLoop::EventLoop() : port_(std::make_unique<Port>()) {}

// Tasks that never ran may own what still uses the loop: they go while it is whole.
EventLoop::~EventLoop() {
  std::vector<Task> dropped;
  {
    MutexLock lock(port_->mutex);
    dropped.swap(port_->posted);
  }
  dropped.clear();
}

void EventLoop::Post(Task task) {
  {
    MutexLock lock(port_->mutex);
    port_->posted.push_back(std::move(task));
  }
  port_->Wake();
}

EventLoop::Timer EventLoop::After(double seconds, Task task) {
  const Timer timer = ++port_->last_timer;
  port_->timers[timer] = {.due = Now() + static_cast<Nanoseconds>(seconds * kSecond),
                          .task = std::move(task)};
  return timer;
}

void EventLoop::Cancel(Timer timer) { port_->timers.erase(timer); }

void EventLoop::Run() {
  while (!port_->stopped) {
    port_->RunPosted();
    port_->RunTimers();
    if (!port_->stopped) port_->RunReady();
  }
  port_->stopped = false;
}

void EventLoop::Stop() {
  port_->stopped = true;
  port_->Wake();
}

}  // namespace lab
