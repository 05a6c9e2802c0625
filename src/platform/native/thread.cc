#include "platform/thread.h"

#include <system_error>
#include <thread>

#include "platform/condition.h"
#include "platform/mutex.h"
#include "platform/native/limits.h"
#include "platform/native/thread_census.h"

namespace lab {
namespace {

struct Census {
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
Census& TheCensus() {
  static Census& census = *new Census;
  return census;
}

}  // namespace

std::optional<Error> StartThread(const std::string& name, std::function<void()> body) {
  TheCensus().Add(1);
  try {
    std::thread([body = std::move(body)]() mutable {
      body();
      body = nullptr;
      TheCensus().Add(-1);
    }).detach();
    return std::nullopt;
  } catch (const std::system_error&) {
    TheCensus().Add(-1);
    return NoMoreThreads(name);
  }
}

bool AwaitThreads(double seconds) {
  Census& census = TheCensus();
  const Nanoseconds limit = Now() + static_cast<Nanoseconds>(seconds * kSecond);
  MutexLock lock(census.mutex);
  while (census.alive > 0) {
    const Nanoseconds left = limit - Now();
    if (left <= 0 || !census.changed.WaitFor(census.mutex, left)) break;
  }
  return census.alive == 0;
}

}  // namespace lab
