// Real threads that nobody joins: whoever starts one talks to it through state that both share,
// and can leave it behind when it is stuck in a system call.
#pragma once

#include <functional>

namespace lab {

// Any thread; does not wait for the new one. Web: the worker comes from the window's pool, and the
// asking is done by a thread of its own, since asking waits for the window.
// Nothing reports a thread that cannot be started: watch for its first sign of life.
void StartThread(std::function<void()> body);

// Waits until every thread that was started has ended, `seconds` at most; false if some still run.
// For the end of a native program. Never on an event loop.
bool AwaitThreads(double seconds);

}  // namespace lab
