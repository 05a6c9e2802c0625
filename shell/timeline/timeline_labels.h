// Words and figures beside the bands of the timeline.
#pragma once

#include <string>
#include <string_view>

#include "shell/timeline/timeline_paint.h"

namespace lab::panel {

// The label of a row, `indent` from the left.
void DrawLabel(const TimelineCanvas& canvas, const TimelineRow& row, std::string_view text,
               float indent = 0);
// The number-th column of figures, from 0; nothing where labels stand above the bands.
void DrawFigure(const TimelineCanvas& canvas, const TimelineRow& row, int number,
                const std::string& text);
// At the right end of the label's line.
void DrawRightWords(const TimelineCanvas& canvas, const TimelineRow& row, const std::string& text);
// How a lane's time was spent: three figures, or words where labels stand above the bands.
void DrawShares(const TimelineCanvas& canvas, const TimelineRow& row, const LaneShares& shares);
// A word on a patch of the page's colour, so that it can be read on anything.
void DrawTag(const Ui& ui, ImVec2 at, std::string_view text, Rgb color);

}  // namespace lab::panel
