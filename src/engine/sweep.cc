#include "engine/sweep.h"

#include <utility>

#include "engine/sweep_summary.h"
#include "platform/clock.h"

namespace lab {

Sweep::Sweep(EventLoop& loop, const std::vector<CatalogEntry>& catalog, Calibrator& calibrator, RunSetup setup, Run::Notify notify,
             std::function<void()> over)
    : loop_(loop),
      catalog_(catalog),
      calibrator_(calibrator),
      setup_(std::move(setup)),
      notify_(std::move(notify)),
      over_(std::move(over)),
      at_(SweepPoints(setup_.experiment)) {}

void Sweep::Begin() {
  begun_ = Now();
  notify_(SweepStarted{.run = setup_.number, .experiment = setup_.experiment, .at = at_, .skipped = setup_.skipped});
  NextPoint();
}

void Sweep::Note(const ConditionsRequest& conditions) {
  conditions_ = conditions;
  if (run_ != nullptr) run_->Note(conditions);
}

void Sweep::NextPoint() {
  RunSetup setup = setup_;
  setup.experiment = AtPoint(setup_.experiment, at_[done_.size()]);
  run_ = std::make_unique<Run>(loop_, catalog_, calibrator_, std::move(setup), [this](const Notice& notice) { Hear(notice); }, [] {});
  run_->Note(conditions_);
  run_->Begin();
}

void Sweep::Hear(const Notice& notice) {
  if (std::holds_alternative<TrialStarted>(notice)) return notify_(notice);
  if (std::holds_alternative<Failed>(notice)) {
    notify_(notice);
    return over_();
  }
  const auto* finished = std::get_if<Finished>(&notice);
  if (finished == nullptr) return;
  done_.push_back(finished->result);
  // A curve is made of figures; a timeline for each of its points would be a file that nobody can open.
  for (ModelResult& model : done_.back().models) model.trace.reset();
  // What was measured after this point is what the next one finds.
  setup_.capacity = run_->capacity();
  SweepResult so_far = SummarizeSweep(setup_.experiment, done_);
  so_far.unavailable = setup_.skipped;
  so_far.notes.insert(so_far.notes.begin(), setup_.notes.begin(), setup_.notes.end());
  notify_(PointDone{.run = setup_.number,
                    .done = static_cast<int>(done_.size()),
                    .points = static_cast<int>(at_.size()),
                    .left_s = SecondsLeft(),
                    .so_far = so_far});
  if (done_.size() == at_.size()) {
    notify_(SweepFinished{.run = setup_.number, .result = std::move(so_far)});
    return over_();
  }
  // The finished run is still on the stack: it goes when the loop is back.
  loop_.Post([this, alive = std::weak_ptr(alive_)] {
    if (!alive.expired()) NextPoint();
  });
}

double Sweep::SecondsLeft() const {
  const double used = static_cast<double>(Now() - begun_) / kSecond;
  return used / static_cast<double>(done_.size()) * static_cast<double>(at_.size() - done_.size());
}

}  // namespace lab
