#include "shell/toolkit/widgets.h"

#include <algorithm>
#include <cmath>

#include "imgui_internal.h"

namespace lab::panel {
namespace {

// From a control's edge to what is seen of it, in CSS pixels.
constexpr float kButtonPad = 14;
constexpr float kArrowPad = 4;

ImGuiID IdOf(std::string_view name) {
  return ImGui::GetCurrentWindow()->GetID(name.data(), name.data() + name.size());
}

ImVec2 Centered(const Pressed& area, ImVec2 size) {
  return {(area.low.x + area.high.x - size.x) / 2, (area.low.y + area.high.y - size.y) / 2};
}

void DrawButton(const Ui& ui, const Pressed& area, std::string_view label, ButtonLook look,
                bool enabled) {
  ImDrawList* list = ImGui::GetWindowDrawList();
  Rgb ink = ui.theme.text;
  if (look == ButtonLook::kPrimary) {
    const bool lit = area.hovered && enabled;
    const Rgb ground =
        enabled ? (lit ? ui.theme.accent_hover : ui.theme.accent) : ui.theme.hairline;
    list->AddRectFilled(area.low, area.high, Ink(ground), ui.Corner());
    ink = enabled ? ui.theme.on_accent : ui.theme.muted;
  } else {
    if (area.hovered && enabled)
      list->AddRectFilled(area.low, area.high, Ink(ui.theme.hover), ui.Corner());
    if (look == ButtonLook::kPlain)
      list->AddRect(area.low, area.high, Ink(ui.theme.edge), ui.Corner(), 0, ui.Px(1));
    if (!enabled) ink = ui.theme.muted;
    if (look == ButtonLook::kQuiet && enabled) ink = ui.theme.accent;
  }
  ImFont* font = look == ButtonLook::kPrimary ? ui.fonts.strong : ui.fonts.text;
  DrawText(Centered(area, TextSize(font, label)), font, ink, label);
}

}  // namespace

Pressed PressArea(const Ui& ui, std::string_view name, ImVec2 size, float corner) {
  const ImGuiID id = IdOf(name);
  ImGui::PushID(static_cast<int>(id));
  Pressed area;
  area.pressed = ImGui::InvisibleButton("area", size);
  area.hovered = ImGui::IsItemHovered() && !ui.touch;
  area.held = ImGui::IsItemActive();
  ImGui::PopID();
  area.low = ImGui::GetItemRectMin();
  area.high = ImGui::GetItemRectMax();
  if (ImGui::IsItemActivated()) ui.focus.Take(id);
  const Focus::Here here = ui.focus.Report(id, name, area.low, area.high);
  area.focused = here.ringed;
  area.pressed = area.pressed || here.pressed;
  if (area.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
  if (here.ringed) FocusRing(ui, area.low, area.high, corner);
  return area;
}

bool FollowsPointer(const Ui& ui, bool held) {
  if (!held) return false;
  const ImVec2 moved = ImGui::GetMouseDragDelta(ImGuiMouseButton_Left, 0);
  const bool along = std::abs(moved.x) > ui.Px(6) && std::abs(moved.x) > std::abs(moved.y);
  if (!ui.touch || along) ui.focus.HoldPointer();
  return ui.focus.pointer_held();
}

float ButtonWidth(const Ui& ui, std::string_view label) {
  return std::ceil(TextSize(ui.fonts.text, label).x) + 2 * ui.Px(kButtonPad);
}

bool Button(const Ui& ui, std::string_view name, std::string_view label, ButtonLook look,
            float width, bool enabled) {
  if (width <= 0) width = ButtonWidth(ui, label);
  const float height = look == ButtonLook::kPrimary ? ui.PrimaryHeight() : ui.ControlHeight();
  const Pressed area = PressArea(ui, name, {width, height}, ui.Corner());
  DrawButton(ui, area, label, look, enabled);
  return area.pressed && enabled;
}

float ChipWidth(const Ui& ui, std::string_view label, bool dot) {
  return std::ceil(TextSize(ui.fonts.text, label).x) + 2 * ui.Px(12) + (dot ? ui.Px(16) : 0);
}

bool Chip(const Ui& ui, std::string_view name, std::string_view label, bool on, Rgb dot,
          bool enabled) {
  const float height = ui.ControlHeight();
  const Pressed area = PressArea(ui, name, {ChipWidth(ui, label, dot != 0), height}, height / 2);
  ImDrawList* list = ImGui::GetWindowDrawList();
  const Rgb ground = on ? ui.theme.chosen : area.hovered ? ui.theme.hover : ui.theme.page;
  list->AddRectFilled(area.low, area.high, Ink(ground), height / 2);
  list->AddRect(area.low, area.high, Ink(on ? ui.theme.accent : ui.theme.edge), height / 2, 0,
                ui.Px(on ? 1.5f : 1));
  const float middle = (area.low.y + area.high.y) / 2;
  float x = area.low.x + ui.Px(12);
  if (dot != 0) {
    const ImVec2 at{x + ui.Px(5), middle};
    if (on) list->AddCircleFilled(at, ui.Px(5), Ink(dot));
    list->AddCircle(at, ui.Px(5), Ink(on ? dot : ui.theme.edge), 0, ui.Px(1.5f));
    x += ui.Px(16);
  }
  const ImVec2 size = TextSize(ui.fonts.text, label);
  DrawText({x, middle - size.y / 2}, ui.fonts.text, on && enabled ? ui.theme.text : ui.theme.muted,
           label);
  return area.pressed && enabled;
}

float DisclosureWidth(const Ui& ui, std::string_view label) {
  return TextSize(ui.fonts.text, label).x + ui.Px(28);
}

bool Disclosure(const Ui& ui, std::string_view name, std::string_view label, bool& open) {
  const float height = ui.ControlHeight();
  const Pressed area = PressArea(ui, name, {DisclosureWidth(ui, label), height}, ui.Corner());
  const float middle = (area.low.y + area.high.y) / 2;
  const ImVec2 tip{area.low.x + ui.Px(kArrowPad + 4), middle};
  const float arm = ui.Px(4);
  const Rgb ink = area.hovered ? ui.theme.text : ui.theme.accent;
  ImDrawList* list = ImGui::GetWindowDrawList();
  const ImVec2 closed_arrow[] = {
      {tip.x - arm / 2, tip.y - arm}, {tip.x + arm / 2, tip.y}, {tip.x - arm / 2, tip.y + arm}};
  const ImVec2 open_arrow[] = {
      {tip.x - arm, tip.y - arm / 2}, {tip.x, tip.y + arm / 2}, {tip.x + arm, tip.y - arm / 2}};
  list->AddPolyline(open ? open_arrow : closed_arrow, 3, Ink(ink), 0, ui.Px(1.5f));
  const ImVec2 size = TextSize(ui.fonts.text, label);
  DrawText({area.low.x + ui.Px(20), middle - size.y / 2}, ui.fonts.text, ink, label);
  if (area.pressed) open = !open;
  return open;
}

ButtonFlow::ButtonFlow(const Ui& ui, ButtonLook look, int columns)
    : ui_(ui),
      look_(look),
      left_(ImGui::GetCursorScreenPos().x),
      right_(left_ + ImGui::GetContentRegionAvail().x),
      column_(columns > 0 ? (right_ - left_ + Gap()) / static_cast<float>(columns) : 0),
      x_(left_),
      y_(ImGui::GetCursorScreenPos().y) {}

float ButtonFlow::Gap() const { return ui_.Px(look_ == ButtonLook::kQuiet ? 2 : 8); }

void ButtonFlow::Next(float width, float inset) {
  float from = x_ > left_ ? x_ + Gap() : left_ - inset;
  if (column_ > 0) from = left_ + std::ceil((x_ - left_) / column_) * column_ - inset;
  if (x_ > left_ && from + width > right_ + inset) {
    from = left_ - inset;
    y_ += ui_.ControlHeight() + (look_ == ButtonLook::kQuiet ? 0 : ui_.Px(8));
  }
  ImGui::SetCursorScreenPos({from, y_});
  x_ = from + width;
}

bool ButtonFlow::Button(std::string_view name, std::string_view label, bool enabled) {
  const bool outlined = look_ != ButtonLook::kQuiet;
  const float width = outlined && column_ > 0 ? column_ - Gap() : ButtonWidth(ui_, label);
  Next(width, outlined ? 0 : ui_.Px(kButtonPad));
  return panel::Button(ui_, name, label, look_, width, enabled);
}

bool ButtonFlow::Disclosure(std::string_view name, std::string_view label, bool& open) {
  Next(DisclosureWidth(ui_, label), ui_.Px(kArrowPad));
  return panel::Disclosure(ui_, name, label, open);
}

void CopyableText(const Ui& ui, std::string_view id, ImVec2 at, ImFont* font, Rgb color,
                  std::string_view shown, std::string_view copied) {
  if (shown.empty()) return;
  DrawText(at, font, color, shown);
  const ImVec2 size = TextSize(font, shown);
  const ImRect area(at, {at.x + size.x, at.y + size.y});
  const ImGuiID key = IdOf(id);
  if (!ImGui::ItemAdd(area, key)) return;
  bool hovered = false;
  bool held = false;
  const bool pressed = ImGui::ButtonBehavior(area, key, &hovered, &held);
  if (hovered && !ui.touch) {
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    const float y = std::floor(area.Max.y);
    ImGui::GetWindowDrawList()->AddRectFilled({area.Min.x, y}, {area.Max.x, y + ui.Px(1)},
                                              Ink(ui.theme.accent));
  }
  if (pressed && ui.copied) *ui.copied = std::string(copied);
}

}  // namespace lab::panel
