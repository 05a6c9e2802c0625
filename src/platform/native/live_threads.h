// How many threads of platform/thread.h are alive: for the end of a native program.
#pragma once

namespace lab {

// Waits until all of them have ended, `seconds` at most; false if some still run.
bool AwaitThreads(double seconds);

}  // namespace lab
