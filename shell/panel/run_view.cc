#include "shell/panel/run_view.h"

#include "shell/toolkit/widgets.h"
#include "shell/view/figures.h"
#include "shell/view/run_words.h"
#include "words/english/panel.h"

namespace lab::panel {
namespace {

// How much of the time has gone.
void ProgressLine(const Ui& ui, ImVec2 at, float width, const Progress& progress, double now_s) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float thick = ui.Px(4);
  list->AddRectFilled(at, {at.x + width, at.y + thick}, Ink(ui.theme.hairline), thick / 2);
  if (!progress.time) return;
  const auto share = static_cast<float>(progress.time->Share(now_s));
  list->AddRectFilled(at, {at.x + width * share, at.y + thick}, Ink(ui.theme.accent), thick / 2);
}

// What is being done and how long it will take, in as many lines as it needs, beside the button.
void UnderWayBeside(const Ui& ui, ImVec2 at, float width, const std::string& status,
                    const std::string& left) {
  const std::string words = left.empty() ? status : status + "\n" + left;
  const float height = TextSize(ui.fonts.small, words, width).y;
  DrawWrapped({at.x, at.y + (ui.PrimaryHeight() - height) / 2}, ui.fonts.small, ui.theme.muted,
              words, width);
}

// The same below the button, with the time as a bar.
void UnderWayBelow(const Ui& ui, ImVec2 at, float width, const std::string& status,
                   const std::string& left) {
  const float left_width = TextSize(ui.fonts.small, left).x;
  DrawText(at, ui.fonts.small, ui.theme.muted,
           Fitted(ui.fonts.small, status, width - left_width - ui.Px(12)));
  DrawText({at.x + width - left_width, at.y}, ui.fonts.small, ui.theme.muted, left);
}

// What a run will take, and what to know before it.
void Outlook(const Ui& ui, ImVec2 at, float width, const State& state) {
  const std::string status = StatusText(state);
  const std::string warning = WarningText(state);
  // Beside the button it stands in the middle.
  if (ui.layout.narrow) {
    const float height =
        TextSize(ui.fonts.small, warning.empty() ? status : status + "\n" + warning, width).y;
    at.y += (ui.PrimaryHeight() - height) / 2;
  }
  ImGui::SetCursorScreenPos(at);
  Paragraph(ui, ui.fonts.small, ui.theme.muted, status, width);
  if (warning.empty()) return;
  ImGui::SetCursorScreenPos({at.x, ImGui::GetCursorScreenPos().y});
  Paragraph(ui, ui.fonts.small, ui.theme.notice, warning, width);
}

}  // namespace

RunAsked RunView(const Ui& ui, const State& state, double now_s) {
  RunAsked asked;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const bool running = state.progress.has_value();
  const bool cancelling = running && state.progress->cancelling;
  const std::string_view label = cancelling ? TextOf<words::kCancelling>()
                                 : running  ? TextOf<words::kCancel>()
                                            : TextOf<words::kRun>();
  const bool enabled = running ? !cancelling : CanRun(state);
  const bool narrow = ui.layout.narrow;
  const float button = narrow ? ui.Px(132) : width;
  if (Button(ui, "run", label, ButtonLook::kPrimary, button, enabled))
    (running ? asked.cancel : asked.run) = true;
  const float text_x = narrow ? at.x + button + ui.Px(16) : at.x;
  const float text_width = narrow ? width - button - ui.Px(16) : width;
  if (!running) {
    Outlook(ui, {text_x, narrow ? at.y : at.y + ui.Px(52)}, text_width, state);
    return asked;
  }
  const Progress& progress = *state.progress;
  const std::string left =
      progress.time && !progress.cancelling ? LeftText(progress.time->Left(now_s)) : "";
  if (narrow) {
    UnderWayBeside(ui, {text_x, at.y}, text_width, StatusText(state), left);
    ProgressLine(ui, ImGui::GetWindowPos(), ImGui::GetWindowWidth(), progress, now_s);
  } else {
    UnderWayBelow(ui, {text_x, at.y + ui.Px(52)}, text_width, StatusText(state), left);
    ProgressLine(ui, {text_x, at.y + ui.Px(60) + ui.fonts.small->FontSize}, text_width, progress,
                 now_s);
  }
  return asked;
}

}  // namespace lab::panel
