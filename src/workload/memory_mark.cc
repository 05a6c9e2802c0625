#include "workload/memory_mark.h"

#include <atomic>

namespace lab {
namespace {

std::atomic<uint64_t> latest = 0;
std::atomic<uint64_t> given = 0;

}  // namespace

void LeaveMark(uint64_t mark) {
  uint64_t seen = latest.load();
  while (seen < mark && !latest.compare_exchange_weak(seen, mark)) continue;
}

uint64_t LatestMark() { return latest.load(); }

uint64_t NewMark() { return ++given; }

}  // namespace lab
