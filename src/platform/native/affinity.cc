#include "platform/affinity.h"

#include "platform/native/cores.h"

namespace lab {

const cpu_set_t& AllowedCores() {
  static const cpu_set_t allowed = [] {
    cpu_set_t cores;
    CPU_ZERO(&cores);
    sched_getaffinity(0, sizeof cores, &cores);
    return cores;
  }();
  return allowed;
}

cpu_set_t CoreOfWorker(int worker) {
  cpu_set_t chosen;
  CPU_ZERO(&chosen);
  const int count = CPU_COUNT(&AllowedCores());
  if (count == 0) return AllowedCores();
  int left = worker % count;
  for (int core = 0; core < CPU_SETSIZE; ++core) {
    if (!CPU_ISSET(core, &AllowedCores())) continue;
    if (left-- == 0) CPU_SET(core, &chosen);
  }
  return chosen;
}

bool CanPin() { return CPU_COUNT(&AllowedCores()) > 0; }

void PinThisThread(int worker) {
  const cpu_set_t core = CoreOfWorker(worker);
  sched_setaffinity(0, sizeof core, &core);
}

}  // namespace lab
