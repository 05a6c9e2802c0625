#include "shell/panel/details_view.h"

#include "shell/toolkit/widgets.h"
#include "shell/view/details.h"
#include "shell/view/run_words.h"
#include "words/english/panel.h"

namespace lab::panel {
namespace {

// A name at the left and what it is at the right of it; a click copies that.
void DrawFact(const Ui& ui, const std::string& name, const std::string& value) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float name_width = ui.Px(128);
  DrawText({at.x, at.y + ui.Px(1)}, ui.fonts.small, ui.theme.muted, name);
  const float room = width - name_width;
  const ImVec2 size = TextSize(ui.fonts.mono_small, value, room);
  const bool one_line = size.y < ui.fonts.mono_small->FontSize * 1.5f;
  ImGui::PushID(name.c_str());
  if (one_line) {
    CopyableText(ui, "value", {at.x + name_width, at.y}, ui.fonts.mono_small, ui.theme.text, value,
                 value);
  } else {
    DrawWrapped({at.x + name_width, at.y}, ui.fonts.mono_small, ui.theme.text, value, room);
  }
  ImGui::PopID();
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({width, size.y + ui.Px(6)});
}

void Heading(const Ui& ui, const FactGroup& group) {
  if (group.model.empty()) {
    Paragraph(ui, ui.fonts.strong, ui.theme.text, group.heading);
    Space(ui, 8);
    return;
  }
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float side = ui.Px(10);
  const float top = at.y + (ui.fonts.strong->FontSize - side) / 2;
  ImGui::GetWindowDrawList()->AddRectFilled({at.x, top}, {at.x + side, top + side},
                                            Ink(ModelEdge(group.model, ui.theme)), ui.Px(2));
  DrawText({at.x + side + ui.Px(8), at.y}, ui.fonts.strong, ui.theme.text, group.heading);
  ImGui::Dummy({0, ui.fonts.strong->FontSize + ui.Px(8)});
}

}  // namespace

ResultAsked ResultActions(const Ui& ui, const State& state, Unfolded& open) {
  ResultAsked asked;
  const Outcome& outcome = state.outcome();
  const bool narrow = ui.layout.narrow;
  ButtonFlow flow(ui, ButtonLook::kQuiet, narrow ? 3 : 0);
  flow.Disclosure("details", TextOf<words::kDetails>(), open.details);
  flow.Disclosure("code", TextOf<words::kCode>(), open.code);
  flow.Disclosure("save", TextOf<words::kSave>(), open.save);
  if (flow.Button("copy-results", narrow ? TextOf<words::kCopy>() : TextOf<words::kCopyResults>(),
                  !outcome.figures.empty()))
    asked.copy = true;
  // A page can ask for files; the window takes those that are dropped on it.
  const bool native = state.environment && state.environment->platform == "native";
  if (!native) {
    asked.open = flow.Button("open", TextOf<words::kOpenFile>(), state.environment.has_value());
    HintForItem(ui, TextOf<words::kOpenFileHint>());
  }
  // Last, since its words grow when the machine is known: nothing behind it moves.
  if (flow.Button("sweep", SweepLabel(state, narrow), CanRun(state))) asked.sweep = true;
  HintForItem(ui, TextOf<words::kSweepHint>());
  return asked;
}

void DetailsView(const Ui& ui, const State& state) {
  for (const FactGroup& group : DetailsOf(state)) {
    Heading(ui, group);
    ImGui::PushID(group.heading.c_str());
    for (const Fact& fact : group.facts) DrawFact(ui, fact.name, fact.value);
    ImGui::PopID();
    Space(ui, 12);
  }
}

}  // namespace lab::panel
