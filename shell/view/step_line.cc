#include "shell/view/step_line.h"

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
  if (steps_.size() % Block() == 0) {
    blocks_.push_back(next_at_);
    sums_.insert(sums_.end(), before_latest_.begin(), before_latest_.end());
  }
  begins_.push_back(next_at_);
  steps_.push_back(static_cast<uint16_t>(next_));
}

// Among the blocks first, so that few places of the memory are looked at.
size_t StepLine::At(Nanoseconds at) const {
  const auto last_not_after = [at](auto begin, auto end) {
    const auto after = std::upper_bound(begin, end, at);
    return after == begin ? begin : after - 1;
  };
  const auto block =
      static_cast<size_t>(last_not_after(blocks_.begin(), blocks_.end()) - blocks_.begin());
  const auto begin = begins_.begin() + static_cast<ptrdiff_t>(block * Block());
  const auto end =
      begins_.begin() + static_cast<ptrdiff_t>(std::min(begins_.size(), (block + 1) * Block()));
  return static_cast<size_t>(last_not_after(begin, end) - begins_.begin());
}

void StepLine::AddTimeBefore(Nanoseconds at, size_t step, int sign,
                             std::span<Nanoseconds> into) const {
  const size_t block = step / Block();
  for (size_t value = 0; value < values_; ++value)
    into[value] += sign * sums_[block * values_ + value];
  for (size_t before = block * Block(); before < step; ++before)
    into[steps_[before]] += sign * (begins_[before + 1] - begins_[before]);
  into[steps_[step]] += sign * (at - begins_[step]);
}

void StepLine::AddTime(Nanoseconds from, Nanoseconds to, std::span<Nanoseconds> into) const {
  from = std::max(from, first());
  to = std::min(to, end_);
  if (empty() || from >= to) return;
  const size_t begun = At(from);
  if (begun + Block() < begins_.size() && begins_[begun + Block()] < to) {
    AddTimeBefore(to, At(to), 1, into);
    AddTimeBefore(from, begun, -1, into);
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
