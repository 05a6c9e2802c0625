// What of the result is to be saved.
#pragma once

#include "shell/toolkit/ui.h"
#include "shell/view/state.h"

namespace lab::panel {

struct SaveAsked {
  bool result = false;
  bool table = false;
  bool trace = false;
  bool picture = false;
};
SaveAsked SaveView(const Ui& ui, const Outcome& outcome);

}  // namespace lab::panel
