// A whole number that changes in steps over time: the state of a lane, who holds the GIL, how many
// lanes wait. Sums over blocks of steps tell how long it had each value between two instants
// without going through the steps between, so that a million of them cost a pixel no more than a
// thousand. Filled once, in the order of time; then a plain value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "platform/clock.h"

namespace lab::panel {

class StepLine {
 public:
  // It takes values from 0 to `values` - 1.
  explicit StepLine(size_t values = 1) : values_(values), before_latest_(values) {}

  // From `at` on it has that value. What lasts no time is no step, nor is what changes nothing.
  void Add(Nanoseconds at, size_t value);
  // The record ends there; nothing is added afterwards.
  void End(Nanoseconds at);

  size_t values() const { return values_; }
  size_t size() const { return begins_.size(); }
  bool empty() const { return begins_.empty(); }
  Nanoseconds begin(size_t step) const { return begins_[step]; }
  Nanoseconds end(size_t step) const {
    return step + 1 < begins_.size() ? begins_[step + 1] : end_;
  }
  size_t value(size_t step) const { return steps_[step]; }
  // Of all of it; 0 if there is none.
  Nanoseconds first() const { return empty() ? 0 : begins_.front(); }
  Nanoseconds last() const { return end_; }

  // The number of the step at an instant; the first or the last one outside. Not if it is empty.
  size_t At(Nanoseconds at) const;
  // Adds to `into`, by value, for how long it had each between the two instants.
  void AddTime(Nanoseconds from, Nanoseconds to, std::span<Nanoseconds> into) const;

 private:
  size_t Block() const;
  void Commit();
  // Adds (sign 1) or takes away (sign -1) the time before an instant, which lies in that step.
  void AddTimeBefore(Nanoseconds at, size_t step, int sign, std::span<Nanoseconds> into) const;

  size_t values_;
  std::vector<Nanoseconds> begins_;
  std::vector<uint16_t> steps_;
  std::vector<Nanoseconds> blocks_;         // where each block begins
  std::vector<Nanoseconds> sums_;           // before each block, by value
  std::vector<Nanoseconds> before_latest_;  // while it is filled, by value
  Nanoseconds end_ = 0;
  Nanoseconds next_at_ = 0;                 // added, but not known yet to last
  size_t next_ = 0;
  bool waits_ = false;
};

// The mean value, where it had each for so long; 0 for no time at all.
double MeanValue(std::span<const Nanoseconds> time);

}  // namespace lab::panel
