#include "engine/task_size.h"

#include <algorithm>
#include <cmath>

#include "experiment/plan.h"
#include "experiment/settings.h"

namespace lab {
namespace {

constexpr double kTimerSteps = 100;
constexpr double kShortestS = 0.02;
// All tasks together, sequentially, are not made longer than this: many tasks stay small.
constexpr double kLongestTrialS = 4;
constexpr double kRoom = 1.25;       // so that what is a little faster next time is still long enough
constexpr double kMostGrowth = 100;  // a first guess from a few clock steps is no better than that
constexpr int kMostTrials = 20;
// The first look at a machine whose speed is wanted: a millisecond or less.
constexpr int64_t kFirstLook = 1'000'000;
// Far beyond the target one look is enough.
constexpr double kClearlyEnough = 4;

}  // namespace

TaskSize::TaskSize(const Experiment& experiment, double timer_step_s)
    : experiment_(experiment),
      by_time_(CutByTime(experiment)),
      largest_(static_cast<int64_t>(FindSetting(experiment.kind, "size")->high)),
      target_s_(std::min(std::max(kShortestS, kTimerSteps * timer_step_s), kLongestTrialS / experiment.tasks)),
      unsettled_(by_time_ || (experiment.calibrate && Matters("size", experiment))),
      size_(by_time_ ? kFirstLook : experiment.size) {}

void TaskSize::TakeIn(double seconds) {
  task_s_ = seconds;
  ++trials_;
  const bool enough = seconds >= target_s_;
  if (seconds >= kClearlyEnough * target_s_ || (enough && long_enough_) || size_ == largest_ || trials_ == kMostTrials) {
    return Settle();
  }
  long_enough_ = enough;
  if (enough) return;
  const double growth = seconds > 0 ? std::clamp(kRoom * target_s_ / seconds, kRoom, kMostGrowth) : kMostGrowth;
  size_ = std::min(largest_, static_cast<int64_t>(std::ceil(static_cast<double>(size_) * growth)));
}

void TaskSize::Settle() {
  unsettled_ = false;
  if (!by_time_) return;
  const double iterations_per_s = task_s_ > 0 ? static_cast<double>(size_) / task_s_ : static_cast<double>(size_);
  size_ = IterationsOf(experiment_, iterations_per_s);
  task_s_ = experiment_.kind == ExperimentKind::kMixed ? experiment_.duration_ms / 1000 : 0;
}

}  // namespace lab
