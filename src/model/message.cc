#include "model/message.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <type_traits>

namespace lab {
namespace {

enum class Kind : uint8_t { kHello = 1, kChunk, kLeftSection, kRecorded, kResults };

// In the place of a figure that the platform cannot tell.
constexpr int64_t kUnknown = -1;

static_assert(std::endian::native == std::endian::little);

class Writer {
 public:
  explicit Writer(Kind kind) { Number(kind); }

  template <typename T>
    requires std::is_trivially_copyable_v<T>
  Writer& Number(T number) {
    const auto* begin = reinterpret_cast<const std::byte*>(&number);
    bytes_.insert(bytes_.end(), begin, begin + sizeof number);
    return *this;
  }
  Writer& Text(const std::string& text) {
    Number(static_cast<uint32_t>(text.size()));
    const auto* begin = reinterpret_cast<const std::byte*>(text.data());
    bytes_.insert(bytes_.end(), begin, begin + text.size());
    return *this;
  }
  std::vector<std::byte> Take() { return std::move(bytes_); }

 private:
  std::vector<std::byte> bytes_;
};

class Reader {
 public:
  explicit Reader(std::span<const std::byte> bytes) : rest_(bytes) {}

  template <typename T>
  T Number() {
    T number{};
    if (rest_.size() < sizeof number) {
      short_ = true;
      return number;
    }
    std::memcpy(&number, rest_.data(), sizeof number);
    rest_ = rest_.subspan(sizeof number);
    return number;
  }
  std::string Text() {
    const auto size = Number<uint32_t>();
    if (rest_.size() < size) {
      short_ = true;
      return {};
    }
    std::string text(reinterpret_cast<const char*>(rest_.data()), size);
    rest_ = rest_.subspan(size);
    return text;
  }
  bool ran_short() const { return short_; }
  bool complete() const { return !short_ && rest_.empty(); }

 private:
  std::span<const std::byte> rest_;
  bool short_ = false;
};

std::vector<std::byte> Encode(const HelloMessage& hello) {
  return Writer(Kind::kHello).Number(hello.at).Take();
}

void Write(Writer& writer, const Task& task) {
  writer.Number(task.kind)
      .Number(task.index)
      .Number(task.mark)
      .Number(task.size)
      .Number(task.serial_share)
      .Number(task.parts)
      .Number(task.call_size)
      .Number(static_cast<uint8_t>(task.background))
      .Number(task.latency_ms)
      .Number(task.timeout_ms)
      .Text(task.url);
}

void Write(Writer& writer, const Event& event) {
  writer.Number(event.at).Number(event.value).Number(event.peer).Number(event.kind);
}

void Write(Writer& writer, double number) { writer.Number(number); }

template <typename T>
void WriteMany(Writer& writer, const std::vector<T>& many) {
  writer.Number(static_cast<uint32_t>(many.size()));
  for (const T& each : many) Write(writer, each);
}

std::vector<std::byte> Encode(const ChunkMessage& chunk) {
  Writer writer(Kind::kChunk);
  writer.Number(static_cast<uint8_t>(chunk.record));
  WriteMany(writer, chunk.tasks);
  return writer.Take();
}

std::vector<std::byte> Encode(const LeftSectionMessage&) {
  return Writer(Kind::kLeftSection).Take();
}

std::vector<std::byte> Encode(const RecordedMessage& message) {
  Writer writer(Kind::kRecorded);
  WriteMany(writer, message.events);
  return writer.Take();
}

void Write(Writer& writer, const TaskResult& result) {
  writer.Number(result.index)
      .Number(result.begin)
      .Number(result.end)
      .Number(static_cast<uint8_t>(result.output.ok()));
  if (result.output) {
    writer.Number(result.output.value().value).Number(result.output.value().checksum);
    WriteMany(writer, result.output.value().delays_s);
  } else {
    const Error& error = result.output.error();
    writer.Number(static_cast<uint8_t>(error.code))
        .Text(error.message)
        .Text(error.next)
        .Text(error.field);
  }
}

std::vector<std::byte> Encode(const ResultsMessage& message) {
  Writer writer(Kind::kResults);
  const ThreadUsage& usage = message.usage;
  writer.Number(usage.cpu_s.value_or(static_cast<double>(kUnknown)))
      .Number(usage.voluntary_switches.value_or(kUnknown))
      .Number(usage.involuntary_switches.value_or(kUnknown));
  WriteMany(writer, message.results);
  writer.Number(message.lost);
  WriteMany(writer, message.events);
  return writer.Take();
}

Task ReadTask(Reader& reader) {
  Task task;
  task.kind = reader.Number<TaskKind>();
  task.index = reader.Number<int>();
  task.mark = reader.Number<uint64_t>();
  task.size = reader.Number<int64_t>();
  task.serial_share = reader.Number<double>();
  task.parts = reader.Number<int>();
  task.call_size = reader.Number<int64_t>();
  task.background = reader.Number<uint8_t>() != 0;
  task.latency_ms = reader.Number<double>();
  task.timeout_ms = reader.Number<double>();
  task.url = reader.Text();
  return task;
}

// As many as the message says, until the bytes run short.
template <typename T>
std::vector<T> ReadMany(Reader& reader, T (*read)(Reader&)) {
  std::vector<T> many;
  for (auto left = reader.Number<uint32_t>(); left > 0 && !reader.ran_short(); --left)
    many.push_back(read(reader));
  return many;
}

double ReadDouble(Reader& reader) { return reader.Number<double>(); }

TaskResult ReadResult(Reader& reader) {
  TaskResult result;
  result.index = reader.Number<int>();
  result.begin = reader.Number<Nanoseconds>();
  result.end = reader.Number<Nanoseconds>();
  if (reader.Number<uint8_t>() != 0) {
    TaskOutput output;
    output.value = reader.Number<double>();
    output.checksum = reader.Number<uint64_t>();
    output.delays_s = ReadMany(reader, ReadDouble);
    result.output = std::move(output);
  } else {
    Error error;
    error.code = static_cast<ErrorCode>(reader.Number<uint8_t>());
    error.message = reader.Text();
    error.next = reader.Text();
    error.field = reader.Text();
    result.output = std::move(error);
  }
  return result;
}

Event ReadEvent(Reader& reader) {
  Event event;
  event.at = reader.Number<Nanoseconds>();
  event.value = reader.Number<int32_t>();
  event.peer = reader.Number<int16_t>();
  event.kind = static_cast<EventKind>(std::min<uint8_t>(reader.Number<uint8_t>(), kEventKinds - 1));
  return event;
}

template <typename T>
std::optional<T> Known(T number) {
  return number == static_cast<T>(kUnknown) ? std::nullopt : std::optional<T>(number);
}

ChunkMessage ReadChunk(Reader& reader) {
  ChunkMessage chunk;
  chunk.record = reader.Number<uint8_t>() != 0;
  chunk.tasks = ReadMany(reader, ReadTask);
  return chunk;
}

ResultsMessage ReadResults(Reader& reader) {
  ResultsMessage message;
  message.usage.cpu_s = Known(reader.Number<double>());
  message.usage.voluntary_switches = Known(reader.Number<int64_t>());
  message.usage.involuntary_switches = Known(reader.Number<int64_t>());
  message.results = ReadMany(reader, ReadResult);
  message.lost = reader.Number<uint64_t>();
  message.events = ReadMany(reader, ReadEvent);
  return message;
}

std::optional<ProcessMessage> Read(Reader& reader) {
  const Kind kind = reader.Number<Kind>();
  switch (kind) {
    case Kind::kHello: return HelloMessage{.at = reader.Number<Nanoseconds>()};
    case Kind::kChunk: return ReadChunk(reader);
    case Kind::kRecorded: return RecordedMessage{.events = ReadMany(reader, ReadEvent)};
    case Kind::kLeftSection: return LeftSectionMessage{};
    case Kind::kResults: return ReadResults(reader);
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::byte> EncodeMessage(const ProcessMessage& message) {
  return std::visit([](const auto& kind) { return Encode(kind); }, message);
}

std::optional<ProcessMessage> DecodeMessage(std::span<const std::byte> bytes) {
  Reader reader(bytes);
  std::optional<ProcessMessage> message = Read(reader);
  if (!reader.complete()) return std::nullopt;
  return message;
}

}  // namespace lab
