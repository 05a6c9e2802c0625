#include "shell/view/step_line.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "stats/timeline.h"
#include "tests/view/traces.h"

namespace lab::panel {
namespace {

// The same, by going through every span.
TimeInStates BruteForce(const std::vector<Span>& spans, Nanoseconds from, Nanoseconds to) {
  TimeInStates time{};
  for (const Span& span : spans)
    time[static_cast<size_t>(span.state)] +=
        std::max<Nanoseconds>(0, std::min(to, span.end) - std::max(from, span.begin));
  return time;
}

StepLine LineOf(const std::vector<Span>& spans) {
  StepLine line(kStates);
  for (const Span& span : spans) line.Add(span.begin, static_cast<size_t>(span.state));
  line.End(spans.back().end);
  return line;
}

TEST(StepLineTest, TimeBetweenTwoInstantsIsThatOfTheSpans) {
  for (int seed = 1; seed <= 20; ++seed) {
    const Trace trace = RandomTrace(seed, 1, 40 * seed);
    const std::vector<Span> spans = SpansOf(trace.lanes[0], trace.length);
    const StepLine line = LineOf(spans);
    std::mt19937_64 random(static_cast<uint64_t>(seed));
    for (int draw = 0; draw < 300; ++draw) {
      Nanoseconds from =
          std::uniform_int_distribution<Nanoseconds>(-1000, trace.length + 1000)(random);
      Nanoseconds to =
          std::uniform_int_distribution<Nanoseconds>(-1000, trace.length + 1000)(random);
      if (from > to) std::swap(from, to);
      TimeInStates time{};
      line.AddTime(from, to, time);
      ASSERT_EQ(time, BruteForce(spans, from, to))
          << "seed " << seed << ", from " << from << " to " << to;
    }
  }
}

TEST(StepLineTest, StepsFollowEachOtherAndDiffer) {
  const Trace trace = RandomTrace(3, 1, 5000);
  const StepLine line = LineOf(SpansOf(trace.lanes[0], trace.length));
  EXPECT_EQ(line.first(), 0);
  EXPECT_EQ(line.last(), trace.length);
  for (size_t step = 1; step < line.size(); ++step) {
    EXPECT_EQ(line.begin(step), line.end(step - 1));
    EXPECT_LT(line.begin(step), line.end(step));
    EXPECT_NE(line.value(step), line.value(step - 1));
    EXPECT_EQ(line.At(line.begin(step)), step);
    EXPECT_EQ(line.At(line.end(step) - 1), step);
  }
}

TEST(StepLineTest, WhatLastsNoTimeIsNoStep) {
  StepLine line(4);
  line.Add(0, 1);
  line.Add(10, 2);
  line.Add(10, 3);
  line.Add(20, 3);
  line.Add(30, 1);
  line.Add(30, 3);
  line.End(40);
  ASSERT_EQ(line.size(), 2u);
  EXPECT_EQ(line.value(1), 3u);
  EXPECT_EQ(line.begin(1), 10);
  EXPECT_EQ(line.end(1), 40);
}

TEST(StepLineTest, ManyValuesAreSummedToo) {
  StepLine line(200);
  std::vector<Nanoseconds> expected(200);
  Nanoseconds at = 0;
  for (int step = 0; step < 3000; ++step) {
    const auto value = static_cast<size_t>(step * 7 % 200);
    line.Add(at, value);
    expected[value] += step % 5 + 1;
    at += step % 5 + 1;
  }
  line.End(at);
  std::vector<Nanoseconds> time(200);
  line.AddTime(0, at, time);
  EXPECT_EQ(time, expected);
}

TEST(StepLineTest, AnEmptyOneHasNoTime) {
  StepLine line(2);
  std::vector<Nanoseconds> time(2);
  line.AddTime(0, 100, time);
  line.End(100);
  line.AddTime(0, 100, time);
  EXPECT_EQ(time, (std::vector<Nanoseconds>{0, 0}));
}

TEST(StepLineTest, MeanWeighsByTime) {
  EXPECT_DOUBLE_EQ(MeanValue(std::vector<Nanoseconds>{10, 10, 20}), 1.25);
  EXPECT_EQ(MeanValue(std::vector<Nanoseconds>{0, 0}), 0);
}

}  // namespace
}  // namespace lab::panel
