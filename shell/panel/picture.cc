#include "shell/panel/picture.h"

#include <cmath>

#include "experiment/experiment_info.h"
#include "report/newer_text.h"
#include "shell/panel/answer_view.h"
#include "shell/panel/bars_view.h"
#include "shell/panel/response_view.h"
#include "shell/panel/why_view.h"
#include "shell/timeline/timeline_view.h"
#include "shell/view/chart.h"
#include "shell/view/figures.h"
#include "words/english/panel.h"

namespace lab::panel {
namespace {

constexpr float kWidth = 1400;      // CSS pixels, as all lengths here
constexpr float kMargin = 48;
constexpr float kHighest = 8000;    // more than any result needs
constexpr float kStageHeight = 720; // the window that the bars are to look like in

constexpr ImGuiWindowFlags kSheet = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                                    ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoInputs;

// What is shown and nothing else: no settings that have been changed since, no run under way.
State ResultAlone(const State& state) {
  State shown{.experiment = state.outcome().experiment,
              .environment = state.environment,
              .models = state.models};
  shown.outcome() = state.outcome();
  return shown;
}

void Title(const Ui& ui, const Experiment& experiment) {
  Paragraph(ui, ui.fonts.text, ui.theme.muted,
            Phrase<words::kPictureTitle>("experiment"_a = TitleOf(experiment),
                                         "question"_a = Phrase(*InfoOf(experiment.kind).question)));
  Space(ui, 16);
}

void Footer(const Ui& ui, const RunResult& result) {
  Space(ui, 24);
  Hairline(ui);
  Space(ui, 16);
  const ImVec2 at = ImGui::GetCursorScreenPos();
  DrawText(at, ui.fonts.strong, ui.theme.text, TextOf<words::kSpeedupLab>());
  const std::string line = WhereAndWhen(result);
  const ImVec2 size = TextSize(ui.fonts.text, line);
  DrawText({at.x + ImGui::GetContentRegionAvail().x - size.x, at.y}, ui.fonts.text, ui.theme.muted,
           line);
  ImGui::Dummy({0, size.y});
}

// A part of the picture, in a list of its own for what it draws: one list has a limit.
template <typename Draw>
void InOwnList(const char* name, const Draw& draw) {
  ImGui::BeginChild(name, {0, 0}, ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_AlwaysAutoResize,
                    kSheet);
  draw();
  ImGui::Dummy({0, 0});  // where a view has moved the cursor, that is its end
  ImGui::EndChild();
}

void Content(const Ui& ui, const State& state) {
  const RunResult& result = *state.outcome().result;
  Title(ui, state.experiment);
  InOwnList("answer", [&] { AnswerView(ui, state); });
  Space(ui, 8);
  const Chart chart = MakeChart(state);
  InOwnList("chart", [&] {
    std::string told;
    if (Answers(state.experiment.kind)) ResponseView(ui, state, told);
    else BarsView(ui, state, chart, told);
  });
  for (const std::string& note : NotesOf(result)) {
    Space(ui, 4);
    Paragraph(ui, ui.fonts.small, ui.theme.muted, note, ui.Px(860));
  }
  Space(ui, 20);
  InOwnList("why", [&] { WhyView(ui, state.outcome()); });
  InOwnList("lanes", [&] { TimelinePicture(ui, state, chart); });
  Footer(ui, result);
}

// One that the same renderer draws.
ImGuiContext* NewContext() {
  const ImGuiBackendFlags abilities = ImGui::GetIO().BackendFlags;
  ImGuiContext* context = ImGui::CreateContext();
  ImGui::SetCurrentContext(context);
  ImGui::GetIO().BackendFlags = abilities;
  ImGui::GetIO().IniFilename = nullptr;
  return context;
}

}  // namespace

Picture::Picture(const State& state, bool dark, float unit)
    : former_(ImGui::GetCurrentContext()), own_(NewContext()) {
  const State shown = ResultAlone(state);
  fonts_.RasteriseFor(unit, false, false);
  width_ = std::round(kWidth * unit);
  height_ = std::round(kHighest * unit);
  // ImGui knows how high a part is when it has drawn it, and makes room for it in the next frame.
  constexpr int kFramesToSettle = 3;
  float needed = height_;
  for (int frame = 0; frame < kFramesToSettle; ++frame) needed = Frame(shown, dark, unit);
  height_ = needed;
  Frame(shown, dark, unit);
}

Picture::~Picture() {
  ImGui::DestroyContext(own_);
  ImGui::SetCurrentContext(former_);
}

float Picture::Frame(const State& state, bool dark, float unit) {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {width_, height_};
  io.DeltaTime = 1;
  const float margin = std::round(kMargin * unit);
  const Layout layout{
      .unit = unit,
      .stage = {margin, margin, width_ - 2 * margin, std::round(kStageHeight * unit)}};
  const Ui ui{dark ? DarkTheme() : LightTheme(),
              fonts_.fonts(),
              fonts_.patterns(),
              layout,
              focus_,
              typing_};
  ApplyStyle(ui);
  focus_.BeginFrame();
  ImGui::NewFrame();
  ImGui::PushFont(ui.fonts.text);
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {margin, margin});
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({width_, height_});
  ImGui::Begin("picture", nullptr, kSheet);
  ImGui::PopStyleVar();
  Content(ui, state);
  const float end = ImGui::GetCursorScreenPos().y + margin;
  ImGui::End();
  ImGui::PopFont();
  focus_.EndFrame();
  ImGui::Render();
  return std::ceil(end);
}

const ImDrawData& Picture::data() const { return *ImGui::GetDrawData(); }

ImU32 Picture::ground() const { return ImGui::GetColorU32(ImGuiCol_WindowBg); }

}  // namespace lab::panel
