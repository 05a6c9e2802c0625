#include "workload/kernels.h"

namespace lab {

int64_t Count(int64_t begin, int64_t end, Checkpoint& checkpoint) {
  int64_t count = begin;
  while (count < end && checkpoint.Pass()) ++count;
  return count;
}

}  // namespace lab
