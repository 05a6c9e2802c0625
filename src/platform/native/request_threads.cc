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
  const MutexLock lock(mutex_);
  requests_.push_back(std::move(request));
  changed_.NotifyOne();
}

void RequestThreads::shutdown() {
  {
    const MutexLock lock(mutex_);
    over_ = true;
    changed_.NotifyAll();
  }
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

void RequestThreads::Serve() {
  for (;;) {
    MutexLock lock(mutex_);
    while (!over_ && requests_.empty()) changed_.Wait(mutex_);
    if (requests_.empty()) return;
    const std::function<void()> request = std::move(requests_.front());
    requests_.pop_front();
    lock.Unlock();
    request();
  }
}

}  // namespace lab
