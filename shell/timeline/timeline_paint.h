// Draws the timeline: the axis, the rows with their labels and figures, and what lies over them.
#pragma once

#include <vector>

#include "shell/timeline/timeline.h"
#include "shell/timeline/timeline_fill.h"
#include "shell/timeline/timeline_layout.h"
#include "shell/view/ruler.h"

namespace lab::panel {

struct TimelineCanvas {
  const Ui& ui;
  const TimelineData& data;
  const TimelineLayout& layout;
  Ruler ruler;       // between the edges of the bands, on the screen
  ImVec2 at{};       // top left corner on the screen
  double cores = 0;  // effective ones; 0: unknown
  std::vector<LaneInks> inks{};  // of each group

  float top() const { return at.y + layout.axis; }
  float bottom() const { return at.y + layout.height; }
};

// What the current window is drawn with.
inline ImDrawList& List() { return *ImGui::GetWindowDrawList(); }

// Behind everything: where the ticks and zero are.
void DrawGrid(const TimelineCanvas& canvas);
// Titles, bands, labels and figures; only those that can be seen.
void DrawRows(const TimelineCanvas& canvas);
// The axis, at the top of the timeline or of what can be seen of it.
void DrawAxis(const TimelineCanvas& canvas);

// What the fillings mean: of the states that occur. At the cursor, above what it explains. `cores`:
// effective ones; 0: unknown; and in words.
void DrawTimelineLegend(const Ui& ui, const TimelineData& data, double cores,
                        const std::string& cores_text);

// A line through all lanes with the instant at its head.
void DrawCursor(const TimelineCanvas& canvas, double instant);
// Arrows from senders to receivers: all that are shown if there is room for them, and those of the
// lane at an instant.
void DrawMessages(const TimelineCanvas& canvas, const TimelineRow* hovered, double instant);
// The hand-off that is picked: from whom to whom, and how long that one had waited.
void DrawHandOff(const TimelineCanvas& canvas, const TimelinePick& pick);

}  // namespace lab::panel
