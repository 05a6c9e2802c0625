// The details below a result, as data: facts with their names, in groups. Pure; details_view draws
// them.
#pragma once

#include <string>
#include <vector>

#include "shell/view/state.h"

namespace lab::panel {

struct Fact {
  std::string name;   // "speedup"
  std::string value;  // as people copy it; never empty, perhaps several lines
};

// What is known of one thing.
struct FactGroup {
  std::string heading;  // "threads, GIL", "Machine"
  std::string model;    // whose figures these are; empty: not those of a model
  std::vector<Fact> facts;
};

// Of the outcome that is shown: its models, what was found about the machine before, and the
// machine.
std::vector<FactGroup> DetailsOf(const State& state);

}  // namespace lab::panel
