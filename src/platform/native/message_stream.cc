#include "platform/native/message_stream.h"

#include <cstdint>
#include <cstring>

namespace lab {

std::vector<std::byte> Framed(std::span<const std::byte> message) {
  const auto size = static_cast<uint32_t>(message.size());
  std::vector<std::byte> framed(sizeof size + message.size());
  std::memcpy(framed.data(), &size, sizeof size);
  if (!message.empty()) std::memcpy(framed.data() + sizeof size, message.data(), message.size());
  return framed;
}

std::optional<std::vector<std::byte>> MessageStream::Next() {
  uint32_t size = 0;
  if (bytes_.size() < sizeof size) return std::nullopt;
  std::memcpy(&size, bytes_.data(), sizeof size);
  if (bytes_.size() < sizeof size + size) return std::nullopt;
  const auto begin = bytes_.begin() + sizeof size;
  std::vector<std::byte> message(begin, begin + size);
  bytes_.erase(bytes_.begin(), begin + size);
  return message;
}

}  // namespace lab
