#include "model/message.h"

#include <bit>
#include <cstring>
#include <type_traits>

namespace lab {
namespace {

enum class Kind : uint8_t { kHello = 1, kTask, kOutput, kError };

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
  bool complete() const { return !short_ && rest_.empty(); }

 private:
  std::span<const std::byte> rest_;
  bool short_ = false;
};

std::vector<std::byte> Encode(const HelloMessage& hello) { return Writer(Kind::kHello).Number(hello.at).Take(); }

std::vector<std::byte> Encode(const TaskMessage& message) {
  const Task& task = message.task;
  return Writer(Kind::kTask).Number(task.kind).Number(task.index).Number(task.mark).Number(task.size)
      .Number(task.latency_ms).Number(task.timeout_ms).Text(task.url).Take();
}

std::vector<std::byte> Encode(const ResultMessage& result) {
  Writer writer(result.output ? Kind::kOutput : Kind::kError);
  writer.Number(result.index).Number(result.begin).Number(result.end);
  if (result.output) {
    writer.Number(result.output.value().value).Number(result.output.value().checksum);
  } else {
    const Error& error = result.output.error();
    writer.Number(static_cast<uint8_t>(error.code)).Text(error.message).Text(error.next).Text(error.field);
  }
  return writer.Take();
}

TaskMessage ReadTask(Reader& reader) {
  Task task;
  task.kind = reader.Number<TaskKind>();
  task.index = reader.Number<int>();
  task.mark = reader.Number<uint64_t>();
  task.size = reader.Number<int64_t>();
  task.latency_ms = reader.Number<double>();
  task.timeout_ms = reader.Number<double>();
  task.url = reader.Text();
  return {.task = std::move(task)};
}

ResultMessage ReadResult(Reader& reader, Kind kind) {
  ResultMessage result;
  result.index = reader.Number<int>();
  result.begin = reader.Number<Nanoseconds>();
  result.end = reader.Number<Nanoseconds>();
  if (kind == Kind::kOutput) {
    const auto value = reader.Number<double>();
    result.output = TaskOutput{.value = value, .checksum = reader.Number<uint64_t>()};
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

std::optional<ProcessMessage> Read(Reader& reader) {
  const Kind kind = reader.Number<Kind>();
  switch (kind) {
    case Kind::kHello: return HelloMessage{.at = reader.Number<Nanoseconds>()};
    case Kind::kTask: return ReadTask(reader);
    case Kind::kOutput:
    case Kind::kError: return ReadResult(reader, kind);
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
