#include "stats/rounds_won.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace lab {
namespace {

TEST(RoundsWon, AreCountedWhereTheSampleWasFaster) {
  struct Case {
    std::vector<double> baseline, samples;
    std::string text;
  };
  for (const Case& each : {Case{{1, 1, 1}, {0.5, 0.9, 1.1}, "faster in 2 of 3 rounds"}, Case{{1, 2}, {0.5, 1}, "faster in 2 of 2 rounds"},
                           Case{{1}, {1}, "faster in 0 of 1 round"}, Case{{1, 1, 1}, {0.5}, "faster in 1 of 1 round"},
                           Case{{0, 1}, {1, 0}, "faster in 0 of 0 rounds"}, Case{{}, {}, "faster in 0 of 0 rounds"}}) {
    EXPECT_EQ(RoundsWonText(CountRounds(each.baseline, each.samples)), each.text);
  }
}

}  // namespace
}  // namespace lab
