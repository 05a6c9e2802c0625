#include "shell/toolkit/ui.h"

#include <algorithm>
#include <cmath>

#include "imgui_internal.h"

namespace lab::panel {
namespace {

const char* End(std::string_view text) { return text.data() + text.size(); }

// A finger moves the page; a press that became a drag is no press of the button under it.
void ScrollByFinger(const Ui& ui) {
  constexpr float kSlop = 8;
  if (!ui.touch || ui.focus.pointer_held() ||
      !ImGui::IsMouseDragging(ImGuiMouseButton_Left, ui.Px(kSlop)))
    return;
  const ImGuiWindow* window = ImGui::GetCurrentWindow();
  if (!window->Rect().Contains(ImGui::GetIO().MouseClickedPos[0])) return;
  if (ImGui::IsAnyItemActive() && !ImGui::GetIO().WantTextInput) ImGui::ClearActiveID();
  ImGui::SetScrollY(window->Scroll.y - ImGui::GetIO().MouseDelta.y);
}

ImVec2 HintPad(const Ui& ui) { return {ui.Px(12), ui.Px(8)}; }

float HintWidth(const Ui& ui, std::string_view text) {
  return std::min(ui.Px(320), TextSize(ui.fonts.small, text).x + 1);
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool BeginsUnit(std::string_view text) {
  const char first = text.empty() ? ' ' : text.front();
  return first == '%' || (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z') ||
         text.starts_with("µ") || text.starts_with("×");
}

size_t EndOfWord(std::string_view text, size_t from) {
  return std::min(text.find_first_of(" \n", from), text.size());
}

// What stays on one line: a word, and with a number what it counts, "5.32 ms" or "3 rounds", where
// that fits.
std::string_view Unbroken(ImFont* font, std::string_view text, size_t from, float width) {
  size_t end = EndOfWord(text, from);
  if (end < text.size() && text[end] == ' ' && IsDigit(text[end - 1]) &&
      BeginsUnit(text.substr(end + 1))) {
    const size_t with_unit = EndOfWord(text, end + 1);
    if (TextSize(font, text.substr(from, with_unit - from)).x <= width) end = with_unit;
  }
  return text.substr(from, end - from);
}

}  // namespace

float Ui::Px(float css) const { return std::max(1.0f, std::round(css * layout.unit)); }

void ApplyStyle(const Ui& ui) {
  ImGuiStyle& style = ImGui::GetStyle();
  style = ImGuiStyle();
  style.WindowPadding = style.ItemSpacing = {0, 0};
  style.WindowBorderSize = style.ChildBorderSize = style.FrameBorderSize = 0;
  style.PopupBorderSize = ui.Px(1);
  style.PopupRounding = style.FrameRounding = ui.Corner();
  style.ScrollbarSize = ui.Px(8);
  style.ScrollbarRounding = ui.Px(4);
  const auto set = [&](ImGuiCol color, Rgb rgb) {
    style.Colors[color] = ImGui::ColorConvertU32ToFloat4(Ink(rgb));
  };
  set(ImGuiCol_WindowBg, ui.theme.page);
  set(ImGuiCol_PopupBg, ui.theme.card);
  set(ImGuiCol_Text, ui.theme.text);
  set(ImGuiCol_TextDisabled, ui.theme.muted);
  set(ImGuiCol_FrameBg, ui.theme.field);
  set(ImGuiCol_TextSelectedBg, Mix(ui.theme.field, ui.theme.accent, 0.35));
  style.Colors[ImGuiCol_ScrollbarBg] = {0, 0, 0, 0};
  set(ImGuiCol_ScrollbarGrab, ui.theme.hairline);
  set(ImGuiCol_ScrollbarGrabHovered, ui.theme.edge);
  set(ImGuiCol_ScrollbarGrabActive, ui.theme.edge);
}

std::string Wrapped(ImFont* font, std::string_view text, float width) {
  const float space = TextSize(font, " ").x;
  std::string lines;
  std::string gap;  // spaces since the last word, which a line's end swallows
  float used = 0;
  for (size_t from = 0; from < text.size();) {
    if (text[from] == '\n' || text[from] == ' ') {
      const bool ends = text[from++] == '\n';
      gap = ends ? "" : gap + ' ';
      if (ends) lines += '\n';
      if (ends) used = 0;
      continue;
    }
    const std::string_view word = Unbroken(font, text, from, width);
    const float wide = TextSize(font, word).x;
    const float between = space * static_cast<float>(gap.size());
    const bool breaks = used > 0 && used + between + wide > width;
    lines += (breaks ? "\n" : gap) + std::string(word);
    used = breaks ? wide : used + between + wide;
    gap.clear();
    from += word.size();
  }
  return lines;
}

ImVec2 TextSize(ImFont* font, std::string_view text, float wrap) {
  if (wrap <= 0) return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.data(), End(text));
  const std::string lines = Wrapped(font, text, wrap);
  return font->CalcTextSizeA(font->FontSize, FLT_MAX, wrap + 1, lines.data(), End(lines));
}

void DrawWrapped(ImVec2 at, ImFont* font, Rgb color, std::string_view text, float width) {
  const std::string lines = Wrapped(font, text, width);
  // Only a word that is wider than the width is broken within.
  ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {std::floor(at.x), std::floor(at.y)},
                                      Ink(color), lines.data(), End(lines), width + 1);
}

void DrawText(ImVec2 at, ImFont* font, Rgb color, std::string_view text, float opacity) {
  ImGui::GetWindowDrawList()->AddText(font, font->FontSize, {std::floor(at.x), std::floor(at.y)},
                                      Ink(color, opacity), text.data(), End(text));
}

std::string Fitted(ImFont* font, std::string_view text, float width) {
  if (TextSize(font, text).x <= width) return std::string(text);
  const float room = width - TextSize(font, "…").x;
  const char* rest = text.data();
  font->CalcTextSizeA(font->FontSize, std::max(0.0f, room), 0, text.data(), End(text), &rest);
  return std::string(text.data(), rest) + "…";
}

void Paragraph(const Ui&, ImFont* font, Rgb color, std::string_view text, float width) {
  if (width <= 0) width = ImGui::GetContentRegionAvail().x;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const ImVec2 size = TextSize(font, text, width);
  DrawWrapped(at, font, color, text, width);
  ImGui::Dummy({width, size.y});
}

void Space(const Ui& ui, float css) { ImGui::Dummy({0, ui.Px(css)}); }

void Hairline(const Ui& ui) {
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + ui.Px(1)},
                                            Ink(ui.theme.hairline));
  ImGui::Dummy({width, ui.Px(1)});
}

void FocusRing(const Ui& ui, ImVec2 low, ImVec2 high, float corner) {
  const float out = ui.Px(2);
  ImDrawList* list = ImGui::GetWindowDrawList();
  list->PushClipRectFullScreen();
  list->AddRect({low.x - out, low.y - out}, {high.x + out, high.y + out}, Ink(ui.theme.accent),
                corner + out, 0, ui.Px(2));
  list->PopClipRect();
}

void Hint(const Ui& ui, std::string_view text, bool shown) {
  if (!shown || text.empty()) return;
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, HintPad(ui));
  ImGui::PushStyleColor(ImGuiCol_PopupBg, Ink(ui.theme.card));
  ImGui::PushStyleColor(ImGuiCol_Border, Ink(ui.theme.edge));
  if (ImGui::BeginTooltip()) {
    Paragraph(ui, ui.fonts.small, ui.theme.text, text, HintWidth(ui, text));
    ImGui::EndTooltip();
  }
  ImGui::PopStyleColor(2);
  ImGui::PopStyleVar();
}

void HintFor(const Ui& ui, std::string_view text, bool shown, ImVec2 low, ImVec2 high) {
  if (!shown || text.empty()) return;
  const ImVec2 all = ImGui::GetMainViewport()->Size;
  const float gap = ui.Px(6);
  const float width = HintWidth(ui, text);
  const ImVec2 size{width + 2 * HintPad(ui).x,
                    TextSize(ui.fonts.small, text, width).y + 2 * HintPad(ui).y};
  const Box& side = ui.layout.side;
  ImVec2 at{low.x, low.y - gap - size.y};
  if (high.x <= side.x + side.w && low.y > side.y) at = {side.x + side.w + gap, low.y};
  else if (at.y < 0) at.y = high.y + gap;
  at.x = std::max(0.0f, std::min(at.x, all.x - gap - size.x));
  at.y = std::max(0.0f, std::min(at.y, all.y - gap - size.y));
  ImGui::SetNextWindowPos(at);
  Hint(ui, text, true);
}

void HintForItem(const Ui& ui, std::string_view text) {
  HintFor(ui, text, ImGui::IsItemHovered() && !ui.touch, ImGui::GetItemRectMin(),
          ImGui::GetItemRectMax());
}

void BeginScroll(const Ui& ui, const char* name, const Box& box, ImVec2 pad) {
  ImGui::SetCursorScreenPos({box.x, box.y});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, pad);
  ImGui::BeginChild(name, {box.w, box.h}, ImGuiChildFlags_AlwaysUseWindowPadding,
                    ImGuiWindowFlags_NoNavInputs | ImGuiWindowFlags_NoBackground);
  ImGui::PopStyleVar();
  ScrollByFinger(ui);
}

void EndScroll(const Ui&) { ImGui::EndChild(); }

}  // namespace lab::panel
