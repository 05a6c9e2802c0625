#include "platform/clock.h"

#include <gtest/gtest.h>

#include <regex>

#include "platform/wait.h"

namespace lab {
namespace {

TEST(Clock, NeverRunsBackwards) {
  Nanoseconds last = Now();
  for (int reading = 0; reading < 100'000; ++reading) {
    const Nanoseconds now = Now();
    ASSERT_GE(now, last);
    last = now;
  }
}

TEST(Clock, AWaitLastsAtLeastItsTime) {
  const Nanoseconds before = Now();
  WaitMilliseconds(20);
  EXPECT_GE(Now() - before, 20'000'000);
}

TEST(Clock, ItsStepIsPositiveAndSmall) {
  const double step = MeasureTimerStep();
  EXPECT_GT(step, 0);
  EXPECT_LT(step, 1e-3);
}

TEST(Clock, TellsTheTimeOfDayInUtc) {
  EXPECT_TRUE(std::regex_match(UtcNow(), std::regex(R"(20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ)")));
}

}  // namespace
}  // namespace lab
