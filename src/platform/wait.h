// Blocks the calling thread; never on an event loop or the page's window.
#pragma once

namespace lab {

// At least that long, to the precision of the system's timers.
void WaitMilliseconds(double milliseconds);

}  // namespace lab
