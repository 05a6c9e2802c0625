#include "platform/native/live_workers.h"

#include <set>

#include "platform/mutex.h"

namespace lab {
namespace {

struct LiveWorkers {
  Mutex mutex;
  std::set<pid_t> workers LAB_GUARDED_BY(mutex);
};

// Never destroyed: a process may outlive main().
LiveWorkers& TheLiveWorkers() {
  static LiveWorkers& live = *new LiveWorkers;
  return live;
}

}  // namespace

void AddWorker(pid_t process) {
  LiveWorkers& live = TheLiveWorkers();
  MutexLock lock(live.mutex);
  live.workers.insert(process);
}

void RemoveWorker(pid_t process) {
  LiveWorkers& live = TheLiveWorkers();
  MutexLock lock(live.mutex);
  live.workers.erase(process);
}

bool IsWorker(pid_t process) {
  LiveWorkers& live = TheLiveWorkers();
  MutexLock lock(live.mutex);
  return live.workers.contains(process);
}

}  // namespace lab
