#include "tests/bench/rivals.h"

#include <omp.h>
#include <tbb/parallel_for.h>

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <future>
#include <thread>

#include "gil/checkpoint.h"
#include "workload/run_task.h"

namespace lab::bench {
namespace {

// One task as any library would call it, and what came of it, so that nothing is left out.
double Do(const Task& task) {
  static Breaker breaker;
  Checkpoint checkpoint(breaker);
  return RunTask(task, checkpoint).value().value;
}

}  // namespace

void WithOpenMp(const std::vector<Task>& tasks, int workers) {
  double sum = 0;
#pragma omp parallel for schedule(dynamic, 1) num_threads(workers) reduction(+ : sum)
  for (size_t at = 0; at < tasks.size(); ++at) sum += Do(tasks[at]);
  if (sum == 0.5) std::abort();
}

void WithTbb(const std::vector<Task>& tasks) {
  std::vector<double> values(tasks.size());
  tbb::parallel_for(
      tbb::blocked_range<size_t>(0, tasks.size(), 1),
      [&](const tbb::blocked_range<size_t>& range) {
        for (size_t at = range.begin(); at < range.end(); ++at) values[at] = Do(tasks[at]);
      },
      tbb::simple_partitioner());
}

void WithAsync(const std::vector<Task>& tasks) {
  std::vector<std::future<double>> values;
  for (const Task& task : tasks)
    values.push_back(std::async(std::launch::async, [&task] { return Do(task); }));
  for (std::future<double>& value : values) value.get();
}

void AwaitQuiet() {
  constexpr std::chrono::milliseconds kGlance(10);
  constexpr int kMost = 200;
  for (int glance = 0; glance < kMost; ++glance) {
    const std::clock_t before = std::clock();
    std::this_thread::sleep_for(kGlance);
    if (std::clock() - before < CLOCKS_PER_SEC / 1000) return;
  }
}

}  // namespace lab::bench
