#include "model/thread_team.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "platform/affinity.h"
#include "platform/condition.h"
#include "platform/mutex.h"
#include "platform/thread.h"
#include "words/english/model.h"

// A thread lives in Shared::Serve: it says hello, then waits for a job, waits at the barrier until
// all are there, runs the body, returns, and waits for the next one, until the team is dismissed. A
// thread whose hello is late may find that its replacement has taken its lane, and leaves without a
// word.
//
// The team is *starting* while `started_` is set, then *idle*, and *at work* from Run until the
// last thread has returned. Only its loop's thread uses it.
//
// Nobody waits for a thread that is stuck in a system call, so threads may outlive the team, and
// the loop: what they touch is `Shared`, which lives until the last of them is gone. `Shared::team`
// is null once the team is; `dismissed` says so to threads, under the mutex, and a thread posts to
// the loop only while it holds the mutex and is not dismissed.
namespace lab {
namespace {

constexpr double kThreadHelloLimitS = 10;

}  // namespace

// What team and threads have in common. It lives until the last of them is gone, and knows the team
// only as long as that is there.
struct ThreadTeam::Shared : std::enable_shared_from_this<Shared> {
  Shared(EventLoop& its_loop, ThreadTeam* its_team, int count)
      : loop(its_loop), team(its_team), present(count), hello_at(count) {}

  void Serve(int lane);
  bool SayHello(int lane);
  void Arrive();
  void Return();

  EventLoop& loop;
  ThreadTeam* team;  // loop thread only; null when the team is gone

  Mutex mutex;
  Condition changed;
  std::vector<bool> present LAB_GUARDED_BY(mutex);
  std::vector<Nanoseconds> hello_at LAB_GUARDED_BY(mutex);
  int hellos LAB_GUARDED_BY(mutex) = 0;
  bool dismissed LAB_GUARDED_BY(mutex) = false;
  uint64_t job LAB_GUARDED_BY(mutex) = 0;
  std::function<void(int)> body LAB_GUARDED_BY(mutex);
  int arrived LAB_GUARDED_BY(mutex) = 0;
  int returned LAB_GUARDED_BY(mutex) = 0;
};

// A thread's whole life.
void ThreadTeam::Shared::Serve(int lane) {
  if (!SayHello(lane)) return;
  for (uint64_t done = 0;;) {
    std::function<void(int)> work;
    {
      MutexLock lock(mutex);
      while (!dismissed && job == done) changed.Wait(mutex);
      if (dismissed) return;
      done = job;
      work = body;
    }
    Arrive();
    work(lane);
    work = nullptr;
    Return();
  }
}

// False if a replacement has taken this lane meanwhile.
bool ThreadTeam::Shared::SayHello(int lane) {
  MutexLock lock(mutex);
  if (present[lane] || dismissed) return false;
  present[lane] = true;
  hello_at[lane] = Now();
  if (++hellos < static_cast<int>(present.size())) return true;
  loop.Post([self = shared_from_this()] {
    if (self->team != nullptr) self->team->CheckHello(false);
  });
  return true;
}

// The barrier: everybody waits until the last one is here.
void ThreadTeam::Shared::Arrive() {
  MutexLock lock(mutex);
  const int all = static_cast<int>(present.size());
  if (++arrived == all) changed.NotifyAll();
  while (!dismissed && arrived < all) changed.Wait(mutex);
}

void ThreadTeam::Shared::Return() {
  MutexLock lock(mutex);
  if (dismissed) return;  // the loop may be gone as well
  if (++returned < static_cast<int>(present.size())) return;
  body = nullptr;
  loop.Post([self = shared_from_this()] {
    if (self->team == nullptr) return;
    const auto finished = std::move(self->team->finished_);
    finished();
  });
}

ThreadTeam::ThreadTeam(EventLoop& loop, int threads, bool pin)
    : loop_(loop),
      threads_(threads),
      pin_(pin),
      shared_(std::make_shared<Shared>(loop, this, threads)) {}

ThreadTeam::~ThreadTeam() {
  loop_.Cancel(hello_timer_);
  shared_->team = nullptr;
  MutexLock lock(shared_->mutex);
  shared_->dismissed = true;
  shared_->changed.NotifyAll();
}

void ThreadTeam::Start(std::function<void(Result<double>)> started) {
  started_ = std::move(started);
  asked_ = Now();
  hello_timer_ = loop_.After(kThreadHelloLimitS, [this] { CheckHello(true); });
  for (int lane = 0; lane < threads_ && !refused_; ++lane) StartOne(lane);
}

std::string ThreadTeam::NameOf(int lane) const {
  return Phrase<words::kThreadOf>("number"_a = lane + 1, "threads"_a = threads_);
}

void ThreadTeam::StartOne(int lane) {
  std::optional<Error> refused = StartThread(NameOf(lane), [shared = shared_, lane, pin = pin_] {
    if (pin) PinThisThread(lane);
    shared->Serve(lane);
  });
  if (!refused || refused_) return;
  refused_ = true;
  // Nobody waits for a thread that will not come. Not from within the call.
  loop_.Cancel(hello_timer_);
  hello_timer_ = loop_.After(
      0, [this, error = std::move(*refused)] { std::exchange(started_, nullptr)(error); });
}

// Called when all have said hello, and when the time for it is over.
void ThreadTeam::CheckHello(bool late) {
  if (!started_) return;
  std::vector<int> missing;
  Nanoseconds last_hello = 0;
  {
    MutexLock lock(shared_->mutex);
    last_hello = *std::ranges::max_element(shared_->hello_at);
    for (int lane = 0; lane < threads_; ++lane) {
      if (!shared_->present[lane]) missing.push_back(lane);
    }
  }
  const auto started = started_;
  if (missing.empty()) {
    loop_.Cancel(hello_timer_);
    started_ = nullptr;
    // Two threads read clocks that may be a step apart, which is 17 ms in browsers that guard
    // against fingerprinting.
    started(static_cast<double>(std::max<Nanoseconds>(0, last_hello - asked_)) / kSecond);
  } else if (late && !replaced_) {
    replaced_ = true;
    hello_timer_ = loop_.After(kThreadHelloLimitS, [this] { CheckHello(true); });
    for (const int lane : missing) StartOne(lane);
  } else if (late) {
    started_ = nullptr;
    started(Error{.code = ErrorCode::kWorkerFailed,
                  .message = Phrase<words::kThreadIsLate>("thread"_a = NameOf(missing.front()),
                                                          "limit"_a = kThreadHelloLimitS),
                  .next = Phrase<words::kFewerWorkers>()});
  }
}

std::vector<Nanoseconds> ThreadTeam::startups() const {
  MutexLock lock(shared_->mutex);
  std::vector<Nanoseconds> startups = shared_->hello_at;
  // A coarse clock may have been a step behind on the other thread.
  for (Nanoseconds& each : startups) each = std::max<Nanoseconds>(0, each - asked_);
  return startups;
}

void ThreadTeam::Run(std::function<void(int lane)> body, std::function<void()> finished) {
  finished_ = std::move(finished);
  MutexLock lock(shared_->mutex);
  shared_->body = std::move(body);
  shared_->arrived = 0;
  shared_->returned = 0;
  ++shared_->job;
  shared_->changed.NotifyAll();
}

}  // namespace lab
