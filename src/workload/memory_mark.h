// Evidence of whose memory a task ran in: every task that ends leaves its trial's mark in a global
// variable. Whoever can read the mark shares memory with the worker; a process changes only its own
// copy.
#pragma once

#include <cstdint>

namespace lab {

// Any thread. Marks only grow, so a late task of an abandoned trial cannot hide a newer one.
void LeaveMark(uint64_t mark);
uint64_t LatestMark();

// A mark that no task of this program has left yet.
uint64_t NewMark();

}  // namespace lab
