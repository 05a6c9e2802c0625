// The whole panel, pressed and typed at as a person would.
#include "shell/panel/panel.h"

#include <gtest/gtest.h>

#include "experiment/presets.h"
#include "messages/codec.h"
#include "tests/panel/headless.h"

namespace lab::panel {
namespace {

const RunRequest* AskedRun(const Headless& headless) {
  return headless.asked.requests.empty() ? nullptr
                                         : std::get_if<RunRequest>(&headless.asked.requests.back());
}

TEST(PanelTest, RunAsksTheEngineForTheSettings) {
  Headless headless;
  headless.Click("run");
  EXPECT_TRUE(headless.asked.requests.empty()) << "nobody is there yet";
  headless.panel.Receive(ReadyNotice());
  headless.Settle();
  headless.Click("run");
  ASSERT_NE(AskedRun(headless), nullptr);
  EXPECT_EQ(AskedRun(headless)->experiment, MakeExperiment(ExperimentKind::kCount));
  headless.Click("run");
  EXPECT_TRUE(std::holds_alternative<CancelRequest>(headless.asked.requests.back()));
}

TEST(PanelTest, CardsChooseTheExperiment) {
  Headless headless;
  headless.Click("downloads");
  ASSERT_TRUE(headless.asked.experiment);
  EXPECT_EQ(headless.asked.experiment->kind, ExperimentKind::kDownloads);
}

TEST(PanelTest, KeysRunCancelAndChoose) {
  Headless headless;
  headless.panel.Receive(ReadyNotice());
  headless.Settle();
  headless.Key(ImGuiKey_3);
  EXPECT_EQ(headless.panel.state().experiment.kind, ExperimentKind::kHeavy);
  headless.Key(ImGuiKey_Enter);
  ASSERT_NE(AskedRun(headless), nullptr);
  headless.Key(ImGuiKey_Escape);
  EXPECT_TRUE(std::holds_alternative<CancelRequest>(headless.asked.requests.back()));
}

TEST(PanelTest, QuestionMarkShowsTheKeysAndEscapeClosesThem) {
  Headless headless;
  headless.Type("?");
  EXPECT_TRUE(headless.Shows("close-help"));
  EXPECT_FALSE(headless.Shows("run")) << "only the dialog can have the focus";
  headless.Key(ImGuiKey_Escape);
  EXPECT_FALSE(headless.Shows("close-help"));
}

TEST(PanelTest, TabGoesThroughEveryControlAndBack) {
  Headless headless;
  const size_t count = headless.panel.focus().controls().size();
  ASSERT_GT(count, 8u);
  headless.panel.focus().Enter(false);
  headless.Settle();
  EXPECT_TRUE(headless.panel.focus().AtEdge(true));
  for (size_t i = 1; i < count; ++i) headless.Key(ImGuiKey_Tab);
  EXPECT_TRUE(headless.panel.focus().AtEdge(false));
  headless.Key(ImGuiKey_Tab);
  EXPECT_TRUE(headless.panel.focus().AtEdge(true));
  headless.Key(ImGuiKey_Tab, ImGuiMod_Shift);
  EXPECT_TRUE(headless.panel.focus().AtEdge(false));
}

TEST(PanelTest, SpacePressesWhatHasTheFocus) {
  Headless headless;
  headless.panel.focus().Enter(false);  // the first control: colours
  headless.Settle();
  headless.Key(ImGuiKey_Space);
  EXPECT_EQ(headless.asked.theme, "dark");
}

TEST(PanelTest, ResultsAreCopiedAndSaved) {
  Headless headless;
  headless.panel.Receive(ReadyNotice());
  headless.panel.Open("saved.json", EncodeResult(ResultOf(MakeExperiment(ExperimentKind::kCount))));
  headless.Settle();
  headless.Click("copy-results");
  ASSERT_TRUE(headless.asked.copy);
  EXPECT_TRUE(headless.asked.copy->starts_with("model\t"));
  EXPECT_FALSE(headless.Shows("save-result")) << "folded in";
  headless.Click("save");
  headless.Click("save-result");
  ASSERT_TRUE(headless.asked.save);
  EXPECT_EQ(headless.asked.save->name, "speedup-count-2026-11-23T09-41-07.json");
  EXPECT_TRUE(DecodeResult(headless.asked.save->text));
  headless.Click("save-table");
  ASSERT_TRUE(headless.asked.save);
  EXPECT_EQ(headless.asked.save->name, "speedup-count-2026-11-23T09-41-07.md");
  EXPECT_TRUE(headless.asked.save->text.starts_with("### Count")) << headless.asked.save->text;
}

TEST(PanelTest, WhatWasRecordedIsSavedAsATrace) {
  Headless headless;
  RunResult result = ResultOf(MakeExperiment(ExperimentKind::kCount));
  headless.panel.Open("saved.json", EncodeResult(result));
  headless.Settle();
  headless.Click("save");
  headless.Click("save-trace");
  EXPECT_FALSE(headless.asked.save) << "there is none";
  result.models[0].trace =
      Trace{.length = 10,
            .lanes = {{.name = "thread 1", .events = {{.at = 0, .kind = EventKind::kRunning}}}}};
  headless.panel.Replay("saved.json", EncodeResult(result));
  headless.Settle();
  headless.Click("save-trace");
  ASSERT_TRUE(headless.asked.save);
  EXPECT_EQ(headless.asked.save->name, "speedup-count-2026-11-23T09-41-07-trace.json");
  EXPECT_TRUE(headless.asked.save->text.starts_with("{\"traceEvents\":["))
      << headless.asked.save->text;
}

TEST(PanelTest, APictureIsAskedForByTheNameOfItsFile) {
  Headless headless;
  headless.Click("save");
  headless.Click("save-picture");
  EXPECT_FALSE(headless.asked.picture) << "nothing has been measured";
  headless.panel.Open("saved.json", EncodeResult(ResultOf(MakeExperiment(ExperimentKind::kCount))));
  headless.Settle();
  headless.Click("save-picture");
  EXPECT_EQ(headless.asked.picture, "speedup-count-2026-11-23T09-41-07.png");
}

TEST(PanelTest, WhatCanBeSavedHasRoomOnAPhone) {
  Headless headless({.width = 360, .height = 2400, .touch = true});
  headless.panel.Receive(ReadyNotice(false));
  headless.Settle();
  headless.Click("save");
  for (const char* name : {"details", "copy-results", "save", "open", "sweep", "save-result",
                           "save-table", "save-trace", "save-picture", "recording"}) {
    const Control* control = headless.panel.focus().Find(name);
    ASSERT_NE(control, nullptr) << name;
    EXPECT_GE(control->low.x, 0) << name;
    EXPECT_LE(control->high.x, 360) << name;
    EXPECT_GE(control->high.y - control->low.y, 44) << name;
    for (const Control& other : headless.panel.focus().controls()) {
      const bool apart = control->name == other.name || control->low.x >= other.high.x ||
                         other.low.x >= control->high.x || control->low.y >= other.high.y ||
                         other.low.y >= control->high.y;
      EXPECT_TRUE(apart) << name << " lies on " << other.name;
    }
  }
}

TEST(PanelTest, FilesAreChosenWhereThePageCan) {
  Headless headless;
  Ready ready = ReadyNotice();
  headless.panel.Receive(ready);
  headless.Settle();
  headless.Click("open");
  EXPECT_TRUE(headless.asked.open);
  ready.environment.platform = "native";
  headless.panel.Receive(ready);
  headless.Settle();
  EXPECT_FALSE(headless.Shows("open"));
}

TEST(PanelTest, ARecordedRunIsOfferedWhereAModelCannotRun) {
  Headless headless;
  headless.panel.Receive(ReadyNotice());
  headless.Settle();
  EXPECT_FALSE(headless.Shows("recording")) << "everything can run here";
  headless.panel.Receive(ReadyNotice(false));
  headless.Settle();
  headless.Click("downloads");
  headless.Click("recording");
  EXPECT_EQ(headless.asked.recording, "downloads");
  headless.panel.Replay("saved.json",
                        EncodeResult(ResultOf(MakeExperiment(ExperimentKind::kDownloads))));
  headless.Settle();
  EXPECT_TRUE(headless.panel.state().outcome().recorded);
  EXPECT_FALSE(headless.Shows("recording")) << "it is shown";
}

TEST(PanelTest, KeysCopyAndUndo) {
  Headless headless;
  headless.panel.Open("saved.json", EncodeResult(ResultOf(MakeExperiment(ExperimentKind::kHeavy))));
  headless.Settle();
  headless.Key(ImGuiKey_C, ImGuiMod_Ctrl);
  EXPECT_TRUE(headless.asked.copy);
  headless.Key(ImGuiKey_Z, ImGuiMod_Ctrl);
  EXPECT_EQ(headless.panel.state().experiment.kind, ExperimentKind::kCount);
}

TEST(PanelTest, AFileThatIsNoResultIsAComplaint) {
  Headless headless;
  headless.panel.Open("other.json", "{\"not\": \"a result\"");
  headless.Settle();
  ASSERT_TRUE(headless.panel.state().refused_file);
  EXPECT_TRUE(headless.Shows("dismiss"));
  headless.panel.Open("mine.json", "[]");  // does not pile up
  headless.Settle();
  const std::string message = headless.panel.state().refused_file->message;
  EXPECT_EQ(message.find("mine.json: The result cannot be read: "), 0u) << message;
  ASSERT_EQ(headless.asked.announcements.size(), 2u) << "people who cannot see it are told";
  EXPECT_EQ(headless.asked.announcements.back().find(message), 0u);
  headless.Click("dismiss");
  EXPECT_FALSE(headless.Shows("dismiss"));
}

TEST(PanelTest, ARefusedDownloadIsForgottenOutside) {
  const Experiment experiment = MakeExperiment(ExperimentKind::kDownloads);
  Headless plain({}, &experiment);
  plain.Settle();
  EXPECT_FALSE(plain.asked.experiment);
  Headless headless({}, &experiment,
                    {{.code = ErrorCode::kInvalidArgument, .message = "urls: …", .field = "urls"}});
  headless.Settle();
  ASSERT_TRUE(headless.asked.experiment) << "the address in the browser holds it still";
  EXPECT_EQ(*headless.asked.experiment, experiment);
  headless.asked = {};
  headless.panel.Configure(
      experiment, {{.code = ErrorCode::kInvalidArgument, .message = "urls: …", .field = "urls"}});
  headless.Settle();
  EXPECT_TRUE(headless.asked.experiment);
}

// What a reader lets pass, views survive: with every folded part open, at every size.
TEST(PanelTest, EmptyFiguresAreDrawn) {
  for (const ExperimentKind kind :
       {ExperimentKind::kCount, ExperimentKind::kMixed, ExperimentKind::kConvoy}) {
    for (const std::string_view axis : {"workers", "cpu-share", "busy"}) {
      for (SweepResult sweep :
           {SweepResult{}, SweepResult{.scaling = {ModelScaling{.model = "threads-gil"}}}}) {
        sweep.experiment = MakeExperiment(kind);
        sweep.axis = axis;
        Headless headless;
        headless.panel.Receive(SweepStarted{1, sweep.experiment, {}, 0, {}});
        headless.panel.Receive(SweepFinished{1, sweep});
        headless.Settle();
        for (const char* control :
             {"sweep-table", "copy-sweep", "save-sweep", "details", "code", "save"})
          headless.Click(control);
        headless.panel.Receive(Started{2, sweep.experiment, 0, 0, {}});
        headless.panel.Receive(
            Finished{2, RunResult{.experiment = sweep.experiment,
                                  .models = {ModelResult{.model = "processes"}}}});
        headless.Settle();
        EXPECT_TRUE(headless.Shows("run"));
      }
    }
  }
}

TEST(PanelTest, TargetsAreLargeEnough) {
  for (bool touch : {false, true}) {
    Headless headless({.width = touch ? 360.f : 1280.f, .height = 800, .touch = touch});
    for (const Control& control : headless.panel.focus().controls()) {
      EXPECT_GE(control.high.y - control.low.y, touch ? 44 : 24) << control.name;
      EXPECT_GE(control.high.x - control.low.x, 24) << control.name;
    }
  }
}

TEST(PanelTest, NothingMovesWhenTheResultComes) {
  Headless headless;
  headless.panel.Receive(ReadyNotice());
  headless.Settle();
  const float before = headless.panel.focus().Find("run")->low.y;
  headless.Click("run");
  headless.panel.Receive(Started{1, headless.panel.state().experiment, 24, {}});
  headless.Settle();
  EXPECT_EQ(headless.panel.focus().Find("run")->low.y, before);
  const float details = headless.panel.focus().Find("details")->low.y;
  headless.panel.Receive(Finished{1, ResultOf(headless.panel.state().experiment)});
  headless.Settle();
  EXPECT_EQ(headless.panel.focus().Find("details")->low.y, details);
  EXPECT_EQ(headless.panel.focus().Find("run")->low.y, before);
}

// Every notice after every other one, at sizes from a phone to 4K: no crash, and always a Run
// button.
TEST(PanelTest, EveryOrderOfNoticesAtEverySizeIsDrawn) {
  const Experiment experiment = MakeExperiment(ExperimentKind::kCount);
  const std::vector<Notice> notices = {
      ReadyNotice(),
      ReadyNotice(false),
      Started{1, experiment, 24, 8, {{"threads-gil", "no shared memory"}}},
      TrialStarted{1, "processes", 0, true},
      TrialDone{1, "unheard-of", 0, false, 1, 1, 0, -1, Figure("unheard-of", 0, {0, 0, 0}, 0)},
      Finished{1, ResultOf(experiment)},
      Finished{1, RunResult{}},
      Failed{1, {}, "", {}},
      Failed{0, {}, "x", {}},
      Cancelled{1}};
  for (const auto& [width, height, ratio] : {std::tuple{360.f, 640.f, 1.f},
                                             {1280.f, 800.f, 1.f},
                                             {3840.f, 2160.f, 2.f},
                                             {40.f, 40.f, 1.f}}) {
    Headless headless({.width = width, .height = height, .pixel_ratio = ratio, .dark = ratio > 1});
    for (const Notice& first : notices) {
      for (const Notice& second : notices) {
        headless.panel.Receive(first);
        headless.panel.Receive(second);
        headless.Settle();
      }
    }
    EXPECT_TRUE(headless.Shows("run"));
  }
}

}  // namespace
}  // namespace lab::panel
