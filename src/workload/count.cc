#include "workload/kernels.h"

namespace lab {
namespace {

// Iterations written out in one turn of the loop. Every one of them counts and polls; only the jump
// back is shared, because in WebAssembly that jump polls the browser's own flag on top of ours, and
// the loop would take twice as long there as natively.
constexpr int kUnrolled = 8;

// Adds one in a way that the compiler cannot merge with the next addition.
inline int64_t Next(int64_t count) {
  ++count;
  asm volatile("" : "+r"(count));
  return count;
}

}  // namespace

int64_t Count(int64_t begin, int64_t end, Checkpoint& checkpoint) {
  const Breaker& breaker = checkpoint.breaker();
  int64_t count = begin;
  while (end - count >= kUnrolled) {
#pragma clang loop unroll(full)
    for (int iteration = 0; iteration < kUnrolled; ++iteration) {
      if (!checkpoint.Pass(breaker)) return count;
      count = Next(count);
    }
  }
  while (count < end && checkpoint.Pass(breaker)) count = Next(count);
  return count;
}

}  // namespace lab
