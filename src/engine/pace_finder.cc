#include "engine/pace_finder.h"

#include <algorithm>
#include <cmath>

#include "base/clock_steps.h"
#include "experiment/plan.h"
#include "experiment/experiment_info.h"

namespace lab {
namespace {

constexpr double kShortestS = 0.005;
constexpr double kRoomAboveTarget =
    1.25;       // so that what is a little faster next time is still long enough
constexpr double kMostGrowth = 100;  // a first guess from a few clock steps is no better than that
constexpr int kMostTrials = 20;
// So many that the clock sees well, of which the fastest tells: code gets faster, and others may
// take the core for a moment.
constexpr int kLongEnough = 3;
// The first look: a millisecond or less.
constexpr int64_t kFirstLook = 500'000;
constexpr int64_t kLargest = 1'000'000'000;

}  // namespace

PaceFinder::PaceFinder(const Experiment& experiment, double timer_step_s)
    : experiment_(experiment),
      target_s_(std::max(kShortestS, kStepsOfPace * timer_step_s)),
      unsettled_(InfoOf(experiment.kind).computes()),
      size_(kFirstLook) {}

std::vector<Task> PaceFinder::Trial() const {
  std::vector<Task> tasks = MakeWarmup(experiment_, 1, size_);
  tasks.resize(1);
  return tasks;
}

void PaceFinder::TakeIn(double seconds) {
  ++trials_;
  const bool enough = seconds >= target_s_;
  if (seconds > 0) {
    const double speed = static_cast<double>(size_) / seconds;
    iterations_per_s_ = long_enough_ == 0 ? speed : std::max(iterations_per_s_, speed);
  }
  if (enough) ++long_enough_;
  unsettled_ = long_enough_ < kLongEnough && trials_ < kMostTrials;
  if (enough) return;
  const double growth = seconds > 0 ? std::clamp(kRoomAboveTarget * target_s_ / seconds,
                                                 kRoomAboveTarget, kMostGrowth)
                                    : kMostGrowth;
  size_ = std::min(kLargest, static_cast<int64_t>(std::ceil(static_cast<double>(size_) * growth)));
}

}  // namespace lab
