#include "base/checksum.h"

#include <gtest/gtest.h>

#include <string_view>

namespace lab {
namespace {

uint64_t ChecksumOf(std::string_view text) {
  Checksum checksum;
  checksum.Add(std::as_bytes(std::span(text)));
  return checksum.value();
}

// From the authors' table of test vectors for FNV-1a, 64 bits.
TEST(Checksum, IsFnv1a) {
  EXPECT_EQ(ChecksumOf(""), 0xcbf29ce484222325u);
  EXPECT_EQ(ChecksumOf("a"), 0xaf63dc4c8601ec8cu);
  EXPECT_EQ(ChecksumOf("foobar"), 0x85944171f73967e8u);
}

TEST(Checksum, SeesTheLastBitOfANumber) {
  Checksum one;
  one.Add(1.0);
  Checksum next;
  next.Add(1.0 + 0x1p-52);
  EXPECT_NE(one.value(), next.value());
}

}  // namespace
}  // namespace lab
