// Tells what the lanes of a trial do while it is under way, some times a second, so that a timeline
// can grow. Takes little time itself: of a trial with more events than can be followed it tells the
// beginning. Lives on its event loop's thread; destroying it ends it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "messages/messages.h"
#include "experiment/plan.h"
#include "model/model.h"
#include "platform/event_loop.h"

namespace lab {

// So many events of a trial are told: some milliseconds of writing and reading.
inline constexpr size_t kMostLiveEvents = 4000;

class LiveTrace {
 public:
  // `loop` and `notify` outlive it.
  LiveTrace(EventLoop& loop, int run, const std::function<void(const Notice&)>& notify)
      : loop_(loop), run_(run), notify_(notify) {}
  ~LiveTrace() { loop_.Cancel(timer_); }
  LiveTrace(const LiveTrace&) = delete;
  LiveTrace& operator=(const LiveTrace&) = delete;

  // The trial has just been begun; `model` outlives it.
  void Begin(const Model& model, const Trial& trial);
  // It is over, and this is what its lanes did.
  void End(const std::optional<Trace>& trace);

 private:
  void Look();
  void Tell(const Trace& trace);

  EventLoop& loop_;
  const int run_;
  const std::function<void(const Notice&)>& notify_;
  const Model* model_ = nullptr;  // null between trials
  Trial trial_;
  std::vector<size_t> told_;  // events of each lane
  size_t told_in_all_ = 0;
  EventLoop::Timer timer_ = 0;
};

}  // namespace lab
