#include "shell/panel/recording_offer.h"

#include "shell/toolkit/widgets.h"
#include "words/english/panel.h"

namespace lab::panel {

bool RecordingOffer(const Ui& ui, const State& state) {
  if (!CanShowRecording(state)) return false;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  ImGui::SetCursorScreenPos({at.x - ui.Px(14), at.y});
  const bool wanted = Button(ui, "recording", TextOf<words::kShowRecording>(), ButtonLook::kQuiet,
                             0, !state.progress);
  HintForItem(ui, TextOf<words::kShowRecordingHint>());
  Space(ui, 8);
  return wanted;
}

}  // namespace lab::panel
