// Lines of text that can be typed. Natively Dear ImGui edits them; on the page a field of the
// page's own stands over the one that is typed into, and this one takes over what stands there.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shell/toolkit/ui.h"

namespace lab::panel {

// The field that is typed into.
struct Typing {
  enum class Asked { kNothing, kKeep, kLeave };

  int session = 0;                    // counts them, from 1
  ImGuiID id = 0;                     // 0: none
  std::string name;
  std::string began;                  // what stood there before
  ImVec2 low, high;                   // its rectangle on the screen, in device pixels
  ImVec2 seen_low, seen_high;         // where it is not cut off
  float font_size = 0;                // an em, in device pixels
  float screen = 0;                   // height of the screen for which it was brought into sight

  // From a field of the page's own, which shows the text if `elsewhere`.
  bool elsewhere = false;
  std::optional<std::string> edited;  // stands there now
  Asked asked =
      Asked::kNothing;      // what stands there is to be taken over, and perhaps the field left
};

// Returns what was typed once it is done with: Enter, Tab, a click elsewhere, but not Escape.
// `shown` is what stands there while nobody types.
std::optional<std::string> TextField(const Ui& ui, std::string_view name, std::string_view shown,
                                     float width, std::string_view hint = "");

}  // namespace lab::panel
