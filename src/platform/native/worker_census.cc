#include "platform/native/worker_census.h"

#include <mutex>
#include <set>

namespace lab {
namespace {

struct Census {
  std::mutex mutex;
  std::set<pid_t> workers;  // guarded by mutex
};

// Never destroyed: a process may outlive main().
Census& TheCensus() {
  static Census& census = *new Census;
  return census;
}

}  // namespace

void AddWorker(pid_t process) {
  Census& census = TheCensus();
  std::lock_guard lock(census.mutex);
  census.workers.insert(process);
}

void RemoveWorker(pid_t process) {
  Census& census = TheCensus();
  std::lock_guard lock(census.mutex);
  census.workers.erase(process);
}

bool IsWorker(pid_t process) {
  Census& census = TheCensus();
  std::lock_guard lock(census.mutex);
  return census.workers.contains(process);
}

}  // namespace lab
