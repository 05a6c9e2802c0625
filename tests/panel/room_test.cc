// Whether everything has its room, at the sizes that people have.
#include <gtest/gtest.h>

#include <cfloat>
#include <utility>

#include "tests/panel/headless.h"

namespace lab::panel {
namespace {

TEST(RoomTest, SlidersHaveAWayToGo) {
  for (const float width : {360.f, 720.f, 820.f, 1280.f}) {
    Headless lab({.width = width, .height = 1200, .touch = width < 720});
    lab.Click("settings");
    for (const char* name : {"workers-slider", "tasks-slider", "size-slider"}) {
      const Control* slider = lab.panel.focus().Find(name);
      ASSERT_NE(slider, nullptr) << name << " at " << width;
      EXPECT_GE(slider->high.x - slider->low.x, width < 720 ? 200 : 80) << name << " at " << width;
    }
  }
}

TEST(RoomTest, SettingsOfAPhoneStandAboveTheFold) {
  Headless lab({.width = 360, .height = 740, .touch = true});
  EXPECT_LT(lab.panel.focus().Find("settings")->high.y, 740 / 2);
  lab.Click("settings");
  for (const char* name : {"workers", "tasks", "size", "more-settings"}) {
    const Control* control = lab.panel.focus().Find(name);
    EXPECT_LT(control->high.y, 740 - 72) << name;
  }
}

// Their beginnings lie on few lines, and nothing is cut off.
TEST(RoomTest, ControlsStandInColumnsWithinTheWindow) {
  for (const float width : {320.f, 360.f, 412.f, 820.f, 1280.f}) {
    Headless lab({.width = width, .height = 2600, .touch = width < 720});
    lab.panel.Receive(ReadyNotice());
    lab.Settle();
    for (const char* name : {"settings", "save"}) lab.Click(name);
    for (const Control& control : lab.panel.focus().controls())
      EXPECT_LE(control.high.x, width) << control.name << " at " << width;
    if (width > 720) {
      EXPECT_LE(lab.panel.focus().Find("undo")->high.x, lab.panel.focus().Find("run")->high.x + 14)
          << width;
      continue;
    }
    EXPECT_NEAR(lab.panel.focus().Find("details")->low.x + 4,
                lab.panel.focus().Find("copy-results")->low.x + 14, 1)
        << width;
    EXPECT_NEAR(lab.panel.focus().Find("code")->low.x + 4,
                lab.panel.focus().Find("open")->low.x + 14, 1)
        << width;
    EXPECT_EQ(lab.panel.focus().Find("save-table")->high.x,
              lab.panel.focus().Find("save-picture")->high.x)
        << width;
  }
}

TEST(RoomTest, HelpKeepsItsWayOutInSight) {
  Headless lab({.width = 360, .height = 500, .touch = true});
  lab.Click("help");
  EXPECT_LT(lab.panel.focus().Find("close-help")->high.y, 120);
  lab.Click("close-help");
  EXPECT_FALSE(lab.Shows("close-help"));
}

TEST(RoomTest, HelpStaysWhereAFingerIsLetGo) {
  Headless lab({.width = 800, .height = 600, .touch = true});
  lab.Click("help");
  ImGui::GetIO().AddMousePosEvent(20, 300);
  ImGui::GetIO().AddMouseButtonEvent(0, true);
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  ImGui::GetIO().AddMouseButtonEvent(0, false);
  lab.Settle();
  EXPECT_TRUE(lab.Shows("close-help"));
  lab.ClickAt(20, 300);
  EXPECT_FALSE(lab.Shows("close-help"));
}

TEST(RoomTest, WithHardlyAnyHeightTheBarsScrollAwayAndAFrameLeadsOut) {
  for (const auto& [width, height] : {std::pair{300.f, 150.f}, {320.f, 200.f}, {900.f, 250.f}}) {
    for (const bool touch : {false, true}) {
      Headless lab({.width = width, .height = height, .touch = touch, .framed = true});
      lab.panel.Receive(ReadyNotice());
      lab.Settle();
      for (const Control& control : lab.panel.focus().controls())
        EXPECT_LE(control.high.x, width) << control.name;
      lab.Click("own-tab");
      EXPECT_EQ(lab.asked.link, "") << "the page itself";
      const float help = lab.panel.focus().Find("help")->low.y;
      const float run = lab.panel.focus().Find("run")->low.y;
      EXPECT_LT(help, run);
      ImGui::GetIO().AddMousePosEvent(width / 2, height / 2);
      ImGui::GetIO().AddMouseWheelEvent(0, -1);
      lab.Settle();
      EXPECT_LT(lab.panel.focus().Find("help")->low.y, help - 10);
      EXPECT_NEAR(lab.panel.focus().Find("run")->low.y - lab.panel.focus().Find("help")->low.y,
                  run - help, 8)
          << "out of sight it has no padding";
    }
  }
  EXPECT_FALSE(Headless({.width = 300, .height = 150}).Shows("own-tab"));
  EXPECT_FALSE(Headless({.width = 300, .height = 320, .framed = true}).Shows("own-tab"));
}

}  // namespace
}  // namespace lab::panel
