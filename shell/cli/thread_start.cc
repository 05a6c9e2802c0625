#include "shell/cli/thread_start.h"

#include <semaphore.h>

#include <thread>

#include "gil/checkpoint.h"
#include "platform/affinity.h"
#include "workload/kernels.h"

namespace lab {
namespace {

double StartFromThisThread() {
  constexpr Nanoseconds kInterval = 5'000'000;
  Breaker breaker;
  Gil gil(breaker, kInterval);
  sem_t started;
  sem_init(&started, 0, 0);
  gil.Take(0);
  const Nanoseconds begin = Now();
  std::thread thread([&] {
    PinThisThread(1);
    gil.Take(1);
    sem_post(&started);
    Checkpoint checkpoint(breaker, &gil, 1);
    while (checkpoint.Pass()) Count(0, 1 << 20, checkpoint);
    gil.DropAtEnd(1);
  });
  gil.Drop(0);
  sem_wait(&started);
  gil.Take(0);
  const double seconds = static_cast<double>(Now() - begin) / kSecond;
  breaker.Set(Breaker::kCancel);
  gil.DropAtEnd(0);
  thread.join();
  sem_destroy(&started);
  return seconds;
}

}  // namespace

double StartUnderGil() {
  double seconds = 0;
  std::thread([&] {
    PinThisThread(0);
    seconds = StartFromThisThread();
  }).join();
  return seconds;
}

}  // namespace lab
