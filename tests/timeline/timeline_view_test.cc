// The timeline in the panel, moved as a person would: wheel, drag, fingers, keys and clicks.
#include <gtest/gtest.h>

#include <cfloat>

#include "experiment/presets.h"
#include "messages/codec.h"
#include "tests/panel/headless.h"
#include "tests/view/traces.h"

namespace lab::panel {
namespace {

// Tall enough for everything, so that nothing has to be scrolled.
Viewport Tall(float width = 1280, bool touch = false) {
  return {.width = width, .height = 2400, .touch = touch};
}

class TimelineViewTest : public ::testing::Test {
 protected:
  void Open(const Viewport& viewport = Tall(), const RunResult& result = ResultWithTraces()) {
    headless_.emplace(viewport);
    headless_->panel.Open("saved.json", EncodeResult(result));
    headless_->Settle();
  }
  const Control& Area() { return *headless_->panel.focus().Find("timeline"); }
  ImVec2 Middle() {
    return {(Area().low.x + Area().high.x) / 2, (Area().low.y + Area().high.y) / 2};
  }
  // Whether it is zoomed: only then the picture differs from the fitted one.
  size_t Vertices() {
    headless_->Settle();
    return static_cast<size_t>(ImGui::GetDrawData()->TotalVtxCount);
  }
  void Move(ImVec2 to) { ImGui::GetIO().AddMousePosEvent(to.x, to.y); }
  void Wheel(ImVec2 at, float notches) {
    Move(at);
    headless_->Settle();
    ImGui::GetIO().AddMouseWheelEvent(0, notches);
    headless_->Settle();
  }
  void Focus() {
    headless_->panel.focus().Take(Area().id);
    headless_->Settle();
  }
  TimeWindow Shown() { return headless_->panel.timeline().Shown(All()); }
  TimeWindow All() { return headless_->panel.timeline().All(500, 56); }

  std::optional<Headless> headless_;
};

TEST_F(TimelineViewTest, IsThereOnceThereIsATrace) {
  Headless none;
  EXPECT_FALSE(none.Shows("timeline"));
  Open();
  EXPECT_TRUE(headless_->Shows("timeline"));
  EXPECT_TRUE(headless_->Shows("fit"));
}

TEST_F(TimelineViewTest, TheWheelZoomsRoundThePointerAndFitShowsAll) {
  Open();
  Wheel(Middle(), 3);
  const TimeWindow zoomed = Shown();
  EXPECT_NEAR(zoomed.length(), All().length() * 0.8 * 0.8 * 0.8, 1);
  headless_->Click("fit");
  EXPECT_TRUE(headless_->panel.timeline().fitted());
  Wheel(Middle(), 2);
  Wheel(Middle(), -9);
  EXPECT_TRUE(headless_->panel.timeline().fitted()) << "zooming out ends at all there is";
}

TEST_F(TimelineViewTest, ThePageScrollsWhereThereIsNothingToZoomOut) {
  Open({.width = 1280, .height = 900});
  const float before = Area().low.y;
  const ImVec2 over{(Area().low.x + Area().high.x) / 2, 880};
  ASSERT_LT(before, over.y);
  Wheel(over, -1);
  EXPECT_LT(Area().low.y, before);
  EXPECT_TRUE(headless_->panel.timeline().fitted());
  const float scrolled = Area().low.y;
  Wheel(over, 1);
  EXPECT_EQ(Area().low.y, scrolled) << "zooming in scrolls nothing";
  EXPECT_FALSE(headless_->panel.timeline().fitted());
}

TEST_F(TimelineViewTest, KeysZoomPanAndFitWhileItHasTheFocus) {
  Open();
  headless_->Key(ImGuiKey_W);
  EXPECT_TRUE(headless_->panel.timeline().fitted()) << "it has not the focus";
  Focus();
  for (const ImGuiKey closer : {ImGuiKey_W, ImGuiKey_UpArrow, ImGuiKey_Equal, ImGuiKey_KeypadAdd}) {
    const double before = Shown().length();
    headless_->Key(closer);
    EXPECT_LT(Shown().length(), before);
  }
  for (const ImGuiKey later : {ImGuiKey_D, ImGuiKey_RightArrow}) {
    const double before = Shown().from;
    headless_->Key(later);
    EXPECT_GT(Shown().from, before);
  }
  for (const ImGuiKey earlier : {ImGuiKey_A, ImGuiKey_LeftArrow}) {
    const double before = Shown().from;
    headless_->Key(earlier);
    EXPECT_LT(Shown().from, before);
  }
  for (const ImGuiKey farther : {ImGuiKey_S, ImGuiKey_Minus}) {
    const double before = Shown().length();
    headless_->Key(farther);
    EXPECT_GT(Shown().length(), before);
  }
  headless_->Key(ImGuiKey_F);
  EXPECT_TRUE(headless_->panel.timeline().fitted());
  headless_->Key(ImGuiKey_W);
  headless_->Key(ImGuiKey_0);
  EXPECT_TRUE(headless_->panel.timeline().fitted());
}

TEST_F(TimelineViewTest, KeysGoThroughTheHandOffsAndSayThem) {
  Open();
  Focus();
  headless_->asked.announcements.clear();
  headless_->Key(ImGuiKey_N);
  ASSERT_TRUE(headless_->panel.timeline().pick());
  EXPECT_EQ(headless_->panel.timeline().pick()->handoff, 0);
  headless_->Key(ImGuiKey_Enter);
  EXPECT_EQ(headless_->panel.timeline().pick()->handoff, 1);
  headless_->Key(ImGuiKey_P);
  EXPECT_EQ(headless_->panel.timeline().pick()->handoff, 0);
  ASSERT_EQ(headless_->asked.announcements.size(), 3u);
  EXPECT_TRUE(
      headless_->asked.announcements[0].starts_with("Hand-off at 5.000 ms: thread 1 had the GIL"));
}

TEST_F(TimelineViewTest, ADragMovesAndPicksNothing) {
  Open();
  Wheel(Middle(), 5);
  const TimeWindow before = Shown();
  ImGuiIO& io = ImGui::GetIO();
  const ImVec2 from = Middle();
  Move(from);
  io.AddMouseButtonEvent(0, true);
  headless_->Settle();
  Move({from.x - 60, from.y});
  headless_->Settle();
  io.AddMouseButtonEvent(0, false);
  headless_->Settle();
  EXPECT_GT(Shown().from, before.from);
  EXPECT_NEAR(Shown().length(), before.length(), 1e-3);
  EXPECT_FALSE(headless_->panel.timeline().pick());
}

// Presses at every place of a grid: lanes and hand-offs are picked, everything is drawn, nothing
// else happens.
TEST_F(TimelineViewTest, ClicksPickLanesAndHandOffs) {
  for (const Viewport& viewport : {Tall(), Tall(360, true)}) {
    Open(viewport);
    bool lane = false;
    bool handoff = false;
    const ImVec2 low = Area().low;
    const ImVec2 high = Area().high;
    for (float y = low.y + 4; y < high.y; y += 14) {
      for (float x = low.x + 8; x < high.x; x += 23) {
        headless_->ClickAt(x, y);
        const std::optional<TimelinePick>& pick = headless_->panel.timeline().pick();
        lane = lane || (pick && pick->handoff < 0);
        handoff = handoff || (pick && pick->handoff >= 0);
      }
    }
    EXPECT_TRUE(lane) << viewport.width;
    EXPECT_TRUE(handoff) << viewport.width;
    EXPECT_TRUE(headless_->asked.requests.empty());
  }
}

TEST_F(TimelineViewTest, TwoFingersZoomAndMove) {
  Open(Tall(360, true));
  const ImVec2 between = Middle();
  headless_->viewport.pinch = {.x = between.x, .y = between.y, .moved = 0, .spread = 2};
  headless_->panel.Prepare(headless_->viewport);
  headless_->Settle();
  headless_->viewport.pinch = {};
  const TimeWindow zoomed = Shown();
  EXPECT_LT(zoomed.length(), All().length() / 8) << "four frames, twice as close in each";
  headless_->viewport.pinch = {.x = between.x, .y = between.y, .moved = 30, .spread = 1};
  headless_->Settle();
  EXPECT_LT(Shown().from, zoomed.from);
  EXPECT_NEAR(Shown().length(), zoomed.length(), 1e-3);
}

TEST_F(TimelineViewTest, PointingAnywhereIsDrawn) {
  Open();
  for (float y = Area().low.y; y < Area().high.y; y += 7) {
    for (float x = Area().low.x; x < Area().high.x; x += 90) {
      Move({x, y});
      headless_->Settle();
    }
  }
  EXPECT_TRUE(headless_->asked.announcements.empty() || headless_->asked.requests.empty());
}

// However much was recorded, a frame stays a small picture.
TEST_F(TimelineViewTest, ManyEventsAreFewVertices) {
  RunResult result = ResultWithTraces();
  result.models[1].trace = RandomTrace(1, 8, 200'000, false);
  result.models[2].trace = RandomTrace(2, 8, 200'000, false);
  Open(Tall(), result);
  EXPECT_LT(Vertices(), 160'000u);
  Wheel(Middle(), 12);
  EXPECT_LT(Vertices(), 160'000u);
}

TEST_F(TimelineViewTest, ATraceThatIsReplacedLeavesNothingBehind) {
  Open();
  headless_->Click("zoom-in");
  headless_->ClickAt(Middle().x, Area().low.y + 90);
  headless_->panel.Receive(ReadyNotice());
  headless_->Settle();
  headless_->Click("run");
  headless_->Settle();
  EXPECT_FALSE(headless_->Shows("timeline"));
  const Experiment experiment = headless_->panel.state().experiment;
  headless_->panel.Receive(Started{1, experiment, 24, {}});
  for (int repetition = 0; repetition < 3; ++repetition) {
    const Trace growth = RandomTrace(repetition, 2 + repetition, 100);
    headless_->panel.Receive(TraceGrown{.run = 1,
                                        .model = "threads-gil",
                                        .repetition = repetition,
                                        .begins = true,
                                        .growth = growth});
    headless_->Settle();
    EXPECT_TRUE(headless_->Shows("timeline"));
  }
  headless_->panel.Receive(Cancelled{1});
  headless_->Settle();
}

}  // namespace
}  // namespace lab::panel
