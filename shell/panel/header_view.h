// Name, the machine in one line, theme and keys; in place of the name a way out of a frame with
// hardly any height.
#pragma once

#include <string>
#include <string_view>

#include "shell/toolkit/ui.h"
#include "shell/view/state.h"

namespace lab::panel {

struct HeaderAsked {
  bool own_tab = false;
  bool next_theme = false;
  bool help = false;
};
// At the cursor, as large as the layout has it.
HeaderAsked HeaderView(const Ui& ui, const State& state, std::string_view theme, bool framed);

// What threads and processes really are on that machine and build.
std::string_view WorkersMeaning(const Environment& machine);

}  // namespace lab::panel
