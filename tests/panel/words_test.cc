// What a newcomer is told, and how they ask.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "experiment/presets.h"
#include "imgui_internal.h"
#include "messages/codec.h"
#include "tests/panel/headless.h"

namespace lab::panel {
namespace {

bool ShowsAHint() {
  for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
    if (window->Active && (window->Flags & ImGuiWindowFlags_Tooltip) != 0) return true;
  }
  return false;
}

TEST(WordsTest, AreExplainedUntilSomethingIsMeasuredAndInTheHelp) {
  Headless lab({.width = 1280, .height = 1600});
  lab.Click("glossary");
  ASSERT_TRUE(lab.asked.link);
  EXPECT_EQ(lab.asked.link->find("https://docs.python.org/"), 0u);
  lab.panel.Open("saved.json", EncodeResult(ResultOf(MakeExperiment(ExperimentKind::kCount))));
  lab.Settle();
  EXPECT_FALSE(lab.Shows("glossary"));
  lab.Click("help");
  EXPECT_TRUE(lab.Shows("glossary"));
}

TEST(WordsTest, AModelTellsWhatItIsWhenItsNameIsTapped) {
  for (const ExperimentKind kind : {ExperimentKind::kCount, ExperimentKind::kConvoy}) {
    const Experiment experiment = MakeExperiment(kind);
    Headless lab({.width = 360, .height = 1600, .touch = true}, &experiment);
    EXPECT_FALSE(ShowsAHint());
    lab.Click("about-threads-gil");
    EXPECT_TRUE(ShowsAHint());
    lab.ClickAt(180, 1500);
    EXPECT_FALSE(ShowsAHint()) << "a tap elsewhere closes it";
  }
}

TEST(WordsTest, AModelTellsWhatItIsWhereTheKeyboardIs) {
  Headless lab;
  lab.panel.focus().Enter(false);
  lab.Settle();
  const auto& controls = lab.panel.focus().controls();
  const auto steps =
      std::ranges::find(controls, "about-threads-gil", &Control::name) - controls.begin();
  ASSERT_LT(steps, std::ssize(controls));
  lab.Key(ImGuiKey_Tab);
  lab.Key(ImGuiKey_Tab);
  EXPECT_FALSE(ShowsAHint()) << "on a card";
  for (auto step = steps - 2; step > 0; --step) lab.Key(ImGuiKey_Tab);
  EXPECT_TRUE(ShowsAHint());
}

}  // namespace
}  // namespace lab::panel
