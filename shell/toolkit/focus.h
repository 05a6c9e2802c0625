// Where the keyboard is. Controls report themselves in the order in which they are read; Tab goes
// through them in that order, Enter and Space press the one that has the focus. The list of the
// last frame also tells tests and scripts where each control stands.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"

namespace lab::panel {

struct Control {
  ImGuiID id = 0;
  std::string name;
  ImVec2 low, high;  // its rectangle on the screen, in device pixels
};

class Focus {
 public:
  // What a control learns when it reports itself.
  struct Here {
    bool focused = false;
    bool ringed = false;   // draw the ring: the keyboard brought the focus here
    bool arrived = false;  // it came in this frame, by the keyboard
    bool pressed = false;  // Enter or Space
  };

  void BeginFrame();
  Here Report(ImGuiID id, std::string_view name, ImVec2 low, ImVec2 high);
  // A text field takes Enter and Space for itself.
  Here ReportField(ImGuiID id, std::string_view name, ImVec2 low, ImVec2 high);
  void EndFrame();

  // While a dialog is open only what was reported since this call can have the focus.
  void OnlyFromHere();
  void Take(ImGuiID id);          // a click did it: no ring
  void Clear();
  // The keyboard comes from outside, forwards to the first control or backwards to the last one.
  void Enter(bool backwards);
  // Whether Tab would leave the panel, because the focus is on its last (or first) control.
  bool AtEdge(bool backwards) const;
  bool empty() const { return focused_ == 0; }
  // A control follows the pointer until it is lifted, so that a drag does not scroll the page.
  void HoldPointer() { pointer_held_ = true; }
  bool pointer_held() const { return pointer_held_; }

  const std::vector<Control>& controls() const { return shown_; }
  const Control* Find(std::string_view name) const;  // null if not on the screen

 private:
  Here Add(ImGuiID id, std::string_view name, ImVec2 low, ImVec2 high, bool takes_presses);
  int IndexOf(ImGuiID id) const;

  std::vector<Control> reported_;  // in this frame
  std::vector<Control> shown_;     // in the last one
  ImGuiID focused_ = 0;
  bool by_keyboard_ = false;
  bool arriving_ = false;
  bool press_ = false;
  bool pointer_held_ = false;
  size_t from_ = 0;  // the first control of the open dialog
};

}  // namespace lab::panel
