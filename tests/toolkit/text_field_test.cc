// Every way into a field and out of it.
#include "shell/toolkit/text_field.h"

#include <gtest/gtest.h>

#include "experiment/presets.h"
#include "tests/panel/headless.h"

namespace lab::panel {
namespace {

// Of a panel whose fields stand on the screen.
class TextFieldTest : public testing::Test {
 protected:
  // By keys alone, from the control before it.
  void TabTo(std::string_view name) {
    const auto& controls = headless.panel.focus().controls();
    for (size_t at = 1; at < controls.size(); ++at) {
      if (controls[at].name == name) headless.panel.focus().Take(controls[at - 1].id);
    }
    headless.Key(ImGuiKey_Tab);
  }
  int workers() const { return headless.panel.state().experiment.workers; }
  bool typing() { return headless.panel.typing().id != 0; }

  Headless headless{{.height = 2000}};
};

TEST_F(TextFieldTest, OneThatTabReachedTakesTheKeys) {
  TabTo("workers");
  EXPECT_EQ(headless.panel.typing().name, "workers");
  headless.Key(ImGuiKey_3);  // with its character, as windows send both
  headless.Type("3");
  headless.Key(ImGuiKey_Enter);
  EXPECT_EQ(headless.panel.state().experiment.kind, ExperimentKind::kCount);
  EXPECT_EQ(workers(), 3);
}

TEST_F(TextFieldTest, WhatWasTypedIsKeptHoweverTheFieldIsLeft) {
  int typed = 2;
  const auto type = [&] {
    headless.Click("workers");
    headless.Type(std::to_string(++typed));
  };
  for (const ImGuiKey key : {ImGuiKey_Enter, ImGuiKey_KeypadEnter, ImGuiKey_Tab}) {
    type();
    headless.Key(key);
    EXPECT_EQ(workers(), typed) << ImGui::GetKeyName(key);
  }
  type();
  headless.Key(ImGuiKey_Tab, ImGuiMod_Shift);
  EXPECT_EQ(workers(), typed) << "Shift and Tab";
  type();
  headless.ClickAt(1000, 1900);
  EXPECT_EQ(workers(), typed) << "a click on nothing";
  type();
  headless.Click("theme");
  EXPECT_EQ(workers(), typed) << "a click on a control";
  EXPECT_TRUE(headless.asked.theme);
  type();
  headless.Click("tasks");
  EXPECT_EQ(workers(), typed) << "a click on another field";
  type();
  headless.panel.focus().Clear();
  headless.Settle();
  EXPECT_EQ(workers(), typed) << "the focus went out of the panel";
  EXPECT_FALSE(typing());
}

TEST_F(TextFieldTest, EscapeDropsWhatWasTypedAndCancelsNothing) {
  headless.panel.Receive(ReadyNotice());
  headless.Click("run");
  headless.asked = {};
  TabTo("workers");
  headless.Type("7");
  headless.Key(ImGuiKey_Escape);
  EXPECT_EQ(workers(), 2);
  EXPECT_FALSE(typing());
  EXPECT_TRUE(headless.asked.requests.empty());
  headless.Key(ImGuiKey_Tab, ImGuiMod_Shift);
  EXPECT_FALSE(typing()) << "Tab goes on from there";
}

TEST_F(TextFieldTest, AFingerThatMovesThePageTypesNothing) {
  headless.viewport = {.width = 360, .height = 2400, .touch = true};
  headless.Settle();
  headless.Click("settings");
  const ImVec2 low = headless.panel.focus().Find("workers")->low;
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(low.x + 10, low.y + 10);
  io.AddMouseButtonEvent(0, true);
  headless.Settle();
  EXPECT_FALSE(typing()) << "nobody knows yet";
  io.AddMousePosEvent(low.x + 10, low.y - 20);
  headless.Settle();
  io.AddMousePosEvent(low.x + 10, low.y + 10);
  io.AddMouseButtonEvent(0, false);
  headless.Settle();
  EXPECT_FALSE(typing());
  headless.Click("workers");
  EXPECT_TRUE(typing());
}

TEST_F(TextFieldTest, AnotherFieldOverItSaysWhatStandsThere) {
  Typing& typing = headless.panel.typing();
  headless.Click("workers");
  EXPECT_EQ(typing.began, "2");
  EXPECT_EQ(typing.low.y, headless.panel.focus().Find("workers")->low.y);
  typing.edited = "にほん";
  headless.Settle();
  typing.edited = "5";
  typing.asked = Typing::Asked::kKeep;
  headless.Settle();
  EXPECT_EQ(workers(), 5);
  EXPECT_NE(typing.id, 0u);
  typing.edited = "6";
  typing.asked = Typing::Asked::kLeave;
  headless.Settle();
  EXPECT_EQ(workers(), 6);
  EXPECT_EQ(typing.id, 0u);
}

TEST_F(TextFieldTest, OneThatIsShownNoMoreIsTypedIntoNoMore) {
  headless.Click("workers");
  headless.panel.Configure(MakeExperiment(ExperimentKind::kConvoy), {});
  headless.Settle();
  EXPECT_EQ(typing(), headless.Shows("workers"));
}

}  // namespace
}  // namespace lab::panel
