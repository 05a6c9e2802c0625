#include "shell/panel/views.h"
#include "shell/panel/widgets.h"

namespace lab::panel {

bool RecordingOffer(const Ui& ui, const State& state) {
  if (!CanShowRecording(state)) return false;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({at.x - ui.Px(14), at.y});
  const bool wanted = Button(ui, "recording", "Show a recorded run", ButtonLook::kQuiet, 0, !state.progress);
  HintForItem(ui, "What cannot run here ran on another machine: its figures and its timeline, labelled as recorded.");
  Space(ui, 8);
  return wanted;
}

}  // namespace lab::panel
