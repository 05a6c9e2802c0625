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
#include "platform/usage.h"
#include "trace/event.h"
#include "workload/task.h"

namespace lab {

// Process to engine, once: the process is ready for tasks.
struct HelloMessage {
  Nanoseconds at = 0;
};
// Engine to process: do these, one after the other.
struct ChunkMessage {
  std::vector<Task> tasks;
  bool record = false;  // and note what you do
};
// Process to engine, in the middle of a chunk: its task has left the critical section.
struct LeftSectionMessage {};
// Process to engine, in the middle of a chunk that takes long: what it has recorded since it last
// said so.
struct RecordedMessage {
  // By the process's clock; peers are not named, there is only the engine.
  std::vector<Event> events;
};
// What came of one task, done between these stamps.
struct TaskResult {
  int index = 0;
  Nanoseconds begin = 0;
  Nanoseconds end = 0;
  Result<TaskOutput> output = TaskOutput{};
};
// Process to engine: what came of a chunk, in its order, and what the process used for it.
struct ResultsMessage {
  std::vector<TaskResult> results;
  ThreadUsage usage;
  std::vector<Event> events;  // as in RecordedMessage; the last one is the sending of this
  uint64_t lost = 0;  // events for which there was no room
};

using ProcessMessage =
    std::variant<HelloMessage, ChunkMessage, LeftSectionMessage, RecordedMessage, ResultsMessage>;

std::vector<std::byte> EncodeMessage(const ProcessMessage& message);
// Empty if the bytes are no message.
std::optional<ProcessMessage> DecodeMessage(std::span<const std::byte> bytes);

}  // namespace lab
