// Whether everything has its room, at the sizes that people have.
#include <gtest/gtest.h>

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
    for (const Control& control : lab.panel.focus().controls()) EXPECT_LE(control.high.x, width) << control.name << " at " << width;
    if (width > 720) {
      EXPECT_LE(lab.panel.focus().Find("undo")->high.x, lab.panel.focus().Find("run")->high.x + 14) << width;
      continue;
    }
    EXPECT_NEAR(lab.panel.focus().Find("details")->low.x + 4, lab.panel.focus().Find("copy-results")->low.x + 14, 1) << width;
    EXPECT_NEAR(lab.panel.focus().Find("code")->low.x + 4, lab.panel.focus().Find("open")->low.x + 14, 1) << width;
    EXPECT_EQ(lab.panel.focus().Find("save-table")->high.x, lab.panel.focus().Find("save-picture")->high.x) << width;
  }
}

TEST(RoomTest, HelpKeepsItsWayOutInSight) {
  Headless lab({.width = 360, .height = 500, .touch = true});
  lab.Click("help");
  EXPECT_LT(lab.panel.focus().Find("close-help")->high.y, 120);
  lab.Click("close-help");
  EXPECT_FALSE(lab.Shows("close-help"));
}

}  // namespace
}  // namespace lab::panel
