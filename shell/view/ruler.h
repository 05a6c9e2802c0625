// Which part of a time axis is shown, and where its instants lie on the screen. Pure. Instants are
// nanoseconds since the trial was asked for, with fractions, since a pixel can be less than one.
#pragma once

#include <string>
#include <vector>

#include "shell/view/step_line.h"

namespace lab::panel {

// A stretch of the axis.
struct TimeWindow {
  double from = 0;
  double to = 1;

  double length() const { return to - from; }
  friend bool operator==(const TimeWindow&, const TimeWindow&) = default;
};

// The shortest stretch that can be looked at: a microsecond.
inline constexpr double kShortestWindow = 1000;

// `shown` made `factor` times longer (shorter below 1) so that the instant `around` stays where it
// is, within `all` that there is to see.
TimeWindow Zoomed(const TimeWindow& shown, const TimeWindow& all, double around, double factor);
// `shown` moved by so much, within `all`.
TimeWindow Panned(const TimeWindow& shown, const TimeWindow& all, double by);

// A window laid out between two edges of the screen, in device pixels.
struct Ruler {
  TimeWindow window{};
  float left = 0;
  float right = 1;

  double PerPixel() const { return window.length() / static_cast<double>(right - left); }
  // Clamped a little outside of the edges, so that it can be drawn with.
  float XAt(double instant) const;
  double TimeAt(float x) const { return window.from + static_cast<double>(x - left) * PerPixel(); }
};

// Pixels side by side in which a step line is drawn in one way.
struct PixelRun {
  float left = 0, right = 0;      // whole pixels
  Nanoseconds from = 0, to = 0;   // what it stands for
  size_t step = 0;                // the step that fills it, or the first of several
  bool mixed = false;  // several steps share a pixel: their shares are what can be drawn
};

// How to draw what the ruler shows of a line: steps that are two columns wide or more by
// themselves, the rest in columns that are `column` pixels wide, or three times that where many
// steps crowd. Of the runs none is empty and none overlap.
std::vector<PixelRun> PixelRuns(const StepLine& line, const Ruler& ruler, float column);

struct TimeTick {
  double at = 0;
  std::string label;  // "250 ms"
};
// Round instants of the window, at most about `most`, labelled in a unit that suits them.
std::vector<TimeTick> TimeTicks(const TimeWindow& window, int most);

}  // namespace lab::panel
