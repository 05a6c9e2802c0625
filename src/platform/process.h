// A worker with memory of its own that exchanges messages with the engine and shares nothing else.
// Native: an operating-system process running `speedup-lab-worker`, over pipes. Web: a dedicated
// Worker, made by the window, with its own WebAssembly memory, over a MessageChannel.
// Used on its event loop's thread only.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "platform/event_loop.h"

namespace lab {

class Process {
 public:
  struct Events {
    std::function<void(std::span<const std::byte> bytes)> message;
    // It died or could not be started, and why, as a clause without its end; once at most, and
    // nothing comes after it.
    std::function<void(std::string reason)> ended;
  };

  struct Options {
    std::string name;                // for people: "process 2 of 4"
    std::optional<int> core;         // stay on that core, see affinity.h
  };

  // Never fails at once: what goes wrong comes as `ended`.
  static std::unique_ptr<Process> Start(EventLoop& loop, Options options, Events events);

  // Ends the process, also in the middle of a task. No event comes any more.
  virtual ~Process() = default;

  // Never blocks. Messages arrive whole and in order. Several at once cost less than one by one.
  virtual void Send(std::span<const std::vector<std::byte>> messages) = 0;

  // Bytes of memory that it is to blame for (Linux: PSS); empty where nobody can tell.
  virtual std::optional<double> Memory() const = 0;
};

// What people can do if none starts.
std::string IfNoProcessStarts();

// ---- The other side, called by the worker's program.

// Sends a message to the engine, at once, also from the middle of a long task.
void SendToEngine(std::span<const std::byte> bytes);

// Serves the process that this program is: sends `hello`, then calls `receive` for each message.
// Native: returns when the engine has closed the pipe. Web: returns at once, the worker's event
// loop does the rest.
void ServeAsProcess(std::span<const std::byte> hello,
                    std::function<void(std::span<const std::byte> bytes)> receive);

}  // namespace lab
