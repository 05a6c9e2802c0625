#include "shell/validate/thread_start.h"

#include <semaphore.h>

#include <system_error>
#include <thread>

#include "gil/checkpoint.h"
#include "platform/affinity.h"
#include "workload/kernels.h"

namespace lab {
namespace {

std::optional<double> StartFromThisThread() try {
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
} catch (const std::system_error&) {
  return std::nullopt;
}

}  // namespace

std::optional<double> StartUnderGil() try {
  std::optional<double> seconds;
  std::thread([&] {
    PinThisThread(0);
    seconds = StartFromThisThread();
  }).join();
  return seconds;
} catch (const std::system_error&) {
  return std::nullopt;
}

}  // namespace lab
