#include "platform/thread.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <system_error>
#include <thread>

#include "platform/native/limits.h"
#include "platform/native/thread_census.h"

namespace lab {
namespace {

struct Census {
  std::mutex mutex;
  std::condition_variable changed;
  int alive = 0;  // guarded by mutex

  void Add(int count) {
    std::lock_guard lock(mutex);
    alive += count;
    changed.notify_all();
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
    return NoMoreThreads(name + " could not be started");
  }
}

bool AwaitThreads(double seconds) {
  Census& census = TheCensus();
  std::unique_lock lock(census.mutex);
  return census.changed.wait_for(lock, std::chrono::duration<double>(seconds), [&] { return census.alive == 0; });
}

}  // namespace lab
