// The figures that are shown and those of a file beside each other.
#include "shell/panel/comparison_view.h"

#include <algorithm>

#include "experiment/model_info.h"
#include "report/comparison.h"
#include "shell/toolkit/widgets.h"
#include "shell/view/figures.h"

namespace lab::panel {
namespace {

std::string MachineText(const RunResult& result) {
  return result.environment.system + ", " + Plural(result.environment.cores, "core", "cores") + ", " + result.recorded_at.substr(0, 10);
}

void Row(const Ui& ui, const ModelComparison& model, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float first = ui.Px(ui.layout.narrow ? 110 : 140);
  const float column = (width - first) / 3;
  const auto cell = [&](int index, const std::string& text) {
    DrawText({at.x + first + column * static_cast<float>(index), at.y}, ui.fonts.mono, ui.theme.text, Fitted(ui.fonts.mono, text, column - ui.Px(8)));
  };
  DrawText(at, ui.fonts.text, ui.theme.text, Fitted(ui.fonts.text, LabelOf(model.model), first - ui.Px(8)));
  const auto speedup = [](const Estimate& estimate) { return estimate.ratio > 0 ? TimesText(estimate) : "unknown"; };
  cell(0, speedup(model.first_speedup) + " (" + ComparedTime(model.first_s) + ")");
  cell(1, speedup(model.second_speedup) + " (" + ComparedTime(model.second_s) + ")");
  cell(2, model.times.ratio > 0 ? TimesText(model.times) + (Different(model.times) ? "" : ", may be equal") : "–");
  ImGui::Dummy({width, ui.fonts.mono->FontSize + ui.Px(8)});
}

}  // namespace

bool ComparisonView(const Ui& ui, const RunResult& here, const RunResult& other) {
  const float width = std::min(ImGui::GetContentRegionAvail().x, ui.Px(860));
  Paragraph(ui, ui.fonts.strong, ui.theme.text, "Beside a file");
  Space(ui, 4);
  Paragraph(ui, ui.fonts.small, ui.theme.muted, "A, shown above: " + MachineText(here) + ". B, the file: " + MachineText(other) + ".", width);
  const Comparison comparison = CompareResults(here, other);
  for (const std::string& doubt : comparison.doubts) Paragraph(ui, ui.fonts.small, ui.theme.notice, doubt, width);
  for (const std::string& difference : comparison.differences) Paragraph(ui, ui.fonts.small, ui.theme.notice, DifferenceText(difference), width);
  Space(ui, 8);
  Paragraph(ui, ui.fonts.small, ui.theme.muted, "Speedup (time) of A and of B, and how many times faster B is.", width);
  Space(ui, 8);
  for (const ModelComparison& model : comparison.models) Row(ui, model, width);
  return Button(ui, "close-comparison", "Close the file", ButtonLook::kQuiet);
}

}  // namespace lab::panel
