#include "model/chunk.h"

#include <gtest/gtest.h>

namespace lab {
namespace {

TEST(ChunkSize, IsThatOfPoolMap) {
  EXPECT_EQ(ChunkSize(4, 4), 1u);
  EXPECT_EQ(ChunkSize(1000, 4), 63u);
  EXPECT_EQ(ChunkSize(20'000, 2), 2500u);
  EXPECT_EQ(ChunkSize(0, 4), 0u);
  EXPECT_EQ(ChunkSize(1, 64), 1u);
}

}  // namespace
}  // namespace lab
