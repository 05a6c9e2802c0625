#include "platform/usage.h"

#include <sys/resource.h>

#include <ctime>

#include "platform/clock.h"
#include "platform/native/process_memory.h"

namespace lab {
ThreadUsage UsageOfThisThread() {
  rusage usage{};
  if (getrusage(RUSAGE_THREAD, &usage) != 0) return {};
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);  // finer than the times of getrusage
  return {.cpu_s = static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / kSecond,
          .voluntary_switches = usage.ru_nvcsw,
          .involuntary_switches = usage.ru_nivcsw};
}

std::optional<double> MemoryOfThisProcess() { return MemoryOfProcess("self"); }

}  // namespace lab
