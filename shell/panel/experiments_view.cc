#include "shell/panel/experiments_view.h"

#include <algorithm>

#include "experiment/experiment_info.h"
#include "shell/toolkit/widgets.h"
#include "words/english/panel.h"

namespace lab::panel {
namespace {

bool Card(const Ui& ui, const ExperimentInfo& info, bool chosen) {
  const float width = ImGui::GetContentRegionAvail().x;
  const float pad = ui.Px(12);
  const float wrap = width - 2 * pad;
  const float line = ui.fonts.strong->FontSize;
  const ImVec2 question = TextSize(ui.fonts.text, Phrase(*info.question), wrap);
  const float height = pad + line + ui.Px(4) + question.y + pad;
  const Pressed area = PressArea(ui, info.name, {width, height}, ui.Corner());
  ImDrawList* list = ImGui::GetWindowDrawList();
  if (chosen || area.hovered) {
    list->AddRectFilled(area.low, area.high, Ink(chosen ? ui.theme.chosen : ui.theme.hover),
                        ui.Corner());
  }
  if (chosen) {
    list->AddRectFilled({area.low.x, area.low.y + ui.Px(8)},
                        {area.low.x + ui.Px(3), area.high.y - ui.Px(8)}, Ink(ui.theme.accent),
                        ui.Px(2));
  }
  const ImVec2 at{area.low.x + pad, area.low.y + pad};
  DrawText(at, ui.fonts.strong, ui.theme.text, Phrase(*info.title));
  const ImVec2 tag = TextSize(ui.fonts.small, Phrase(*info.tag));
  DrawText({area.high.x - pad - tag.x, at.y + (line - tag.y) / 2}, ui.fonts.small, ui.theme.muted,
           Phrase(*info.tag));
  DrawWrapped({at.x, at.y + line + ui.Px(4)}, ui.fonts.text,
              chosen ? ui.theme.text : ui.theme.muted, Phrase(*info.question), wrap);
  return area.pressed;
}

}  // namespace

std::optional<ExperimentKind> ExperimentCards(const Ui& ui, ExperimentKind chosen) {
  std::optional<ExperimentKind> asked;
  for (const ExperimentInfo& info : Experiments()) {
    if (Card(ui, info, info.kind == chosen)) asked = info.kind;
    Space(ui, 4);
  }
  return asked;
}

std::optional<ExperimentKind> ExperimentChips(const Ui& ui, ExperimentKind chosen, bool& settings) {
  std::optional<ExperimentKind> asked;
  const ImVec2 start = ImGui::GetCursorScreenPos();
  const float right = start.x + ImGui::GetContentRegionAvail().x;
  ImVec2 at = start;
  const auto next = [&](float width) {
    if (at.x > start.x && at.x + width > right)
      at = {start.x, at.y + ui.ControlHeight() + ui.Gap()};
    ImGui::SetCursorScreenPos(at);
    at.x += width + ui.Px(8);
  };
  for (const ExperimentInfo& info : Experiments()) {
    next(ChipWidth(ui, Phrase(*info.title), false));
    if (Chip(ui, info.name, Phrase(*info.title), info.kind == chosen)) asked = info.kind;
  }
  const std::string_view label = TextOf<words::kSettings>();
  next(DisclosureWidth(ui, label));
  Disclosure(ui, "settings", label, settings);
  return asked;
}

}  // namespace lab::panel
