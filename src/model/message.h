// What an engine and its processes say to each other, as bytes: a hello, tasks one way, results the
// other. Little-endian, without padding, the same on every platform; both ends are built from this
// source, so there is no version.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "base/result.h"
#include "platform/clock.h"
#include "workload/task.h"

namespace lab {

// Process to engine, once: the process is ready for tasks.
struct HelloMessage {
  Nanoseconds at = 0;
};
// Engine to process: do this.
struct TaskMessage {
  Task task;
};
// Process to engine: this came of it, done between these stamps.
struct ResultMessage {
  int index = 0;
  Nanoseconds begin = 0;
  Nanoseconds end = 0;
  Result<TaskOutput> output = TaskOutput{};
};

using ProcessMessage = std::variant<HelloMessage, TaskMessage, ResultMessage>;

std::vector<std::byte> EncodeMessage(const ProcessMessage& message);
// Empty if the bytes are no message.
std::optional<ProcessMessage> DecodeMessage(std::span<const std::byte> bytes);

}  // namespace lab
