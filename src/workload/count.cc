// Shown to people: the code view prints this file.
#include "workload/kernels.h"

namespace lab {
namespace {

// Read at run time, so that no compiler knows what it is.
const volatile int64_t one = 1;

}  // namespace

// Each addition waits for a multiplication, and that for the addition before: four cycles that no
// compiler can shorten, merge or foresee, in a browser as natively. Without it an iteration takes
// less than a cycle, and what would be compared is how well compilers write out loops.
int64_t Count(int64_t begin, int64_t end, Checkpoint& checkpoint) {
  const Breaker& breaker = checkpoint.breaker();
  const int64_t factor = one;
  int64_t count = begin;
  do {
    // No call in here: a browser would keep the count in memory instead of a register.
    while (count < end && breaker.Quiet()) count = count * factor + 1;
  } while (count < end && checkpoint.Pass());
  return count;
}

}  // namespace lab
