// Where the rows of the timeline stand. Pure: device pixels from its top left corner.
#pragma once

#include <vector>

#include "shell/view/timeline_data.h"

namespace lab::panel {

// CSS pixels of a line of small text.
inline constexpr float kTimelineLine = 18;

struct TimelineRow {
  enum class Kind {
    kTitle,     // the model's name, and where its trial ends
    kHolder,    // who holds the GIL
    kWaiting,   // how many wait for it
    kLane,
    kTogether,  // how many lanes do something at the same time
  };

  Kind kind = Kind::kTitle;
  size_t group = 0;
  size_t lane = 0;
  float label = 0;   // top of the label's line
  bool labelled = true;  // where lanes are lower than a line of text, only some of them are
  float top = 0;     // of the band
  float height = 0;  // of the band

  float bottom() const { return top + height; }
};

struct TimelineLayout {
  std::vector<TimelineRow> rows{};
  bool stacked = false;            // labels and figures stand above their bands
  float left = 0, right = 0;       // edges of the bands
  float axis = 0;                  // height of the axis, above the first row
  float height = 0;
  float figure = 0;                // width of a column of figures at the right; 0 if stacked

  // With the columns of figures.
  float width() const { return right + 3 * figure; }
  // The row whose band or label an ordinate lies in; null between them.
  const TimelineRow* RowAt(float y) const;
  // The row of a lane; null if there is none.
  const TimelineRow* Find(TimelineRow::Kind kind, size_t group, size_t lane = 0) const;
};

// `unit`: device pixels to one CSS pixel.
TimelineLayout LayOutTimeline(const TimelineData& data, float width, float unit);

}  // namespace lab::panel
