// The libraries that people would use to have tasks done by several threads, with our kernels.
#pragma once

#include <vector>

#include "workload/task.h"

namespace lab::bench {

// Each returns when all tasks are done.
void WithOpenMp(const std::vector<Task>& tasks, int workers);
void WithTbb(const std::vector<Task>& tasks);    // a thread for every core
void WithAsync(const std::vector<Task>& tasks);  // a thread for every task

// Returns when this program's threads rest, after two seconds at most: OpenMP's and oneTBB's go on
// spinning for a while when their work is done, and whoever comes next shall not pay for it.
void AwaitQuiet();

}  // namespace lab::bench
