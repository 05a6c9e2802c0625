#include "platform/event_loop.h"

#include <emscripten.h>
#include <emscripten/eventloop.h>
#include <emscripten/proxying.h>
#include <pthread.h>

#include <map>
#include <vector>

#include "platform/mutex.h"
#include "platform/web/javascript.h"

namespace lab {

struct EventLoop::Port {
  void Wake();
  void RunPosted();
  void RunTimer(Timer timer);

  struct Waiting {
    int id = 0;  // of the browser's timer
    Task task;
  };

  const pthread_t home = pthread_self();
  Mutex mutex;
  std::vector<Task> posted LAB_GUARDED_BY(mutex);
  bool woken LAB_GUARDED_BY(mutex) = false;
  std::map<Timer, Waiting> timers;
  Timer last_timer = 0;
};

namespace {

// There is one loop in an engine.
EventLoop::Port* the_port = nullptr;

}  // namespace

void EventLoop::Port::Wake() {
  if (pthread_equal(pthread_self(), home)) return lab_home_turn();
  emscripten_proxy_async(
      emscripten_proxy_get_system_queue(), home,
      [](void* port) { static_cast<Port*>(port)->RunPosted(); }, this);
}

void EventLoop::Port::RunPosted() {
  std::vector<Task> ready;
  {
    MutexLock lock(mutex);
    ready.swap(posted);
    woken = false;
  }
  for (Task& task : ready) task();
}

void EventLoop::Port::RunTimer(Timer timer) {
  const auto found = timers.find(timer);
  if (found == timers.end()) return;
  const Task task = std::move(found->second.task);
  timers.erase(found);
  task();
}

EventLoop::EventLoop() : port_(std::make_unique<Port>()) { the_port = port_.get(); }
EventLoop::~EventLoop() { the_port = nullptr; }

void EventLoop::Post(Task task) {
  {
    MutexLock lock(port_->mutex);
    port_->posted.push_back(std::move(task));
    if (std::exchange(port_->woken, true)) return;
  }
  port_->Wake();
}

EventLoop::Timer EventLoop::After(double seconds, Task task) {
  const Timer timer = ++port_->last_timer;
  const auto number = reinterpret_cast<void*>(static_cast<uintptr_t>(timer));
  const int id = emscripten_set_timeout(
      [](void* due) { the_port->RunTimer(reinterpret_cast<uintptr_t>(due)); }, seconds * 1000,
      number);
  port_->timers[timer] = {.id = id, .task = std::move(task)};
  return timer;
}

void EventLoop::Cancel(Timer timer) {
  const auto found = port_->timers.find(timer);
  if (found == port_->timers.end()) return;
  emscripten_clear_timeout(found->second.id);
  port_->timers.erase(found);
}

void EventLoop::Run() { emscripten_exit_with_live_runtime(); }

void EventLoop::Stop() {}

}  // namespace lab

extern "C" EMSCRIPTEN_KEEPALIVE void lab_on_turn() {
  if (lab::the_port != nullptr) lab::the_port->RunPosted();
}
