// How settings are changed, and what is refused.
#include "shell/panel/settings_view.h"

#include <gtest/gtest.h>

#include "experiment/presets.h"
#include "tests/panel/headless.h"

namespace lab::panel {
namespace {

// Holds the settings whatever the number of experiments above them.
const Viewport kTall = {.height = 1600};

TEST(SettingsViewTest, ATypedValueIsTakenAndUndone) {
  Headless headless(kTall);
  headless.Click("workers");
  headless.Type("7");
  headless.Key(ImGuiKey_Enter);
  EXPECT_EQ(headless.panel.state().experiment.workers, 7);
  headless.Click("undo");
  EXPECT_EQ(headless.panel.state().experiment.workers, 2);
}

TEST(SettingsViewTest, WhatIsLeftToThePlanIsTypedAndGivenBack) {
  Headless headless(kTall);
  const auto type = [&](std::string_view text) {
    headless.Click("size");
    if (text.empty()) headless.Key(ImGuiKey_Delete);
    else headless.Type(text);
    headless.Key(ImGuiKey_Enter);
  };
  const Experiment start = headless.panel.state().experiment;
  ASSERT_TRUE(start.left_to_plan.size);
  for (const std::string_view given_back : {"", "auto"}) {
    type("5000000");
    EXPECT_EQ(headless.panel.state().experiment.size, 5'000'000);
    EXPECT_FALSE(headless.panel.state().experiment.left_to_plan.size);
    type(given_back);
    EXPECT_EQ(headless.panel.state().experiment, start) << given_back;
  }
  headless.panel.focus().Take(headless.panel.focus().Find("size-slider")->id);
  headless.Settle();
  headless.Key(ImGuiKey_RightArrow);
  EXPECT_FALSE(headless.panel.state().experiment.left_to_plan.size);
  headless.Click("undo");
  EXPECT_EQ(headless.panel.state().experiment, start);
  headless.Click("preset-tutorial");
  EXPECT_FALSE(headless.panel.state().experiment.left_to_plan.size);
  headless.Click("preset-default");
  EXPECT_EQ(headless.panel.state().experiment, start);
}

TEST(SettingsViewTest, PointsOfASweepAreTypedAmongMoreSettings) {
  Headless headless({.height = 2000});
  EXPECT_FALSE(headless.Shows("points"));
  headless.Click("more-settings");
  headless.Click("points");
  headless.Type("4, 1,2");
  headless.Key(ImGuiKey_Enter);
  EXPECT_EQ(headless.panel.state().experiment.points, (std::vector<double>{1, 2, 4}));
  headless.Click("points");
  headless.Key(ImGuiKey_Delete);
  headless.Key(ImGuiKey_Enter);
  EXPECT_TRUE(headless.panel.state().experiment.points.empty());
  EXPECT_TRUE(headless.Shows("precision"));
}

TEST(SettingsViewTest, APageHasFewerWorkersThanAProgram) {
  Headless headless(kTall);
  Ready ready = ReadyNotice();
  const auto type = [&] {
    headless.panel.Receive(ready);
    headless.Settle();
    headless.Click("workers");
    headless.Type("200");
    headless.Key(ImGuiKey_Enter);
  };
  type();
  EXPECT_EQ(headless.panel.state().experiment.workers, 2);
  ASSERT_TRUE(headless.panel.state().refused);
  EXPECT_EQ(headless.panel.state().refused->message, "workers: a page can have at most 64.");
  ready.environment.platform = "native";
  type();
  EXPECT_EQ(headless.panel.state().experiment.workers, 200);
}

TEST(SettingsViewTest, NonsenseIsRefusedWithFieldRangeAndWhatWasKept) {
  Headless headless(kTall);
  headless.Click("workers");
  headless.Type("99999");
  headless.Key(ImGuiKey_Enter);
  EXPECT_EQ(headless.panel.state().experiment.workers, 2);
  ASSERT_TRUE(headless.panel.state().refused);
  EXPECT_EQ(headless.panel.state().refused->field, "workers");
  EXPECT_FALSE(headless.asked.experiment) << "nothing changed";
}

TEST(SettingsViewTest, ArrowKeysTurnTheSliderThatHasTheFocus) {
  Headless headless(kTall);
  headless.panel.focus().Take(headless.panel.focus().Find("workers-slider")->id);
  headless.Settle();
  headless.Key(ImGuiKey_RightArrow);
  EXPECT_GE(headless.panel.state().experiment.workers, 3);
}

TEST(SettingsViewTest, WhatThePlanChoseIsNoChangeOfTheSettings) {
  Headless headless(kTall);
  const Experiment asked = headless.panel.state().experiment;
  RunResult result = ResultOf(asked);
  result.experiment.size = 140'000'000;
  result.experiment.repetitions = 11;
  headless.panel.Replay("saved.json", EncodeResult(result));
  headless.Settle();
  EXPECT_EQ(headless.panel.state().experiment, asked);
  EXPECT_EQ(headless.panel.state().outcome().experiment.size, 140'000'000);
}

TEST(SettingsViewTest, AConvoyHasSettingsOfItsOwn) {
  const Experiment convoy = MakeExperiment(ExperimentKind::kConvoy);
  Headless lab({.width = 360, .height = 740}, &convoy);
  lab.panel.Receive(ReadyNotice());
  lab.Settle();
  lab.Click("settings");
  lab.Click("more-settings");
  EXPECT_TRUE(lab.Shows("busy"));
  EXPECT_TRUE(lab.Shows("switch-interval"));
  EXPECT_FALSE(lab.Shows("tasks"));
}

}  // namespace
}  // namespace lab::panel
