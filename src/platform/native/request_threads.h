// The threads that answer the download server's requests. All are there before the first one comes: a request never waits for a thread.
#pragma once

#include <httplib.h>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace lab {

class RequestThreads final : public httplib::TaskQueue {
 public:
  explicit RequestThreads(int number);
  ~RequestThreads() override;

  // So many could be started.
  int number() const { return static_cast<int>(threads_.size()); }

  void enqueue(std::function<void()> request) override;
  // Waits until all requests are answered.
  void shutdown() override;

 private:
  void Serve();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> requests_;  // guarded by mutex_
  bool over_ = false;                           // guarded by mutex_
  std::vector<std::thread> threads_;
};

}  // namespace lab
