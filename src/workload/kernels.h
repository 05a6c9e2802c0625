// The loops that the tutorial runs, as pure functions over a range, so that a long task can be done
// in slices: WebAssembly enters its fast tier only when a function is called again.
// Every loop passes the checkpoint as often as CPython polls: at every iteration, or at least every
// 200 ns. A slice that is cancelled ends early; the caller asks the checkpoint again.
#pragma once

#include <cstdint>

#include "gil/checkpoint.h"

namespace lab {

// Counts from `begin` to `end` by ones; returns how far the count came.
int64_t Count(int64_t begin, int64_t end, Checkpoint& checkpoint);

// The sum of sqrt(i)·sin(i) for begin <= i < end <= 2^30, in a fixed order of additions, so that
// equal ranges give equal bits on every machine.
double HeavySum(int64_t begin, int64_t end, Checkpoint& checkpoint);

}  // namespace lab
