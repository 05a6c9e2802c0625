#include "platform/native/message_stream.h"

#include <cstdint>
#include <cstring>

namespace lab {

void AppendFramed(std::span<const std::byte> message, std::vector<std::byte>& stream) {
  const auto size = static_cast<uint32_t>(message.size());
  const auto* length = reinterpret_cast<const std::byte*>(&size);
  stream.insert(stream.end(), length, length + sizeof size);
  stream.insert(stream.end(), message.begin(), message.end());
}

void MessageStream::Append(std::span<const std::byte> bytes) {
  bytes_.erase(bytes_.begin(), bytes_.begin() + static_cast<ptrdiff_t>(taken_));
  taken_ = 0;
  bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
}

std::optional<std::span<const std::byte>> MessageStream::Next() {
  const std::span<const std::byte> rest = std::span(bytes_).subspan(taken_);
  uint32_t size = 0;
  if (rest.size() < sizeof size) return std::nullopt;
  std::memcpy(&size, rest.data(), sizeof size);
  if (rest.size() - sizeof size < size) return std::nullopt;
  taken_ += sizeof size + size;
  return rest.subspan(sizeof size, size);
}

}  // namespace lab
