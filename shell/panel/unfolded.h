// What is folded out; the panel remembers it between frames.
#pragma once

#include <string>

#include "experiment/model_info.h"

namespace lab::panel {

// Whose program is shown.
struct CodeChoice {
  std::string model{ModelIn(ModelRole::kBound).name};
  std::string variant{};  // of code/code_variant.h; empty, or of another model: the first one
};

struct Unfolded {
  bool settings = false;  // where there is one column
  bool more = false;      // settings
  bool details = false;
  bool code = false;
  CodeChoice code_choice{};
  bool help = false;
  bool save = false;  // what can be saved
  bool sweep_table = false;
  std::string told_model{};  // whose meaning was asked for
};

}  // namespace lab::panel
