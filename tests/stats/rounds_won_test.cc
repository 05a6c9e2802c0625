#include "stats/rounds_won.h"

#include <gtest/gtest.h>

#include <vector>

namespace lab {
namespace {

TEST(RoundsWon, AreCountedWhereTheSampleWasFaster) {
  struct Case {
    std::vector<double> baseline, samples;
    int faster, of;
  };
  for (const Case& each :
       {Case{{1, 1, 1}, {0.5, 0.9, 1.1}, 2, 3}, Case{{1, 2}, {0.5, 1}, 2, 2}, Case{{1}, {1}, 0, 1},
        Case{{1, 1, 1}, {0.5}, 1, 1}, Case{{0, 1}, {1, 0}, 0, 0}, Case{{}, {}, 0, 0}}) {
    const RoundsWon won = CountRounds(each.baseline, each.samples);
    EXPECT_EQ(won.faster, each.faster);
    EXPECT_EQ(won.of, each.of);
  }
}

}  // namespace
}  // namespace lab
