// What a person asks for comes into view, and whoever scrolls has their way.
#include "shell/panel/reveal.h"

#include <gtest/gtest.h>

#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include "experiment/presets.h"
#include "imgui_internal.h"
#include "messages/codec.h"
#include "tests/panel/headless.h"
#include "tests/view/traces.h"

namespace lab::panel {
namespace {

ImGuiWindow& Stage() {
  for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
    if (window->Active && std::strstr(window->Name, "stage") != nullptr) return *window;
  }
  return *ImGui::GetCurrentContext()->Windows.front();
}

// A panel with a result whose lanes reach far below the fold.
class RevealTest : public ::testing::Test {
 protected:
  void Open(Viewport viewport = {.width = 1280, .height = 640}, Notice ready = ReadyNotice()) {
    lab_.emplace(viewport);
    lab_->panel.Receive(ready);
    lab_->panel.Open("saved.json", EncodeResult(ResultWithTraces()));
    lab_->Settle();
  }
  void ScrollTo(float y) {
    ImGui::SetScrollY(&Stage(), y);
    lab_->Settle();
  }
  // Whether the control's middle can be seen.
  bool Sees(std::string_view name) {
    const Control* control = lab_->panel.focus().Find(name);
    return control != nullptr &&
           Stage().InnerRect.Contains(ImVec2{(control->low.x + control->high.x) / 2,
                                             (control->low.y + control->high.y) / 2});
  }

  std::optional<Headless> lab_;
};

TEST_F(RevealTest, RunBringsTheAnswerIntoView) {
  for (const auto& [width, height] : {std::pair{1280.f, 640.f}, {360.f, 740.f}}) {
    Open({.width = width, .height = height});
    if (width < 720) lab_->Click("settings");
    for (const char* name : {"code", "details"}) lab_->Click(name);
    ScrollTo(Stage().ScrollMax.y);
    lab_->Click("run");
    EXPECT_LE(lab_->panel.focus().Find("code")->low.y, height + 600) << width;
    EXPECT_GT(lab_->panel.focus().Find("code")->low.y, Stage().InnerRect.Min.y + 300)
        << "the bars stand above it";
  }
}

TEST_F(RevealTest, AnotherExperimentShowsItsQuestion) {
  Open();
  RunResult heavy = ResultWithTraces();
  heavy.experiment = MakeExperiment(ExperimentKind::kHeavy);
  lab_->panel.Replay("heavy.json", EncodeResult(heavy));
  lab_->Settle();
  ScrollTo(Stage().ScrollMax.y);
  lab_->Key(ImGuiKey_1);
  EXPECT_EQ(Stage().Scroll.y, 0);
}

TEST_F(RevealTest, WhatIsFoldedOutIsSeen) {
  for (const auto& [name, inside] : {std::pair{"code", "copy-code"}, {"save", "save-picture"}}) {
    Open({.width = 360, .height = 740});
    ScrollTo(0);
    ImGui::SetScrollY(&Stage(), lab_->panel.focus().Find(name)->low.y - 600);
    lab_->Settle();
    EXPECT_FALSE(Sees(inside));
    lab_->Click(name);
    EXPECT_TRUE(Sees(inside)) << name;
  }
}

TEST_F(RevealTest, ASweepIsSeenBeforeItsFirstPoint) {
  Open();
  lab_->Click("sweep");
  EXPECT_TRUE(Sees("sweep-table"));
  const float before = Stage().Scroll.y;
  const Experiment experiment = lab_->panel.state().experiment;
  lab_->panel.Receive(SweepStarted{1, experiment, {1, 2}, 9, {}});
  lab_->panel.Receive(
      PointDone{1, 1, 2, 5, SweepResult{.experiment = experiment, .axis = "workers", .at = {1}}});
  lab_->Settle();
  EXPECT_TRUE(Sees("sweep-table"));
  EXPECT_EQ(Stage().Scroll.y, before);
}

TEST_F(RevealTest, AFileAndWhyItIsRefusedAreSeen) {
  Open();
  ScrollTo(Stage().ScrollMax.y);
  lab_->panel.Open("other.json", "[]");
  lab_->Settle();
  EXPECT_TRUE(Sees("dismiss"));
  lab_->panel.Open("other.json", EncodeResult(ResultWithTraces()));
  lab_->Settle();
  EXPECT_TRUE(Sees("close-comparison"));
}

TEST_F(RevealTest, ItMovesForAFifthOfASecondOrNotAtAll) {
  for (const bool still : {false, true}) {
    Open({.width = 1280, .height = 640, .still = still});
    ScrollTo(Stage().ScrollMax.y);
    const float before = Stage().Scroll.y;
    lab_->panel.Open("other.json", "[]");
    for (int frame = 0; frame < 4; ++frame) lab_->Frame();
    EXPECT_LT(Stage().Scroll.y, before);
    EXPECT_EQ(Stage().Scroll.y == 0, still) << Stage().Scroll.y;
    for (int frame = 0; frame < 12; ++frame) lab_->Frame();
    EXPECT_EQ(Stage().Scroll.y, 0);
  }
}

TEST_F(RevealTest, WhoeverScrollsMeanwhileHasTheirWay) {
  Open();
  ScrollTo(Stage().ScrollMax.y);
  ImGui::GetIO().AddMousePosEvent(700, 400);
  lab_->panel.Open("other.json", "[]");
  for (int frame = 0; frame < 4; ++frame) lab_->Frame();
  ImGui::GetIO().AddMouseWheelEvent(0, -1);
  lab_->Settle();
  EXPECT_GT(Stage().Scroll.y, 100);
}

TEST_F(RevealTest, WhatIsNotThereIsForgotten) {
  Open();
  lab_->panel.Open("sweep.json",
                   EncodeSweep(SweepResult{.experiment = MakeExperiment(ExperimentKind::kCount)}));
  lab_->Settle();
  lab_->asked = {};
  lab_->Frame();
  EXPECT_FALSE(lab_->moving());
}

}  // namespace
}  // namespace lab::panel
