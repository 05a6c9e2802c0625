// The threads that serve the download server's requests. All are there before the first one comes:
// a request never waits for a thread.
#pragma once

#include <httplib.h>

#include <deque>
#include <functional>
#include <thread>
#include <vector>

#include "platform/condition.h"
#include "platform/mutex.h"

namespace lab {

class RequestThreads final : public httplib::TaskQueue {
 public:
  explicit RequestThreads(int number);
  ~RequestThreads() override;

  // So many could be started.
  int number() const { return static_cast<int>(threads_.size()); }

  void enqueue(std::function<void()> request) override;
  // Waits until all requests are served.
  void shutdown() override;

 private:
  void Serve();

  Mutex mutex_;
  Condition changed_;
  std::deque<std::function<void()>> requests_ LAB_GUARDED_BY(mutex_);
  bool over_ LAB_GUARDED_BY(mutex_) = false;
  std::vector<std::thread> threads_;
};

}  // namespace lab
