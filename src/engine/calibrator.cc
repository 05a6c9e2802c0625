#include "engine/calibrator.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/clock_steps.h"
#include "experiment/model_info.h"
#include "experiment/plan.h"
#include "experiment/settings.h"

namespace lab {
namespace {

constexpr double kTrialS = 0.06;       // each lane is busy for about so long
constexpr double kShortestSliceS = 0.001;
constexpr double kLongestTrialS = 0.4;
constexpr int kFewestSlices = 12;
constexpr int64_t kFirstSize = 1'000'000;
constexpr int kFirstSlices = 40;       // enough for WebAssembly to reach its fast tier
// From here on every reported core is taken for a real one.
constexpr double kAllReal = 0.9;

// Isolated workers cost memory and time to start.
constexpr int kMostProcesses = 8;

double SliceFor(double timer_step_s) {
  const double trial_s = std::max(kTrialS, kStepsOfLane * timer_step_s);
  return std::clamp(kStepsOfSlice * timer_step_s, kShortestSliceS, trial_s / kFewestSlices);
}

}  // namespace

Calibrator::Calibrator(EventLoop& loop, const std::vector<CatalogEntry>& catalog,
                       const Environment& environment)
    : loop_(loop),
      reported_(environment.cores),
      timer_step_s_(environment.timer_step_s),
      slice_s_(SliceFor(environment.timer_step_s)) {
  const auto in = [&](ModelRole role) {
    return std::ranges::find(catalog, role,
                             [](const CatalogEntry& entry) { return RoleOf(entry.name); });
  };
  const auto threads = in(ModelRole::kUnbound);
  const bool has_threads = threads != catalog.end() && threads->make != nullptr;
  entry_ = has_threads ? &*threads : &*in(ModelRole::kIsolated);
  const int most_lanes = MostWorkersOn(environment.platform);
  const int most =
      has_threads ? std::min(2 * reported_, most_lanes) : std::min(reported_, kMostProcesses);
  steps_ = LaneSteps(std::min(reported_, most));
  if (most > reported_) steps_.push_back(most);
}

int Calibrator::Each() const {
  return std::max(kFewestSlices, static_cast<int>(std::lround(kTrialS / slice_s_)));
}

void Calibrator::Measure(Measured measured) {
  measured_ = std::move(measured);
  under_way_ = std::make_shared<bool>(true);
  if (kStepsOfLane * timer_step_s_ > kLongestTrialS) return End(NotMeasured());
  trials_.clear();
  next_ = 0;
  Step();
}

void Calibrator::Cancel() {
  under_way_ = nullptr;
  measured_ = nullptr;
  model_ = nullptr;
}

// Each step has as many workers as lanes: idle ones would take tasks as well.
void Calibrator::Step() {
  model_ = entry_->make(loop_, {.workers = steps_[next_], .chunk = 1});
  model_->Start([this](const Result<double>& started) {
    if (!started) return End(started.error());
    if (size_ == 0) Warm();
    else RunStep();
  });
}

// The first tasks tell how large one must be, and bring the code to its full speed.
void Calibrator::Warm() {
  model_->Run(MakeProbe(1, kFirstSlices, kFirstSize), [this](const Result<TrialOutcome>& outcome) {
    if (!outcome) return End(outcome.error());
    const double unit = UnitOf(outcome.value().lanes, timer_step_s_);
    size_ =
        unit > 0 ? std::max<int64_t>(1, std::llround(kFirstSize * slice_s_ / unit)) : kFirstSize;
    RunStep();
  });
}

void Calibrator::RunStep() {
  model_->Run(MakeProbe(steps_[next_], Each(), size_),
              [this](Result<TrialOutcome> outcome) { TakeIn(std::move(outcome)); });
}

void Calibrator::TakeIn(Result<TrialOutcome> outcome) {
  if (!outcome) return End(outcome.error());
  trials_.push_back(std::move(outcome).value().lanes);
  const int lanes = steps_[next_++];
  const Capacity capacity = CapacityOf(trials_, timer_step_s_);
  // Twice the reported number is tried only where every reported core was real.
  const bool enough = lanes >= reported_ && capacity.cores < kAllReal * lanes;
  if (next_ == steps_.size() || enough) return End(capacity.unit_s > 0 ? capacity : NotMeasured());
  Later([this] { Step(); });
}

Capacity Calibrator::NotMeasured() const { return {.cores = static_cast<double>(reported_)}; }

// Not from within a call of the model, which goes; and only if the measurement is not cancelled
// meanwhile.
void Calibrator::Later(std::function<void()> then) {
  loop_.Post([then = std::move(then), under_way = std::weak_ptr(under_way_)] {
    if (!under_way.expired()) then();
  });
}

void Calibrator::End(Result<Capacity> capacity) {
  Later([this, capacity = std::move(capacity)] {
    const Measured measured = std::move(measured_);
    Cancel();
    measured(capacity);
  });
}

}  // namespace lab
