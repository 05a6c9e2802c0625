// The timeline of the outcome that is on the screen: what was read out of its traces, which part of
// its axis the person looks at, and what they picked. The panel keeps it between frames; the view
// changes it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shell/view/ruler.h"
#include "shell/view/timeline_data.h"

namespace lab::panel {

// What a click picked: a lane at an instant, or a hand-off of the GIL.
struct TimelinePick {
  size_t group = 0;
  size_t lane = 0;
  Nanoseconds at = 0;
  int handoff = -1;  // its number; -1: a lane
};

class Timeline {
 public:
  // Reads the traces anew if they are not those that were read last.
  void Follow(const State& state, const Chart& chart);
  const TimelineData& data() const { return data_; }

  // All that there is to see, `width` pixels wide, with room for start-ups left of zero: those that
  // are far longer than the trials are cut off. `least` pixels of it at least, if there is any or
  // may still come.
  TimeWindow All(float width, float least) const;
  // What is looked at.
  TimeWindow Shown(const TimeWindow& all) const { return window_ ? Panned(*window_, all, 0) : all; }
  bool fitted() const { return !window_; }
  void Fit() { window_.reset(); }
  void Zoom(const TimeWindow& all, double around, double factor);
  void Pan(const TimeWindow& all, double by);

  const std::optional<TimelinePick>& pick() const { return pick_; }
  void Pick(std::optional<TimelinePick> pick) { pick_ = pick; }
  // Picks the next (1) or previous (-1) hand-off after the picked one, or the first or last that is
  // shown; false if there is none.
  bool StepHandOff(const TimeWindow& all, int direction);

 private:
  void Show(const TimeWindow& all, const TimeWindow& window);
  // Whether what was picked is still there.
  bool Holds(const std::optional<TimelinePick>& pick) const;

  // What was read last.
  uint64_t version_ = 0;
  ExperimentKind experiment_ = ExperimentKind::kCount;
  bool grows_ = false;
  std::vector<std::string> models_;
  TimelineData data_;
  std::optional<TimeWindow> window_;  // none: all there is, also while it grows
  std::optional<TimelinePick> pick_;
};

}  // namespace lab::panel
