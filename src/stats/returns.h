// What became of a lane each time that a wait of its was over: went it on at once, or did it have
// to wait for the GIL? What the record tells of the lane that waits and responds beside lanes that
// only compute. Pure.
#pragma once

#include "stats/why.h"

namespace lab {

struct Returns {
  int count = 0;
  int waited = 0;           // of those it had to wait for the GIL
  Nanoseconds waiting = 0;  // all that together
  int busy = 0;             // lanes beside it
  bool whole = true;        // nothing of the record is lost
};

// Of the worker's lane that came back most often.
Returns ReturnsOf(const Trace& trace);
ReasonCode CauseOf(const Returns& returns);

}  // namespace lab
