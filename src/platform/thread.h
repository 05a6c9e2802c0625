// Real threads that nobody joins: whoever starts one talks to it through state that both share,
// and can leave it behind when it is stuck in a system call.
#pragma once

#include <functional>

namespace lab {

// Any thread; does not wait for the new one. Web: the worker comes from the window's pool, and the
// asking is done by a thread of its own, since asking waits for the window.
// Nothing reports a thread that cannot be started: watch for its first sign of life.
void StartThread(std::function<void()> body);

}  // namespace lab
