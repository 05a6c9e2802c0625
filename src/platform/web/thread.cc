#include "platform/thread.h"

#include <deque>
#include <thread>

#include "platform/condition.h"
#include "platform/mutex.h"

namespace lab {
namespace {

// Starts the threads. On the web a thread that starts another waits for the window to answer; the
// engine's home must not, so a thread of its own does it.
class Starter {
 public:
  Starter() {
    std::thread([this] { Serve(); }).detach();
  }

  void Ask(std::function<void()> body) {
    MutexLock lock(mutex_);
    asked_.push_back(std::move(body));
    changed_.NotifyOne();
  }

 private:
  void Serve() {
    for (;;) {
      MutexLock lock(mutex_);
      while (asked_.empty()) changed_.Wait(mutex_);
      std::function<void()> body = std::move(asked_.front());
      asked_.pop_front();
      lock.Unlock();
      std::thread(std::move(body)).detach();
    }
  }

  Mutex mutex_;
  Condition changed_;
  std::deque<std::function<void()>> asked_ LAB_GUARDED_BY(mutex_);
};

// Made before main(), by the window, where starting a thread does not wait.
Starter& starter = *new Starter;

}  // namespace

std::optional<Error> StartThread(const std::string&, std::function<void()> body) {
  starter.Ask(std::move(body));
  return std::nullopt;
}

}  // namespace lab
