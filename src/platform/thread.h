// Real threads that nobody joins: whoever starts one talks to it through state that both share,
// and can leave it behind when it is stuck in a system call.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/result.h"

namespace lab {

// Any thread; does not wait for the new one. Web: the worker comes from the window's pool, and the
// asking is done by a thread of its own, since asking waits for the window.
// An error, about `name` ("Thread 2 of 4"), if the system refuses it at once. Where it refuses
// later, nothing tells: watch for the thread's first sign of life.
std::optional<Error> StartThread(const std::string& name, std::function<void()> body);

}  // namespace lab
