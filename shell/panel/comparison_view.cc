// The figures that are shown and those of a file beside each other.
#include <algorithm>

#include "base/text.h"
#include "experiment/model_names.h"
#include "shell/panel/figures.h"
#include "shell/panel/views.h"
#include "shell/panel/widgets.h"

namespace lab::panel {
namespace {

std::string MachineText(const RunResult& result) {
  return result.environment.system + ", " + Plural(result.environment.cores, "core", "cores") + ", " + result.recorded_at.substr(0, 10);
}

void Row(const Ui& ui, const ModelResult& here, const ModelResult& other, float width) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ModelName* name = FindModelName(here.model);
  const float first = ui.Px(ui.layout.narrow ? 110 : 140);
  const float column = (width - first) / 3;
  const Estimate times = RatioOf(here.samples_s, other.samples_s);
  const auto cell = [&](int index, const std::string& text) {
    DrawText({at.x + first + column * static_cast<float>(index), at.y}, ui.fonts.mono, ui.theme.text, Fitted(ui.fonts.mono, text, column - ui.Px(8)));
  };
  DrawText(at, ui.fonts.text, ui.theme.text, Fitted(ui.fonts.text, name ? name->label : here.model, first - ui.Px(8)));
  cell(0, TimesText(here.speedup) + " (" + Duration(here.median_s) + ")");
  cell(1, TimesText(other.speedup) + " (" + Duration(other.median_s) + ")");
  cell(2, TimesText(times) + (Different(times) ? "" : ", may be equal"));
  ImGui::Dummy({width, ui.fonts.mono->FontSize + ui.Px(8)});
}

}  // namespace

bool ComparisonView(const Ui& ui, const RunResult& here, const RunResult& other) {
  const float width = std::min(ImGui::GetContentRegionAvail().x, ui.Px(860));
  Paragraph(ui, ui.fonts.strong, ui.theme.text, "Beside a file");
  Space(ui, 4);
  Paragraph(ui, ui.fonts.small, ui.theme.muted, "Shown above: " + MachineText(here) + ". File: " + MachineText(other) + ".", width);
  if (!(here.experiment.size == other.experiment.size && here.experiment.tasks == other.experiment.tasks && here.experiment.workers == other.experiment.workers)) {
    Paragraph(ui, ui.fonts.small, ui.theme.notice, "Their settings differ, so times cannot be compared; speedups can, with care.", width);
  }
  Space(ui, 8);
  Paragraph(ui, ui.fonts.small, ui.theme.muted, "Speedup (time) above, in the file, and how many times faster the file's is.", width);
  Space(ui, 8);
  for (const ModelResult& model : here.models) {
    const auto same = std::ranges::find(other.models, model.model, &ModelResult::model);
    if (same != other.models.end()) Row(ui, model, *same, width);
  }
  return Button(ui, "close-comparison", "Close the file", ButtonLook::kQuiet);
}

}  // namespace lab::panel
