#include "platform/native/worker_census.h"

#include <set>

#include "platform/mutex.h"

namespace lab {
namespace {

struct Census {
  Mutex mutex;
  std::set<pid_t> workers LAB_GUARDED_BY(mutex);
};

// Never destroyed: a process may outlive main().
Census& TheCensus() {
  static Census& census = *new Census;
  return census;
}

}  // namespace

void AddWorker(pid_t process) {
  Census& census = TheCensus();
  MutexLock lock(census.mutex);
  census.workers.insert(process);
}

void RemoveWorker(pid_t process) {
  Census& census = TheCensus();
  MutexLock lock(census.mutex);
  census.workers.erase(process);
}

bool IsWorker(pid_t process) {
  Census& census = TheCensus();
  MutexLock lock(census.mutex);
  return census.workers.contains(process);
}

}  // namespace lab
