// What lies over everything else: complaints, and help.
#pragma once

#include <vector>

#include "base/result.h"
#include "shell/toolkit/ui.h"
#include "shell/view/state.h"

namespace lab::panel {

// Complaints about the address or a file; true when they are dismissed.
bool ComplaintsView(const Ui& ui, const std::vector<Error>& complaints);

// How to read the picture, and the keys.
struct HelpAsked {
  bool close = false;
  bool licences = false;
  bool glossary = false;
};
HelpAsked HelpView(const Ui& ui, const State& state);

}  // namespace lab::panel
