// A 64-bit checksum of bytes, the same on every platform (FNV-1a, Fowler/Noll/Vo).
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>

namespace lab {

class Checksum {
 public:
  void Add(std::span<const std::byte> bytes) {
    for (std::byte byte : bytes) AddByte(std::to_integer<uint8_t>(byte));
  }
  // The eight bytes, least significant first, whatever the machine's order.
  void Add(uint64_t word) {
    for (int shift = 0; shift < 64; shift += 8) AddByte(static_cast<uint8_t>(word >> shift));
  }
  // The exact bits: two sums that differ in the last place have different checksums.
  void Add(double number) { Add(std::bit_cast<uint64_t>(number)); }
  uint64_t value() const { return value_; }

 private:
  void AddByte(uint8_t byte) { value_ = (value_ ^ byte) * 0x100000001b3u; }
  uint64_t value_ = 0xcbf29ce484222325u;
};

}  // namespace lab
