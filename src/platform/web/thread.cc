#include "platform/thread.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

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
    std::lock_guard lock(mutex_);
    asked_.push_back(std::move(body));
    changed_.notify_one();
  }

 private:
  void Serve() {
    for (;;) {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return !asked_.empty(); });
      std::function<void()> body = std::move(asked_.front());
      asked_.pop_front();
      lock.unlock();
      std::thread(std::move(body)).detach();
    }
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> asked_;  // guarded by mutex_
};

// Made before main(), by the window, where starting a thread does not wait.
Starter& starter = *new Starter;

}  // namespace

std::optional<Error> StartThread(const std::string&, std::function<void()> body) {
  starter.Ask(std::move(body));
  return std::nullopt;
}

}  // namespace lab
