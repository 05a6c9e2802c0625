// What pointer, wheel, fingers and keys do to the timeline.
#pragma once

#include <string>

#include "shell/timeline/timeline_paint.h"

namespace lab::panel {

// What the pointer is on, if it is on the bands.
struct TimelineHover {
  bool over = false;
  double instant = 0;
  const TimelineRow* row = nullptr;
};
TimelineHover HoverOf(const TimelineCanvas& canvas, bool hovered);

// Its area as a control: moved by the wheel, by dragging, by two fingers and, while it has the
// focus, by keys. `all` is what there is to see. What a click or a key picked is to be announced.
struct TimelineControl {
  bool hovered = false;
  bool ringed = false;     // the keyboard is on it
  bool announce = false;
};
TimelineControl ControlTimeline(const TimelineCanvas& canvas, const TimeWindow& all,
                                Timeline& timeline);

}  // namespace lab::panel
