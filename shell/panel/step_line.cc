#include "shell/panel/step_line.h"

#include <algorithm>

namespace lab::panel {
namespace {

constexpr size_t kUsualBlock = 32;  // steps

}  // namespace

// Lines with many values have larger blocks, so that the sums never take more room than the steps.
size_t StepLine::Block() const { return std::max(kUsualBlock, values_); }

void StepLine::Add(Nanoseconds at, size_t value) {
  if (waits_ && at > next_at_) Commit();
  next_at_ = at;
  next_ = std::min(value, values_ - 1);
  waits_ = true;
}

void StepLine::End(Nanoseconds at) {
  if (waits_ && at > next_at_) Commit();
  waits_ = false;
  end_ = at;
  before_latest_.clear();
}

void StepLine::Commit() {
  if (!steps_.empty()) {
    if (steps_.back() == next_) return;
    before_latest_[steps_.back()] += next_at_ - begins_.back();
  }
  if (steps_.size() % Block() == 0) sums_.insert(sums_.end(), before_latest_.begin(), before_latest_.end());
  begins_.push_back(next_at_);
  steps_.push_back(static_cast<uint16_t>(next_));
}

size_t StepLine::At(Nanoseconds at) const {
  const auto after = std::ranges::upper_bound(begins_, at);
  return after == begins_.begin() ? 0 : static_cast<size_t>(after - begins_.begin()) - 1;
}

void StepLine::AddTimeBefore(Nanoseconds at, int sign, std::span<Nanoseconds> into) const {
  const size_t last = At(at);
  const size_t block = last / Block();
  for (size_t value = 0; value < values_; ++value) into[value] += sign * sums_[block * values_ + value];
  for (size_t step = block * Block(); step < last; ++step) into[steps_[step]] += sign * (begins_[step + 1] - begins_[step]);
  into[steps_[last]] += sign * (at - begins_[last]);
}

void StepLine::AddTime(Nanoseconds from, Nanoseconds to, std::span<Nanoseconds> into) const {
  from = std::max(from, first());
  to = std::min(to, end_);
  if (empty() || from >= to) return;
  const size_t begun = At(from);
  if (begun + Block() < begins_.size() && begins_[begun + Block()] < to) {
    AddTimeBefore(to, 1, into);
    AddTimeBefore(from, -1, into);
    return;
  }
  for (size_t step = begun; step < begins_.size() && begins_[step] < to; ++step) {
    into[steps_[step]] += std::min(to, end(step)) - std::max(from, begins_[step]);
  }
}

double MeanValue(std::span<const Nanoseconds> time) {
  double sum = 0;
  double all = 0;
  for (size_t value = 0; value < time.size(); ++value) {
    sum += static_cast<double>(value) * static_cast<double>(time[value]);
    all += static_cast<double>(time[value]);
  }
  return all > 0 ? sum / all : 0;
}

}  // namespace lab::panel
