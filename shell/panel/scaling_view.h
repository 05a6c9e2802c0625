// The curves of a sweep, and how it stands.
#pragma once

#include <span>
#include <string_view>

#include "messages/result.h"
#include "shell/panel/unfolded.h"
#include "shell/toolkit/ui.h"

namespace lab::panel {

struct SweepStanding {
  std::string_view standing{};        // "recorded" elsewhere, "growing", or neither: as
                                // words::kSweepHeading tells apart
  std::span<const double> planned{};  // where points are still to come
};
struct SweepAsked {
  bool copy = false;
  bool save = false;
};
SweepAsked ScalingView(const Ui& ui, const SweepResult& sweep, const SweepStanding& standing,
                       Unfolded& open);

}  // namespace lab::panel
