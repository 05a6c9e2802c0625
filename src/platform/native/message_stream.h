// Messages in a stream of bytes: each behind its length, four bytes, little-endian.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace lab {

std::vector<std::byte> Framed(std::span<const std::byte> message);

class MessageStream {
 public:
  void Append(std::span<const std::byte> bytes) { bytes_.insert(bytes_.end(), bytes.begin(), bytes.end()); }
  // The next whole message, if there is one.
  std::optional<std::vector<std::byte>> Next();

 private:
  std::vector<std::byte> bytes_;
};

}  // namespace lab
