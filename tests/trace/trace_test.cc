#include "trace/trace.h"

#include <gtest/gtest.h>

#include "trace/clock_offset.h"

namespace lab {
namespace {

TEST(Since, WhatCameBeforeTheTrialIsTheStateInWhichItBegan) {
  const std::vector<Event> events = {{.at = 50, .kind = EventKind::kRunning},
                                     {.at = 60, .value = 1, .kind = EventKind::kTaskDone},
                                     {.at = 90, .kind = EventKind::kBlocked},
                                     {.at = 130, .kind = EventKind::kRunning}};
  const std::vector<Event> expected = {{.at = 0, .kind = EventKind::kBlocked},
                                       {.at = 30, .kind = EventKind::kRunning}};
  EXPECT_EQ(Since(100, events), expected);
}

TEST(Since, AStateThatBeginsInThatInstantIsTheFirstAndAMarkFollowsIt) {
  const std::vector<Event> events = {{.at = 100, .kind = EventKind::kRunning},
                                     {.at = 100, .value = 1, .kind = EventKind::kTaskBegun}};
  const std::vector<Event> expected = {{.at = 0, .kind = EventKind::kRunning},
                                       {.at = 0, .value = 1, .kind = EventKind::kTaskBegun}};
  EXPECT_EQ(Since(100, events), expected);
}

TEST(Since, AddsTheOffsetOfTheLanesClock) {
  const std::vector<Event> events = {{.at = 50, .kind = EventKind::kRunning}};
  EXPECT_EQ(Since(100, events, 70).back(), (Event{.at = 20, .kind = EventKind::kRunning}));
  EXPECT_EQ(Since(100, {}).front(), (Event{.at = 0, .kind = EventKind::kWaitingForTask}));
}

TEST(ClockOffset, IsNothingWhereNoMessageContradictsIt) {
  ClockOffset clock;
  EXPECT_EQ(clock.Add(), 0);
  clock.Sent(100, 130);
  clock.Received(150, 190);
  EXPECT_EQ(clock.Add(), 0);
  EXPECT_EQ(clock.Disorder(), 0);
}

TEST(ClockOffset, PutsRightAClockThatIsAheadOrBehind) {
  ClockOffset ahead;  // by 1000
  ahead.Sent(100, 1130);
  ahead.Received(1150, 190);
  EXPECT_EQ(ahead.Add(), -960) << "as little as makes its last message arrive after it was sent";
  ClockOffset behind;
  behind.Sent(5000, 4030);
  behind.Received(4050, 5090);
  EXPECT_EQ(behind.Add(), 970);
  EXPECT_EQ(behind.Disorder(), 0);
}

TEST(ClockOffset, SaysHowMuchRemainsWhenAClockJumped) {
  ClockOffset clock;
  clock.Sent(1000, 900);       // it must be at least 100 behind
  clock.Received(2100, 2060);  // and at least 40 ahead
  EXPECT_EQ(clock.Disorder(), 140);
}

TEST(EventKind, EveryOneHasItsOwnLetterAndName) {
  for (size_t kind = 0; kind < kEventKinds; ++kind) {
    EXPECT_EQ(KindOfLetter(LetterOf(static_cast<EventKind>(kind))), kind);
    EXPECT_FALSE(NameOf(static_cast<EventKind>(kind)).empty());
  }
  EXPECT_EQ(KindOfLetter('?'), kEventKinds);
}

}  // namespace
}  // namespace lab
