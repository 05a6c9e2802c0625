// The row of one lane, and what bands have in common.
#pragma once

#include "shell/timeline/timeline_paint.h"

namespace lab::panel {

// The label, the figures and the band: states, tasks, and the start-up before zero.
void DrawLane(const TimelineCanvas& canvas, const TimelineRow& row);

// From here to PopClipRect everything stays in the row's band, on whose ground the length of the
// trial is drawn in pale, so that what is empty in it can be seen.
Band BeginBand(const TimelineCanvas& canvas, const TimelineRow& row);

}  // namespace lab::panel
