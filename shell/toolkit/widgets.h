// The controls of the panel. Each draws itself at the cursor and returns whether it was pressed,
// by the pointer, a finger or the keyboard. `name` is what tests and scripts find it by.
#pragma once

#include <string_view>

#include "shell/toolkit/ui.h"

namespace lab::panel {

// An area that can be pressed; what is drawn in it is the caller's business.
struct Pressed {
  bool pressed = false;
  bool hovered = false;
  bool held = false;
  bool focused = false;
  ImVec2 low, high;
};
Pressed PressArea(const Ui& ui, std::string_view name, ImVec2 size, float corner);

// Whether what is held follows the pointer: at once with a mouse; with a finger only when it moves
// sideways, for up and down scrolls the page.
bool FollowsPointer(const Ui& ui, bool held);

enum class ButtonLook { kPrimary, kPlain, kQuiet };
// `width` 0: as wide as its label.
bool Button(const Ui& ui, std::string_view name, std::string_view label, ButtonLook look,
            float width = 0, bool enabled = true);
float ButtonWidth(const Ui& ui, std::string_view label);

// A rounded choice that is on or off; `dot` is the colour of what it stands for, 0 for none.
bool Chip(const Ui& ui, std::string_view name, std::string_view label, bool on, Rgb dot = 0,
          bool enabled = true);
float ChipWidth(const Ui& ui, std::string_view label, bool dot);

// A line with an arrow that opens what stands below it.
bool Disclosure(const Ui& ui, std::string_view name, std::string_view label, bool& open);
float DisclosureWidth(const Ui& ui, std::string_view label);

// Controls beside each other from the cursor on, in as many lines as they need; their words (or
// their edges, if they have some) begin where the text above does. `columns`: each begins at one of
// so many, if it is not 0.
class ButtonFlow {
 public:
  explicit ButtonFlow(const Ui& ui, ButtonLook look = ButtonLook::kQuiet, int columns = 0);
  bool Button(std::string_view name, std::string_view label, bool enabled = true);
  bool Disclosure(std::string_view name, std::string_view label, bool& open);

 private:
  // The cursor goes to where a control of that width has room; `inset`: from its left edge to what
  // is seen of it.
  void Next(float width, float inset);
  float Gap() const;

  const Ui& ui_;
  const ButtonLook look_;
  const float left_;
  const float right_;
  const float column_;  // how wide one is; 0: there are none
  float x_;  // where the last one ends
  float y_;
};

// A figure that a click copies.
void CopyableText(const Ui& ui, std::string_view id, ImVec2 at, ImFont* font, Rgb color,
                  std::string_view shown, std::string_view copied);

}  // namespace lab::panel
