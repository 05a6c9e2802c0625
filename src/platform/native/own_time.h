// Processor time of this program and of all that it started, by Linux's clocks and /proc.
#pragma once

namespace lab {

struct OwnTime {
  double seconds = 0;
  int rounded = 0;   // how many figures, rounded down to ticks of USER_HZ, are in it
};

// The living descendants, the dead ones, and this program itself. Any thread.
OwnTime ReadOwnTime();

}  // namespace lab
