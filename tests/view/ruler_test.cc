#include "shell/view/ruler.h"

#include <gtest/gtest.h>

#include <cmath>

#include "stats/timeline.h"
#include "tests/view/traces.h"

namespace lab::panel {
namespace {

constexpr TimeWindow kWholeRun = {-20e6, 520e6};

TEST(RulerTest, ZoomingKeepsTheInstantUnderThePointer) {
  TimeWindow shown = kWholeRun;
  const double around = 130e6;
  for (int notch = 0; notch < 60; ++notch) {
    const Ruler before{.window = shown, .left = 100, .right = 700};
    const TimeWindow next = Zoomed(shown, kWholeRun, around, 0.8);
    const Ruler after{.window = next, .left = 100, .right = 700};
    EXPECT_NEAR(after.XAt(around), before.XAt(around), 0.01);
    EXPECT_GE(next.length(), kShortestWindow);
    EXPECT_GE(next.from, kWholeRun.from);
    EXPECT_LE(next.to, kWholeRun.to);
    shown = next;
  }
  EXPECT_EQ(shown.length(), kShortestWindow);
}

TEST(RulerTest, ZoomingOutEndsAtAllThereIs) {
  TimeWindow shown{100e6, 100.1e6};
  for (int notch = 0; notch < 60; ++notch) shown = Zoomed(shown, kWholeRun, shown.from, 1.5);
  EXPECT_NEAR(shown.from, kWholeRun.from, 1e-3);
  EXPECT_NEAR(shown.to, kWholeRun.to, 1e-3);
}

TEST(RulerTest, PanningEndsAtTheEdges) {
  const TimeWindow shown{100e6, 200e6};
  EXPECT_EQ(Panned(shown, kWholeRun, 50e6), (TimeWindow{150e6, 250e6}));
  EXPECT_EQ(Panned(shown, kWholeRun, 1e12), (TimeWindow{420e6, 520e6}));
  EXPECT_EQ(Panned(shown, kWholeRun, -1e12), (TimeWindow{-20e6, 80e6}));
  EXPECT_EQ(Panned(kWholeRun, kWholeRun, 5e6), kWholeRun);
}

TEST(RulerTest, ATraceThatIsShorterThanTheShortestWindowIsNoHarm) {
  const TimeWindow all{0, 10};
  EXPECT_EQ(Zoomed(all, all, 5, 0.5).length(), 10);
  EXPECT_EQ(Zoomed({0, 0.5}, {0, 0.5}, 0, 2).length(), 0.5);
}

// Every run is in its place and they cover all that is recorded; the time they stand for is the
// spans' own.
TEST(RulerTest, PixelRunsCoverWhatIsShownOnce) {
  for (int seed = 1; seed <= 30; ++seed) {
    const Trace trace = RandomTrace(seed, 1, 30 * seed * seed);
    StepLine line(kStates);
    for (const Span& span : SpansOf(trace.lanes[0], trace.length))
      line.Add(span.begin, static_cast<size_t>(span.state));
    line.End(trace.length);
    const auto length = static_cast<double>(trace.length);
    const TimeWindow windows[] = {{0, length},
                                  {-length / 5, length * 1.02},
                                  {length * 0.4, length * 0.41},
                                  {length * 0.7, length * 0.7 + 1000}};
    for (const TimeWindow& window : windows) {
      for (const float column : {1.f, 2.f}) {
        const Ruler ruler{.window = window, .left = 116, .right = 716};
        const std::vector<PixelRun> runs = PixelRuns(line, ruler, column);
        ASSERT_FALSE(runs.empty());
        float x = std::max(ruler.left, std::round(ruler.XAt(0)));
        for (const PixelRun& run : runs) {
          EXPECT_EQ(run.left, x);
          EXPECT_GT(run.right, run.left);
          EXPECT_LE(run.from, run.to);
          if (run.mixed) {
            EXPECT_LE(run.right - run.left, 3 * column);
          } else {
            EXPECT_NEAR(run.left,
                        std::max(ruler.left, ruler.XAt(static_cast<double>(line.begin(run.step)))),
                        5 * column + 0.51)
                << "a step drawn elsewhere";
            EXPECT_NEAR(run.right,
                        std::min(ruler.right, ruler.XAt(static_cast<double>(line.end(run.step)))),
                        0.51);
          }
          x = run.right;
        }
        EXPECT_NEAR(x, std::min(ruler.right, ruler.XAt(length)), 0.51);
      }
    }
  }
}

TEST(RulerTest, PixelRunsAreFewHoweverManySteps) {
  StepLine line(2);
  for (int step = 0; step < 1'000'000; ++step) line.Add(step * 100, static_cast<size_t>(step % 2));
  line.End(100'000'000);
  const Ruler ruler{.window = {0, 1e8}, .left = 0, .right = 1000};
  EXPECT_LE(PixelRuns(line, ruler, 1).size(), 1000u);
}

TEST(RulerTest, NothingRecordedIsNothingDrawn) {
  EXPECT_TRUE(PixelRuns(StepLine(2), {.window = {0, 10}, .left = 0, .right = 100}, 1).empty());
  StepLine line(2);
  line.Add(0, 1);
  line.End(10);
  EXPECT_TRUE(PixelRuns(line, {.window = {20, 30}, .left = 0, .right = 100}, 1).empty())
      << "it lies before";
  EXPECT_TRUE(PixelRuns(line, {.window = {0, 10}, .left = 100, .right = 100}, 1).empty());
}

std::string Labels(const TimeWindow& window, int most) {
  std::string text;
  for (const TimeTick& tick : TimeTicks(window, most))
    text += (text.empty() ? "" : " | ") + tick.label;
  return text;
}

TEST(RulerTest, TicksAreRoundAndHaveAUnitThatSuitsTheZoom) {
  EXPECT_EQ(Labels({-20e6, 520e6}, 6), "0 ms | 100 ms | 200 ms | 300 ms | 400 ms | 500 ms");
  EXPECT_EQ(Labels({-60e6, 110e6}, 4), "\u221250 ms | 0 ms | 50 ms | 100 ms");
  EXPECT_EQ(Labels({0, 6.2e9}, 4), "0 s | 2 s | 4 s | 6 s");
  EXPECT_EQ(Labels({123.4561e6, 123.4589e6}, 3), "123.457 ms | 123.458 ms");
  EXPECT_EQ(Labels({0, 150e3}, 4), "0 µs | 50 µs | 100 µs | 150 µs");
  EXPECT_EQ(Labels({2e9, 4.4e9}, 6), "2.0 s | 2.5 s | 3.0 s | 3.5 s | 4.0 s");
}

}  // namespace
}  // namespace lab::panel
