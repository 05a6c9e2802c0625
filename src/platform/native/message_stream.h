// Messages in a stream of bytes: each behind its length, four bytes, little-endian.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace lab {

// Puts the message behind its length at the end of `stream`.
void AppendFramed(std::span<const std::byte> message, std::vector<std::byte>& stream);

class MessageStream {
 public:
  void Append(std::span<const std::byte> bytes);
  // The next whole message, if there is one; it stays valid until the next Append.
  std::optional<std::span<const std::byte>> Next();

 private:
  std::vector<std::byte> bytes_;
  size_t taken_ = 0;  // of bytes_, by messages that were given out
};

}  // namespace lab
