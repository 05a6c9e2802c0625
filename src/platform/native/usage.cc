#include "platform/usage.h"

#include <pthread.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <vector>

#include "platform/clock.h"

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

std::optional<double> MemoryOfThisThread() {
  pthread_attr_t attributes;
  if (pthread_getattr_np(pthread_self(), &attributes) != 0) return std::nullopt;
  void* stack = nullptr;
  size_t bytes = 0;
  const bool known = pthread_attr_getstack(&attributes, &stack, &bytes) == 0;
  pthread_attr_destroy(&attributes);
  const auto page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
  std::vector<unsigned char> there((bytes + page - 1) / page);
  if (!known || mincore(stack, bytes, there.data()) != 0) return std::nullopt;
  return static_cast<double>(static_cast<size_t>(std::ranges::count_if(
                                 there, [](unsigned char state) { return (state & 1) != 0; })) *
                             page);
}

}  // namespace lab
