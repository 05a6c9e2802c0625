// The experiment as Python to copy, and the C++ that runs here.
#pragma once

#include <optional>
#include <string>

#include "experiment/experiment.h"
#include "shell/panel/unfolded.h"
#include "shell/toolkit/ui.h"

namespace lab::panel {

struct CodeAsked {
  std::optional<std::string> copy;
};
CodeAsked CodeView(const Ui& ui, const Experiment& experiment, CodeChoice& choice);

}  // namespace lab::panel
