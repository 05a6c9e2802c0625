// What every view draws with: colours, type, the unit of length and the keyboard's focus, and
// small drawing helpers. Lengths are given in CSS pixels and turned into whole device pixels.
#pragma once

#include <string>
#include <string_view>

#include "imgui.h"
#include "shell/toolkit/focus.h"
#include "shell/toolkit/fonts.h"
#include "shell/toolkit/layout.h"
#include "shell/toolkit/patterns.h"
#include "shell/toolkit/theme.h"

namespace lab::panel {

struct Typing;  // text_field.h

struct Ui {
  const Theme& theme;
  const Fonts& fonts;
  const Patterns& patterns;
  const Layout& layout;
  Focus& focus;
  Typing& typing;
  bool touch = false;
  Pinch pinch{};
  std::string* copied = nullptr;  // text that a click asked to copy goes here

  float Px(float css) const;
  float ControlHeight() const { return Px(touch ? 44 : 32); }
  float PrimaryHeight() const { return Px(layout.low && !touch ? 36 : 44); }
  float Gap() const { return Px(touch ? 12 : 8); }
  float Corner() const { return Px(6); }
};

inline ImU32 Ink(Rgb color, float opacity = 1) {
  const auto alpha = static_cast<ImU32>(opacity * 255 + 0.5f);
  return IM_COL32((color >> 16) & 0xFF, (color >> 8) & 0xFF, color & 0xFF, alpha);
}

// Colours and spacing of the current ImGui context, before each of its frames' first window.
void ApplyStyle(const Ui& ui);

ImVec2 TextSize(ImFont* font, std::string_view text, float wrap = 0);
// The text in lines that are no wider, as far as they can be: broken between words, never within a
// number or between it and its unit.
std::string Wrapped(ImFont* font, std::string_view text, float width);
// Draws at a place without moving the cursor.
void DrawText(ImVec2 at, ImFont* font, Rgb color, std::string_view text, float opacity = 1);
// The same in lines of that width.
void DrawWrapped(ImVec2 at, ImFont* font, Rgb color, std::string_view text, float width);
// Cut with "…" where it would be wider.
std::string Fitted(ImFont* font, std::string_view text, float width);
// Draws at the cursor, wrapped to the width that is left (or `width`), and moves the cursor down.
void Paragraph(const Ui& ui, ImFont* font, Rgb color, std::string_view text, float width = 0);
void Space(const Ui& ui, float css);
void Hairline(const Ui& ui);
// Ring around a control that the keyboard is on.
void FocusRing(const Ui& ui, ImVec2 low, ImVec2 high, float corner);
// A tooltip in the panel's type at the pointer, where a picture lies below it.
void Hint(const Ui& ui, std::string_view text, bool shown);
// One of what lies between low and high, where it covers no control that may be the next: beside
// the settings, above others, below those at the top.
void HintFor(const Ui& ui, std::string_view text, bool shown, ImVec2 low, ImVec2 high);
// The same of the control that was drawn last, while the pointer is over it.
void HintForItem(const Ui& ui, std::string_view text);

// A child window with its own scrolling, by wheel and by finger. Its content starts `pad` inside.
void BeginScroll(const Ui& ui, const char* name, const Box& box, ImVec2 pad);
void EndScroll(const Ui& ui);

}  // namespace lab::panel
