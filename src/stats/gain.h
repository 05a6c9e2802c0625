// What became of the gain that several workers can bring. Free functions.
//
// One worker that works at every instant is what a sequential run has. The others are what can be
// gained: at every instant each of them either works too, or something keeps it from doing so. As
// shares of their time these add up to 1, or to less where some had nothing to do and could not
// have worked either. With a single worker there is nothing to gain: its shares are those of its
// own time.
#pragma once

#include <limits>

#include "stats/census.h"

namespace lab {

// How much of what runs at the same time gets done.
struct Limits {
  // So many workers can run at once; 1 or more.
  double cores = std::numeric_limits<double>::infinity();
  // Tasks take so many times as long side by side, though not for want of cores.
  double slowing = 1;
};

struct GainShares {
  double parallel = 0;  // gained: it ran beside another
  double overlap = 0;  // gained: it was blocked while others were, or while another ran
  double gil = 0;  // waited for the GIL
  double lock = 0;  // waited for the critical section
  double messages = 0;
  double beginning = 0;  // had not begun its first task
  double uneven = 0;  // had no more to do while another still had
  double without_task = 0;  // never had anything to do
  double cores = 0;  // was running, but without a core
  double slowing = 0;  // worked, but took longer than alone
  double unknown = 0;  // had no task, for no reason that is recorded
};

GainShares SharesOfGain(const Census& census, const Limits& limits);

// How many workers can run at once, if all that ran together got `work` nanoseconds of running
// done; infinity if that is as much as they ran.
double CoresFor(const Census& census, double work);

}  // namespace lab
