#include <algorithm>

#include "base/text.h"
#include "experiment/model_names.h"
#include "experiment/presets.h"
#include "experiment/settings.h"
#include "shell/panel/figures.h"
#include "shell/panel/views.h"
#include "shell/panel/widgets.h"

namespace lab::panel {
namespace {

std::string StepText(const Progress& progress) {
  const ModelName* model = FindModelName(progress.model);
  if (progress.cancelling) return "cancelling…";
  if (!progress.accepted || progress.model.empty()) return "getting the workers ready…";
  const std::string label = model ? std::string(model->label) : progress.model;
  if (progress.sweep) return Format("point %d of %d: ", std::min(progress.done + 1, progress.trials), progress.trials) + label;
  return progress.warmup ? "warming up " + label : Format("%s, round %d", label.c_str(), progress.repetition + 1);
}

std::string StatusText(const State& state) {
  if (!state.environment) return "Starting the laboratory…";
  if (!state.progress) {
    const Experiment& next = state.experiment;
    if (state.environment->platform == "web" && WaitsForConnections(next)) {
      return Format("A browser opens at most %d connections to a host.", kBrowserConnections);
    }
    const auto can_run = [&](const std::string& model) {
      const ModelStatus* status = StatusOf(state, model);
      return status == nullptr || status->available;
    };
    return Plural(static_cast<int>(std::ranges::count_if(next.models, can_run)), "model", "models") + " · " +
           Plural(next.repetitions, "repetition", "repetitions") + " each";
  }
  const Progress& progress = *state.progress;
  std::string text = StepText(progress);
  if (progress.kind != state.experiment.kind) text = std::string(InfoOf(progress.kind).title) + ": " + text;
  return text;
}

void ProgressLine(const Ui& ui, ImVec2 at, float width, const State& state) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float thick = ui.Px(4);
  list->AddRectFilled(at, {at.x + width, at.y + thick}, Ink(ui.theme.hairline), thick / 2);
  if (!state.progress || state.progress->trials <= 0) return;
  const float share = static_cast<float>(state.progress->done) / static_cast<float>(state.progress->trials);
  list->AddRectFilled(at, {at.x + width * std::min(1.0f, share), at.y + thick}, Ink(ui.theme.accent), thick / 2);
}

// The status at the left and the time that is left at the right of a line.
void StatusLine(const Ui& ui, ImVec2 at, float width, const State& state) {
  std::string left;
  if (state.progress && state.progress->done > 0 && !state.progress->cancelling) left = LeftText(state.progress->left_s, ui.layout.narrow);
  const float left_width = left.empty() ? 0 : TextSize(ui.fonts.small, left).x;
  DrawText(at, ui.fonts.small, ui.theme.muted, Fitted(ui.fonts.small, StatusText(state), width - left_width - ui.Px(12)));
  if (!left.empty()) DrawText({at.x + width - left_width, at.y}, ui.fonts.small, ui.theme.muted, left);
}

}  // namespace

RunAsked RunView(const Ui& ui, const State& state) {
  RunAsked asked;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const bool running = state.progress.has_value();
  const bool cancelling = running && state.progress->cancelling;
  const std::string_view label = cancelling ? "Cancelling…" : running ? "Cancel" : "Run";
  const bool enabled = running ? !cancelling : CanRun(state);
  const bool narrow = ui.layout.narrow;
  const float button = narrow ? ui.Px(132) : width;
  if (Button(ui, "run", label, ButtonLook::kPrimary, button, enabled)) (running ? asked.cancel : asked.run) = true;
  const ImVec2 text = narrow ? ImVec2{at.x + button + ui.Px(16), at.y + ui.Px(4)} : ImVec2{at.x, at.y + ui.Px(52)};
  const float text_width = narrow ? width - button - ui.Px(16) : width;
  if (narrow && !running) {
    const std::string status = StatusText(state);
    const float height = TextSize(ui.fonts.small, status, text_width).y;
    ImGui::SetCursorScreenPos({text.x, at.y + (ui.Px(44) - height) / 2});
    Paragraph(ui, ui.fonts.small, ui.theme.muted, status, text_width);
    return asked;
  }
  StatusLine(ui, text, text_width, state);
  if (running) ProgressLine(ui, {text.x, text.y + ui.fonts.small->FontSize + ui.Px(8)}, text_width, state);
  return asked;
}

}  // namespace lab::panel
