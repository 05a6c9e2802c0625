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

}  // namespace
}  // namespace lab::panel
