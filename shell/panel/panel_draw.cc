// Puts the views together and turns what they return into changes of the state and actions.
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "base/text.h"
#include "experiment/experiment_info.h"
#include "messages/codec.h"
#include "report/chrome_trace.h"
#include "report/markdown.h"
#include "shell/panel/answer_view.h"
#include "shell/panel/bars_view.h"
#include "shell/panel/code_view.h"
#include "shell/panel/comparison_view.h"
#include "shell/panel/details_view.h"
#include "shell/panel/experiments_view.h"
#include "shell/panel/header_view.h"
#include "shell/panel/overlays_view.h"
#include "shell/panel/panel.h"
#include "shell/panel/recording_offer.h"
#include "shell/panel/response_view.h"
#include "shell/panel/run_view.h"
#include "shell/panel/save_view.h"
#include "shell/panel/scaling_view.h"
#include "shell/panel/seconds_now.h"
#include "shell/panel/why_view.h"
#include "shell/panel/words_view.h"
#include "shell/timeline/timeline_view.h"
#include "shell/toolkit/widgets.h"
#include "shell/view/scaling_chart.h"
#include "words/english/panel.h"

namespace lab::panel {
namespace {

constexpr ImGuiWindowFlags kBackdrop =
    ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNavInputs |
    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
    ImGuiWindowFlags_NoScrollWithMouse;

constexpr const char* kGlossary =
    "https://docs.python.org/3/glossary.html#term-global-interpreter-lock";

template <typename T>  // RunResult or SweepResult
std::string FileName(const char* kind, const T& result, const char* ending = ".json") {
  std::string day = result.recorded_at.substr(0, std::min<size_t>(19, result.recorded_at.size()));
  std::ranges::replace(day, ':', '-');
  return kind + std::string(InfoOf(result.experiment.kind).name) + (day.empty() ? "" : "-" + day) +
         ending;
}

// A sweep before its first point: a chart with nothing in it yet.
SweepResult WithoutPoints(const Experiment& experiment) {
  return {.experiment = experiment,
          .axis = std::string(InfoOf(experiment.kind).axis.setting),
          .calibration = {.effective_cores = 0},
          .answer = Phrase<words::kCurvesGrow>()};
}

}  // namespace

Actions Panel::Draw(const Viewport& viewport) {
  Actions actions;
  const Layout layout = LayoutFor(viewport);
  std::string copied;
  const Theme theme = ThemeFor(viewport.dark, viewport.wishes);
  const Ui ui{theme,   fonts_.fonts(), fonts_.patterns(), layout, focus_,
              typing_, viewport.touch, viewport.pinch,    &copied};
  ApplyStyle(ui);
  framed_ = viewport.framed;
  still_ = viewport.still || DrawingDisturbs(state_);
  focus_.BeginFrame();
  Keys(actions);
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({viewport.width, viewport.height});
  ImGui::PushFont(ui.fonts.text);
  ImGui::Begin("panel", nullptr, kBackdrop);
  if (layout.flat) {
    Stage(ui, actions);  // with the others in it
  } else if (layout.narrow) {
    Header(ui, actions);
    Stage(ui, actions);
    RunBar(ui, actions);
  } else {
    Header(ui, actions);
    Side(ui, actions);
    RunBar(ui, actions);
    Stage(ui, actions);
  }
  ImGui::End();
  if (unfolded_.help) Help(ui, actions);
  focus_.EndFrame();
  reveal_.EndFrame();
  if (focus_.empty()) typing_.id = 0;  // its field is not shown any more
  if (!copied.empty()) actions.copy = copied;
  Line(ui, actions);
  if (reveal_.moving()) actions.again_in_s = 0;
  ImGui::PopFont();
  if (std::exchange(tells_, false) || !(told_ == state_.experiment))
    actions.experiment = told_ = state_.experiment;
  actions.announcements = std::exchange(state_.announcements, {});
  return actions;
}

void Panel::Header(const Ui& ui, Actions& actions) {
  const HeaderAsked asked = HeaderView(ui, state_, theme_, framed_);
  if (asked.help) unfolded_.help = true;
  if (asked.own_tab) actions.link = "";
  if (!asked.next_theme) return;
  theme_ = theme_ == "auto"   ? (ui.theme.dark ? "light" : "dark")
           : theme_ == "dark" ? "light"
                              : "auto";
  actions.theme = theme_;
}

void Panel::Side(const Ui& ui, Actions&) {
  const float pad = ui.Px(20);
  BeginScroll(ui, "side", ui.layout.side, {pad, pad});
  Paragraph(ui, ui.fonts.small, ui.theme.muted, TextOf<words::kWhatToRace>());
  Space(ui, 8);
  Choose(ExperimentCards(ui, state_.experiment.kind));
  Space(ui, 12);
  Settings(ui);
  const float end = ImGui::GetCursorScreenPos().y + ImGui::GetScrollY();
  side_end_ = std::min(end, ui.layout.run.y);
  EndScroll(ui);
}

void Panel::RunBar(const Ui& ui, Actions& actions) {
  const Box& box = ui.layout.run;
  const float pad = ui.Px(ui.layout.narrow ? 16 : 20);
  const float top = ui.layout.flat     ? ImGui::GetCursorScreenPos().y
                    : ui.layout.narrow ? box.y
                                       : side_end_;
  if (ui.layout.narrow && !ui.layout.flat) {
    ImGui::GetWindowDrawList()->AddRectFilled({box.x, top}, {box.x + box.w, top + ui.Px(1)},
                                              Ink(ui.theme.hairline));
  }
  ImGui::SetCursorScreenPos({box.x, top});
  const float above = ui.layout.narrow ? std::floor((box.h - ui.PrimaryHeight()) / 2) : ui.Px(14);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {pad, above});
  ImGui::BeginChild("run", {box.w, box.h}, ImGuiChildFlags_AlwaysUseWindowPadding,
                    ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollbar |
                        ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNavInputs);
  ImGui::PopStyleVar();
  const RunAsked asked = RunView(ui, state_, SecondsNow());
  ImGui::EndChild();
  // The time that is left goes on even if nothing is heard.
  if (state_.progress) actions.again_in_s = 1;
  if (asked.run) Run(actions);
  if (asked.cancel) Cancel(actions);
}

void Panel::Stage(const Ui& ui, Actions& actions) {
  const bool narrow = ui.layout.narrow;
  const Box& box = ui.layout.stage;
  if (!narrow) {
    ImGui::GetWindowDrawList()->AddRectFilled({box.x, box.y}, {box.x + ui.Px(1), box.y + box.h},
                                              Ink(ui.theme.hairline));
  }
  BeginScroll(ui, "stage", box,
              {ui.Px(narrow ? 16 : 32), ui.layout.flat ? 0
                                                       : ui.Px(ui.layout.low ? 8
                                                               : narrow      ? 12
                                                                             : 28)});
  if (ui.layout.flat) {
    Header(ui, actions);
    RunBar(ui, actions);  // in sight without scrolling
  }
  if (narrow) Questions(ui);
  std::vector<Error> complaints = state_.complaints;
  if (state_.refused_file) complaints.push_back(*state_.refused_file);
  if (!complaints.empty()) {
    DrawPart(Part::kComplaints, [&] {
      if (!ComplaintsView(ui, complaints)) return;
      state_.complaints.clear();
      state_.refused_file.reset();
    });
    Space(ui, 16);
  }
  const Chart chart = MakeChart(state_);
  DrawPart(Part::kAnswer, [&] {
    AnswerView(ui, state_);
    if (Answers(state_.experiment.kind)) ResponseView(ui, state_, unfolded_.told_model);
    else BarsView(ui, state_, chart, unfolded_.told_model);
  });
  Space(ui, 12);
  if (RecordingOffer(ui, state_))
    actions.recording = std::string(InfoOf(state_.experiment.kind).name);
  Figures(ui, chart, actions);
  EndScroll(ui);
}

// The experiments in place of the side, and behind them the settings.
void Panel::Questions(const Ui& ui) {
  const bool open = unfolded_.settings;
  Choose(ExperimentChips(ui, state_.experiment.kind, unfolded_.settings));
  if (unfolded_.settings && !open) reveal_.Ask(Part::kSettings);
  Space(ui, ui.layout.low ? 8 : 16);
  if (!unfolded_.settings) return;
  DrawPart(Part::kSettings, [&] { Settings(ui); });
  Space(ui, 12);
  Hairline(ui);
  Space(ui, 16);
}

void Panel::Settings(const Ui& ui) {
  const bool open = unfolded_.more;
  DrawPart(Part::kMoreSettings, [&] { Follow(SettingsView(ui, state_, unfolded_)); });
  if (unfolded_.more && !open) reveal_.Ask(Part::kMoreSettings);
}

void Panel::Figures(const Ui& ui, const Chart& chart, Actions& actions) {
  const Outcome& outcome = state_.outcome();
  if (outcome.result) {
    for (const std::string& note : outcome.result->notes) {
      Paragraph(ui, ui.fonts.small, ui.theme.muted, note,
                std::min(ImGui::GetContentRegionAvail().x, ui.Px(860)));
      Space(ui, 4);
    }
  }
  const Unfolded before = unfolded_;
  const ResultAsked asked = ResultActions(ui, state_, unfolded_);
  if (asked.copy) actions.copy = TableText(state_);
  if (asked.open) actions.open = true;
  if (asked.sweep) Sweep(actions);
  if (unfolded_.save && !before.save) reveal_.Ask(Part::kSave);
  if (unfolded_.details && !before.details) reveal_.Ask(Part::kDetails);
  if (unfolded_.code && !before.code) reveal_.Ask(Part::kCode);
  if (unfolded_.save) DrawPart(Part::kSave, [&] { Save(ui, actions); });
  if (unfolded_.code) DrawPart(Part::kCode, [&] { Code(ui, actions); });
  if (unfolded_.details) {
    Space(ui, 12);
    DrawPart(Part::kDetails, [&] { DetailsView(ui, state_); });
  }
  WhatLanesDid(ui, chart, actions);
  if (outcome.result && outcome.other) DrawPart(Part::kComparison, [&] { Comparison(ui); });
  DrawPart(Part::kSweep, [&] { Scaling(ui, actions); });
}

// Why the figures are what they are, as a picture; what explains it in words stands between heading
// and picture.
void Panel::WhatLanesDid(const Ui& ui, const Chart& chart, Actions& actions) {
  Space(ui, 20);
  if (state_.outcome().kind == Outcome::Kind::kNothing) {
    Paragraph(ui, ui.fonts.strong, ui.theme.text, TextOf<words::kNewToThis>());
    Space(ui, 8);
    if (WordsView(ui)) actions.link = kGlossary;
    Space(ui, 12);
  }
  WhyView(ui, state_.outcome());
  Paragraph(ui, ui.fonts.strong, ui.theme.text, TextOf<words::kWhatLanesDid>());
  Space(ui, 8);
  const TimelineAsked asked = TimelineView(ui, state_, chart, timeline_);
  if (asked.announce) state_.announcements.push_back(*asked.announce);
}

void Panel::Save(const Ui& ui, Actions& actions) {
  const Outcome& outcome = state_.outcome();
  Space(ui, 8);
  const SaveAsked asked = SaveView(ui, outcome);
  if (!outcome.result) return;
  if (asked.result)
    actions.save = File{FileName("speedup-", *outcome.result), "application/json",
                        EncodeResult(*outcome.result)};
  if (asked.table)
    actions.save = File{FileName("speedup-", *outcome.result, ".md"), "text/markdown",
                        AsMarkdown(*outcome.result)};
  if (asked.trace)
    actions.save = File{FileName("speedup-", *outcome.result, "-trace.json"), "application/json",
                        AsChromeTrace(*outcome.result)};
  if (asked.picture) actions.picture = FileName("speedup-", *outcome.result, ".png");
}

void Panel::Comparison(const Ui& ui) {
  Outcome& outcome = state_.outcome();
  Space(ui, 20);
  if (ComparisonView(ui, *outcome.result, *outcome.other)) outcome.other.reset();
}

void Panel::Scaling(const Ui& ui, Actions& actions) {
  const Outcome& outcome = state_.outcome();
  const bool under_way =
      state_.progress && state_.progress->sweep && state_.progress->kind == state_.experiment.kind;
  if (!outcome.sweep && !under_way) return;
  Space(ui, 20);
  SweepStanding standing{.standing = outcome.sweep_recorded ? "recorded"
                                     : under_way            ? "growing"
                                                            : ""};
  if (under_way) standing.planned = outcome.sweep_places;
  const SweepResult sweep =
      outcome.sweep ? *outcome.sweep : WithoutPoints(state_.progress->experiment);
  const SweepAsked asked = ScalingView(ui, sweep, standing, unfolded_);
  if (asked.copy) actions.copy = TableText(sweep);
  if (asked.save)
    actions.save = File{FileName("sweep-", sweep), "application/json", EncodeSweep(sweep)};
}

void Panel::Code(const Ui& ui, Actions& actions) {
  Space(ui, 12);
  const CodeAsked asked = CodeView(ui, state_.experiment, unfolded_.code_choice);
  if (asked.copy) actions.copy = asked.copy;
  Space(ui, 12);
}

void Panel::Help(const Ui& ui, Actions& actions) {
  const HelpAsked asked = HelpView(ui, state_);
  if (asked.close) unfolded_.help = false;
  if (asked.licences) actions.link = "notices.html";
  if (asked.glossary) actions.link = kGlossary;
}

// A word about what was just done, at the foot of the window, for a few seconds.
void Panel::Line(const Ui& ui, Actions& actions) {
  const double left = line_until_ - ImGui::GetTime();
  if (left <= 0) return;
  actions.again_in_s = std::min(left, actions.again_in_s.value_or(left));
  const std::string shown =
      Fitted(ui.fonts.text, line_, ImGui::GetMainViewport()->Size.x - ui.Px(64));
  const ImVec2 size = TextSize(ui.fonts.text, shown);
  const ImVec2 all = ImGui::GetMainViewport()->Size;
  const float foot = ui.layout.flat ? 0 : ui.layout.narrow ? ui.layout.run.h : 0;
  const ImVec2 pad{ui.Px(16), ui.Px(10)};
  const ImVec2 low{(all.x - size.x) / 2 - pad.x,
                   all.y - foot - ui.Px(ui.layout.flat ? 8 : 24) - size.y - 2 * pad.y};
  const ImVec2 high{low.x + size.x + 2 * pad.x, low.y + size.y + 2 * pad.y};
  ImDrawList* list = ImGui::GetForegroundDrawList();
  list->AddRectFilled(low, high, Ink(ui.theme.text), ui.Corner());
  list->AddText(ui.fonts.text, ui.fonts.text->FontSize, {low.x + pad.x, low.y + pad.y},
                Ink(ui.theme.page), shown.c_str());
}

}  // namespace lab::panel
