#include "shell/view/countdown.h"

#include <gtest/gtest.h>

namespace lab::panel {
namespace {

TEST(CountdownTest, TimeGoesOnBetweenWhatIsTold) {
  const Countdown time(100, 8);
  EXPECT_DOUBLE_EQ(time.Left(100), 8);
  EXPECT_DOUBLE_EQ(time.Share(100), 0);
  EXPECT_DOUBLE_EQ(time.Left(102), 6);
  EXPECT_DOUBLE_EQ(time.Share(102), 0.25);
}

TEST(CountdownTest, ItWaitsAtTheEndIfNothingIsTold) {
  const Countdown time(0, 8);
  EXPECT_DOUBLE_EQ(time.Left(9), 0);
  EXPECT_DOUBLE_EQ(time.Share(9), 1);
}

TEST(CountdownTest, MoreThanWasThoughtDoesNotTurnItBack) {
  Countdown time(0, 8);
  time.Tell(4, 12);
  EXPECT_DOUBLE_EQ(time.Left(4), 12);
  EXPECT_DOUBLE_EQ(time.Share(4), 0.5);
  EXPECT_DOUBLE_EQ(time.Share(7.9), 0.5);
  EXPECT_DOUBLE_EQ(time.Share(12), 0.75);
}

TEST(CountdownTest, LessThanWasThoughtBringsItForward) {
  Countdown time(0, 8);
  time.Tell(4, 1);
  EXPECT_DOUBLE_EQ(time.Share(4), 0.8);
}

TEST(CountdownTest, NothingAtAllIsNoDivisionByZero) {
  EXPECT_DOUBLE_EQ(Countdown(3, 0).Share(3), 0);
}

}  // namespace
}  // namespace lab::panel
