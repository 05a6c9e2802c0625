// A fixed number of threads that wait for jobs: the workers of the thread models. Used on its event
// loop's thread only; the bodies run on the team's threads.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "base/result.h"
#include "platform/clock.h"
#include "platform/event_loop.h"

namespace lab {

class ThreadTeam {
 public:
  // `pin`: thread i stays on core i.
  ThreadTeam(EventLoop& loop, int threads, bool pin);
  // The threads end as soon as they are back from their bodies; nobody waits for them.
  ~ThreadTeam();
  ThreadTeam(const ThreadTeam&) = delete;
  ThreadTeam& operator=(const ThreadTeam&) = delete;

  // See Model::Start. A thread that does not say hello in time is replaced once, then reported.
  void Start(std::function<void(Result<double>)> started);

  // How long each thread took until it said hello; once all have.
  std::vector<Nanoseconds> startups() const;

  // Calls body(lane) on every thread, lanes from 0, all let go at once when the last one has
  // arrived; then `finished` on the loop after the last one is back. `body` is kept alive by the
  // threads that still run it.
  void Run(std::function<void(int lane)> body, std::function<void()> finished);

 private:
  struct Shared;
  std::string NameOf(int lane) const;
  void StartOne(int lane);
  void CheckHello(bool late);

  EventLoop& loop_;
  const int threads_;
  const bool pin_;
  std::shared_ptr<Shared> shared_;
  std::function<void(Result<double>)> started_;
  std::function<void()> finished_;
  EventLoop::Timer hello_timer_ = 0;
  Nanoseconds asked_ = 0;
  bool replaced_ = false;
  bool refused_ = false;  // the system allows no more threads
};

}  // namespace lab
