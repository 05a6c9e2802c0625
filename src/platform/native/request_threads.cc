#include "platform/native/request_threads.h"

#include <system_error>

namespace lab {

RequestThreads::RequestThreads(int number) {
  threads_.reserve(static_cast<size_t>(number));
  try {
    while (this->number() < number) threads_.emplace_back([this] { Serve(); });
  } catch (const std::system_error&) {
    // number() tells.
  }
}

RequestThreads::~RequestThreads() { shutdown(); }

void RequestThreads::enqueue(std::function<void()> request) {
  const std::lock_guard lock(mutex_);
  requests_.push_back(std::move(request));
  changed_.notify_one();
}

void RequestThreads::shutdown() {
  {
    const std::lock_guard lock(mutex_);
    over_ = true;
    changed_.notify_all();
  }
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

void RequestThreads::Serve() {
  for (;;) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return over_ || !requests_.empty(); });
    if (requests_.empty()) return;
    const std::function<void()> request = std::move(requests_.front());
    requests_.pop_front();
    lock.unlock();
    request();
  }
}

}  // namespace lab
