// What every lane did, on one axis for all models.
#pragma once

#include <optional>
#include <string>

#include "shell/timeline/timeline.h"
#include "shell/toolkit/ui.h"
#include "shell/view/chart.h"
#include "shell/view/state.h"

namespace lab::panel {

struct TimelineAsked {
  std::optional<std::string> announce;  // what was picked, in words
};
// `timeline` follows what the person does to it.
TimelineAsked TimelineView(const Ui& ui, const State& state, const Chart& chart,
                           Timeline& timeline);

// The same for a picture that nobody can touch: all of it.
void TimelinePicture(const Ui& ui, const State& state, const Chart& chart);

}  // namespace lab::panel
