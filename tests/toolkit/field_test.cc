#include "shell/toolkit/field.h"

#include <gtest/gtest.h>

namespace lab::panel {
namespace {

TEST(SliderTest, EndsAreTheRange) {
  for (const auto& [low, high] :
       {std::pair{1., 64.}, {0., 20.}, {1., 1e12}, {0.001, 10'000.}, {0., 60'000.}}) {
    EXPECT_EQ(SliderValue(0, low, high, false), low);
    EXPECT_EQ(SliderValue(1, low, high, false), high);
    EXPECT_EQ(SliderPlace(low, low, high), 0);
    EXPECT_EQ(SliderPlace(high, low, high), 1);
  }
}

TEST(SliderTest, AValueIsFoundAgainAtItsPlace) {
  EXPECT_EQ(SliderValue(SliderPlace(7, 0, 20), 0, 20, true), 7);
  EXPECT_EQ(SliderValue(SliderPlace(4, 1, 64), 1, 64, true), 4);
  EXPECT_EQ(SliderValue(SliderPlace(250e6, 1, 1e12), 1, 1e12, true), 250e6);
  EXPECT_DOUBLE_EQ(SliderValue(SliderPlace(5, 0.001, 10'000), 0.001, 10'000, false), 5);
}

TEST(SliderTest, LongRangesGiveRoundValues) {
  const double value = SliderValue(0.6, 1, 1e12, true);
  EXPECT_EQ(value, 16e6);
}

TEST(SliderTest, PercentsAreEvenSteps) {
  EXPECT_DOUBLE_EQ(SliderPlace(50, 0, 100), 0.5);
  EXPECT_EQ(SliderValue(0.333, 0, 100, false), 33);
}

TEST(SliderTest, ArrowKeysStepByOneOrByOneTwoFive) {
  EXPECT_EQ(SliderStep(2, 1, 64, true, 1), 3);
  EXPECT_EQ(SliderStep(2, 1, 64, true, -1), 1);
  EXPECT_EQ(SliderStep(1, 1, 64, true, -1), 1);
  EXPECT_EQ(SliderStep(100, 1, 1e12, true, 1), 200);
  EXPECT_EQ(SliderStep(100, 1, 1e12, true, -1), 50);
  EXPECT_EQ(SliderStep(800e6, 1, 1e12, true, 1), 1e9);
  EXPECT_EQ(SliderStep(800e6, 1, 1e12, true, -1), 500e6);
  EXPECT_EQ(SliderStep(5, 0.001, 10'000, false, 1), 10);
  EXPECT_EQ(SliderStep(1e12, 1, 1e12, true, 1), 1e12);
}

}  // namespace
}  // namespace lab::panel
