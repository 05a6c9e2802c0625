#include "shell/panel/bar.h"

#include <algorithm>
#include <cmath>

#include "shell/toolkit/widgets.h"
#include "words/english/panel.h"

namespace lab::panel {
namespace {

bool Hatched(const BarRow& row) { return row.noisy || row.probable; }

void Outline(const Ui& ui, const BarRow& row, const BarPlace& bar, float to, float opacity) {
  ImGui::GetWindowDrawList()->AddRect({bar.from, bar.top}, {to, bar.top + bar.thick},
                                      Ink(ModelEdge(row.model, ui.theme), opacity), ui.Px(3), 0,
                                      ui.Px(1.5f));
}

// Diagonal lines in the page's colour: the sign for "do not trust this length too much".
void Hatch(const Ui& ui, const BarPlace& bar) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRect({bar.from, bar.top}, {bar.to, bar.top + bar.thick}, true);
  for (float x = bar.from - bar.thick; x < bar.to; x += ui.Px(8)) {
    list->AddLine({x, bar.top + bar.thick}, {x + bar.thick, bar.top}, Ink(ui.theme.page), ui.Px(2));
  }
  list->PopClipRect();
}

void Whisker(const Ui& ui, const BarRow& row, const BarPlace& bar, float filled) {
  if (bar.high - bar.low < ui.Px(6)) return;  // narrower than its own ends: the bar's end says it
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float middle = std::round(bar.top + bar.thick / 2);
  const float half = ui.Px(5);
  const float line = ui.Px(2);
  // Dark on the bars' colours, the text's colour where it stands on the page or on its hatching.
  const auto ink = [&](float x) {
    return Ink(x < filled && !Hatched(row) ? 0x15181E : ui.theme.text);
  };
  list->AddRectFilled({bar.low, middle - line / 2}, {bar.to, middle + line / 2}, ink(bar.low));
  list->AddRectFilled({bar.to, middle - line / 2}, {bar.high, middle + line / 2}, ink(bar.high));
  for (float x : {bar.low, bar.high}) {
    list->AddRectFilled({x - line / 2, middle - half}, {x + line / 2, middle + half}, ink(x));
  }
}

void Unknown(const Ui& ui, const BarRow& row, const BarPlace& bar) {
  const Rgb ground = row.active ? Mix(ui.theme.page, ModelColor(row.model), 0.25) : ui.theme.page;
  ImGui::GetWindowDrawList()->AddRectFilled(
      {bar.from, bar.top}, {bar.expected, bar.top + bar.thick}, Ink(ground), ui.Px(3));
  Outline(ui, row, bar, bar.expected, 1);
  const std::string sign = row.active ? "…" : row.doubt.empty() ? "?" : row.doubt;
  const ImVec2 size = TextSize(ui.fonts.strong, sign);
  DrawText({(bar.from + bar.expected - size.x) / 2, bar.top + (bar.thick - size.y) / 2},
           ui.fonts.strong, ui.theme.muted, sign);
}

// On a patch of the page's colour, so that reference lines do not cross the words.
void ReasonLine(const Ui& ui, const BarRow& row, const BarPlace& bar) {
  const ImVec2 size = TextSize(ui.fonts.small, row.reason, bar.room);
  const ImVec2 at{bar.from, std::floor(std::max(bar.top, bar.top + (bar.thick - size.y) / 2))};
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->AddRectFilled({at.x, at.y - ui.Px(4)}, {at.x + bar.room, at.y + size.y + ui.Px(4)},
                      Ink(ui.theme.page));
  DrawWrapped(at, ui.fonts.small, ui.theme.muted, row.reason, bar.room);
}

void Figure(const Ui& ui, const BarRow& row, const BarPlace& bar) {
  const float x = std::max(bar.to, bar.high) + ui.Px(8);
  const float y = bar.top + (bar.thick - ui.fonts.mono->FontSize) / 2;
  const ImVec2 size = TextSize(ui.fonts.mono, row.ratio);
  ImGui::GetWindowDrawList()->AddRectFilled({x - ui.Px(2), y}, {x + size.x + ui.Px(2), y + size.y},
                                            Ink(ui.theme.page));
  CopyableText(ui, "ratio", {x, y}, ui.fonts.mono, ui.theme.text, row.ratio, row.ratio);
  if (Hatched(row))
    DrawText({x, bar.top + bar.thick - ui.Px(1)}, ui.fonts.small, ui.theme.notice, row.doubt);
}

void Measured(const Ui& ui, const BarRow& row, const BarPlace& bar) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  const float filled = bar.from + (bar.to - bar.from) * static_cast<float>(row.filled);
  list->AddRectFilled({bar.from, bar.top}, {bar.to, bar.top + bar.thick},
                      Ink(ModelColor(row.model), 0.25f), ui.Px(3));
  list->AddRectFilled({bar.from, bar.top}, {filled, bar.top + bar.thick},
                      Ink(ModelColor(row.model)), ui.Px(3));
  if (Hatched(row)) Hatch(ui, bar);
  Outline(ui, row, bar, bar.to, 1);
  Whisker(ui, row, bar, filled);
  Figure(ui, row, bar);
}

}  // namespace

float ReasonHeight(const Ui& ui, const BarRow& row, float room) {
  return TextSize(ui.fonts.small, row.reason, room).y;
}

void TellModel(const Ui& ui, const BarRow& row, const Box& name, bool over,
               std::string_view meaning, std::string& told) {
  ImGui::SetCursorScreenPos({name.x, name.y});
  const Pressed area = PressArea(ui, "about-" + row.model, {name.w, name.h}, ui.Corner());
  if (told == row.model && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) told.clear();
  if (area.pressed) told = row.model;
  const bool shown = area.focused || told == row.model || (over && !ui.touch);
  const float pointer = over && !ui.touch ? ImGui::GetIO().MousePos.x : name.x;
  HintFor(ui, meaning, shown, {pointer, name.y}, {pointer, name.y + name.h});
}

std::string_view HowToAsk(const Ui& ui) { return ui.touch ? TextOf<words::kTapName>() : ""; }

void DrawBar(const Ui& ui, const BarRow& row, const BarPlace& bar) {
  switch (row.kind) {
    case BarRow::Kind::kUnknown: return Unknown(ui, row, bar);
    case BarRow::Kind::kUnavailable: return ReasonLine(ui, row, bar);
    case BarRow::Kind::kPartial:
    case BarRow::Kind::kMeasured: return Measured(ui, row, bar);
  }
}

}  // namespace lab::panel
