#include "report/rounds_text.h"

#include <gtest/gtest.h>

namespace lab {
namespace {

TEST(RoundsTextTest, SaysWhichRoundsCountAndWhy) {
  EXPECT_EQ(RoundsText({}), "") << "made before it was told";
  EXPECT_EQ(RoundsText({.rounds = 1}), "1 counts");
  EXPECT_EQ(RoundsText({.rounds = 8}), "all 8 count");
  EXPECT_EQ(RoundsText({.rounds = 8, .disturbed_rounds = 3, .disturbing_cores = 0.9}),
            "3 of 11 do not count: other programs used 0.9 cores during them");
  EXPECT_EQ(RoundsText({.rounds = 8, .disturbed_rounds = 1, .disturbing_cores = 0.9}),
            "1 of 9 does not count: other programs used 0.9 cores during it");
  EXPECT_EQ(RoundsText({.other_cores = 0.4, .rounds = 8, .all_disturbed = true}),
            "all 8 count, as too few were undisturbed: other programs used 0.4 cores");
}

TEST(RoundsTextTest, SaysWhenTheyWereOver) {
  EXPECT_EQ(EndText({}), "");
  EXPECT_EQ(EndText({.stop = Stop::kPrecise, .took_s = 7.42}), "after 7.42 s")
      << "the reason is a note";
  EXPECT_EQ(EndText({.stop = Stop::kRepetitions, .took_s = 12.4}),
            "after 12.4 s, with all repetitions measured");
}

}  // namespace
}  // namespace lab
