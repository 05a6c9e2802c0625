// How the states of lanes look, and step lines drawn with that: steps as areas, and where several
// share a pixel as shares of its height.
#pragma once

#include <array>
#include <string>

#include "shell/toolkit/ui.h"
#include "shell/view/ruler.h"
#include "trace/event.h"

namespace lab::panel {

// A band of the screen, in whole device pixels.
struct Band {
  float top = 0;
  float bottom = 0;
};

// The inks of a model's lanes, worked out once and not for each area.
struct LaneInks {
  ImU32 model = 0;
  ImU32 edge = 0;               // the same, where it has to stand out from the page
  std::array<Rgb, 4> shades{};  // see LaneShades
};
LaneInks InksOf(const Ui& ui, const std::string& model);

// An area of one state. Nothing for states in which there is nothing to do.
void FillState(const Ui& ui, EventKind state, const LaneInks& inks, ImVec2 low, ImVec2 high);
void FillStartup(const Ui& ui, const LaneInks& inks, ImVec2 low, ImVec2 high);

// The line of the effective cores.
void DrawDashes(const Ui& ui, float from, float to, float y);

// The states of a lane.
void DrawStates(const Ui& ui, const StepLine& states, const Ruler& ruler, Band band,
                const LaneInks& inks);

// Who holds the GIL: each lane in its shade, with its number where there is room.
void DrawHolder(const Ui& ui, const StepLine& holder, const Ruler& ruler, Band band,
                const LaneInks& inks);

// How many: areas up to the value, of which `most` reaches the top of the band, filled as a state
// is.
void DrawCount(const Ui& ui, const StepLine& count, const Ruler& ruler, Band band, double most,
               EventKind state, const LaneInks& inks);

}  // namespace lab::panel
