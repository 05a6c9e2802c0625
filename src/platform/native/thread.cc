#include "platform/thread.h"

#include <system_error>
#include <thread>

#include "platform/condition.h"
#include "platform/mutex.h"
#include "platform/native/limits.h"
#include "platform/native/live_threads.h"

namespace lab {
namespace {

struct LiveThreads {
  Mutex mutex;
  Condition changed;
  int alive LAB_GUARDED_BY(mutex) = 0;

  void Add(int count) {
    MutexLock lock(mutex);
    alive += count;
    changed.NotifyAll();
  }
};

// Never destroyed: a thread that was left behind may outlive main().
LiveThreads& TheLiveThreads() {
  static LiveThreads& live = *new LiveThreads;
  return live;
}

}  // namespace

std::optional<Error> StartThread(const std::string& name, std::function<void()> body) {
  TheLiveThreads().Add(1);
  try {
    std::thread([body = std::move(body)]() mutable {
      body();
      body = nullptr;
      TheLiveThreads().Add(-1);
    }).detach();
    return std::nullopt;
  } catch (const std::system_error&) {
    TheLiveThreads().Add(-1);
    return NoMoreThreads(name);
  }
}

bool AwaitThreads(double seconds) {
  LiveThreads& live = TheLiveThreads();
  const Nanoseconds limit = Now() + static_cast<Nanoseconds>(seconds * kSecond);
  MutexLock lock(live.mutex);
  while (live.alive > 0) {
    const Nanoseconds left = limit - Now();
    if (left <= 0 || !live.changed.WaitFor(live.mutex, left)) break;
  }
  return live.alive == 0;
}

}  // namespace lab
