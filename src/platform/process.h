// A worker with memory of its own that exchanges messages with the engine and shares nothing else.
// Native: an operating-system process running `speedup-lab-worker`, over pipes. Web: a dedicated
// Worker, made by the window, with its own WebAssembly memory, over a MessageChannel.
// Used on its event loop's thread only.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "platform/event_loop.h"

namespace lab {

class Process {
 public:
  struct Events {
    std::function<void(std::span<const std::byte> bytes)> message;
    // It died or could not be started; once at most, and nothing comes after it.
    std::function<void(std::string reason)> ended;
  };

  // Never fails at once: what goes wrong comes as `ended`. `name` is for people ("process 2 of 4").
  static std::unique_ptr<Process> Start(EventLoop& loop, std::string name, Events events);

  // Ends the process, also in the middle of a task. No event comes any more.
  virtual ~Process() = default;

  // Never blocks. Messages arrive whole and in order.
  virtual void Send(std::span<const std::byte> bytes) = 0;
};

// ---- The other side, called by the worker's program.

// Serves the process that this program is: calls `answer` for each message and sends what it
// returns, after sending `hello`. Native: returns when the engine has closed the pipe. Web: returns
// at once, the worker's event loop does the rest.
void ServeAsProcess(std::span<const std::byte> hello,
                    std::function<std::vector<std::byte>(std::span<const std::byte> bytes)> answer);

}  // namespace lab
