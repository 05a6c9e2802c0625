// Keeping workers on one core each.
#pragma once

namespace lab {

// Whether this platform can. A browser cannot.
bool CanPin();

// From now on the calling thread runs only on the core number `worker` (counted from 0, wrapping
// round) of those that this program may use. Does nothing where that cannot be.
void PinThisThread(int worker);

}  // namespace lab
