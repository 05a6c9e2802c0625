// The figures that are shown and those of a file beside each other.
#include "shell/panel/comparison_view.h"

#include <algorithm>

#include "experiment/model_info.h"
#include "report/comparison.h"
#include "report/figures_text.h"
#include "shell/toolkit/widgets.h"
#include "shell/view/figures.h"
#include "words/english/panel.h"

namespace lab::panel {
namespace {

std::string MachineText(const RunResult& result) {
  return Phrase<words::kMeasuredWhere>(
      "system"_a = result.environment.system, "cores"_a = result.environment.cores,
      "day"_a = std::string_view(result.recorded_at).substr(0, 10));
}

// The model's name above its figures where there is little room; what is too long for its column
// goes on below.
void Row(const Ui& ui, const ModelComparison& model, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const bool stacked = ui.layout.narrow;
  const float first = stacked ? 0 : ui.Px(140);
  const float column = (width - first) / 3;
  const float top = at.y + (stacked ? ui.fonts.text->FontSize + ui.Px(2) : 0);
  ImFont* font = stacked ? ui.fonts.mono_small : ui.fonts.mono;
  float height = 0;
  const auto cell = [&](int index, const std::string& text) {
    const float room = column - ui.Px(8);
    DrawWrapped({at.x + first + column * static_cast<float>(index), top}, font, ui.theme.text, text,
                room);
    height = std::max(height, TextSize(font, text, room).y);
  };
  DrawText(at, ui.fonts.text, ui.theme.text,
           Fitted(ui.fonts.text, LabelOf(model.model), (stacked ? width : first) - ui.Px(8)));
  const auto figures = [](const Estimate& speedup, double seconds) {
    return Phrase<words::kSpeedupAndTime>("speedup"_a = speedup.ratio > 0 ? TimesText(speedup) : "",
                                          "time"_a = ComparedTime(seconds));
  };
  cell(0, figures(model.first_speedup, model.first_s));
  cell(1, figures(model.second_speedup, model.second_s));
  const std::string times = model.times.ratio > 0 ? TimesText(model.times) : kNotKnown;
  cell(2, model.times.ratio > 0 && !Different(model.times)
              ? Phrase<words::kMayBeEqual>("times"_a = times)
              : times);
  ImGui::Dummy({width, top - at.y + height + ui.Px(8)});
}

}  // namespace

bool ComparisonView(const Ui& ui, const RunResult& here, const RunResult& other) {
  const float width = std::min(ImGui::GetContentRegionAvail().x, ui.Px(860));
  Paragraph(ui, ui.fonts.strong, ui.theme.text, TextOf<words::kBesideFile>());
  Space(ui, 4);
  Paragraph(
      ui, ui.fonts.small, ui.theme.muted,
      Phrase<words::kShownAndFile>("shown"_a = MachineText(here), "file"_a = MachineText(other)),
      width);
  const Comparison comparison = CompareResults(here, other);
  for (const std::string& doubt : comparison.doubts)
    Paragraph(ui, ui.fonts.small, ui.theme.notice, doubt, width);
  for (const std::string& difference : comparison.differences)
    Paragraph(ui, ui.fonts.small, ui.theme.notice, DifferenceText(difference), width);
  Space(ui, 8);
  Paragraph(ui, ui.fonts.small, ui.theme.muted, TextOf<words::kComparedColumns>(), width);
  Space(ui, 8);
  for (const ModelComparison& model : comparison.models) Row(ui, model, width);
  return Button(ui, "close-comparison", TextOf<words::kCloseFile>(), ButtonLook::kQuiet);
}

}  // namespace lab::panel
