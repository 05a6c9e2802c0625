// A part of a page with its own scrolling both ways: by wheel, by finger, and by keys while it has
// the focus. Where it can go no further, wheel and finger move the page.
#pragma once

#include <string_view>

#include "shell/toolkit/ui.h"

namespace lab::panel {

// At the cursor. `name` is what the focus knows it by; each `key` keeps its own place.
void BeginPane(const Ui& ui, std::string_view name, const char* key, ImVec2 size, ImVec2 content);
void EndPane();

// Whether what is under the pointer, or what that lies in, can go on in that direction; negative:
// up.
bool CanScroll(float down);

}  // namespace lab::panel
