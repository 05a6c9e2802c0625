#include "engine/sweep.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/course_text.h"
#include "engine/sweep_summary.h"
#include "experiment/experiment_info.h"
#include "experiment/settings.h"
#include "platform/clock.h"
#include "stats/bend.h"

namespace lab {
namespace {

double Place(const RunResult& point, std::string_view axis) {
  return SettingNumber(point.experiment, axis);
}

}  // namespace

Sweep::Sweep(EventLoop& loop, const std::vector<CatalogEntry>& catalog, Calibrator& calibrator,
             RunSetup setup, Run::Notify notify, std::function<void()> over)
    : loop_(loop),
      catalog_(catalog),
      calibrator_(calibrator),
      setup_(std::move(setup)),
      notify_(std::move(notify)),
      over_(std::move(over)),
      planned_(setup_.experiment) {
  setup_.plan = [this](const Pace& pace, double seconds) { return PlanPoint(pace, seconds); };
  to_do_ = SweepPoints(setup_.experiment);
  // Where two rounds of each do not fit, points lie farther apart.
  const Pace expected = {.iterations_per_s = InfoOf(setup_.experiment.kind).usual_speed,
                         .cores = static_cast<double>(setup_.environment.cores),
                         .timer_step_s = setup_.environment.timer_step_s};
  const double for_rounds = SecondsForRounds(setup_.budget_s, 0, to_do_.size());
  if (!PlanSweep(setup_.experiment, to_do_, expected, for_rounds).fits)
    to_do_ = SweepPoints(setup_.experiment, /*thin=*/true);
}

void Sweep::Begin() {
  begun_ = Now();
  const Pace expected = {.iterations_per_s = InfoOf(setup_.experiment.kind).usual_speed,
                         .cores = static_cast<double>(setup_.environment.cores),
                         .timer_step_s = setup_.environment.timer_step_s};
  notify_(SweepStarted{.run = setup_.number,
                       .experiment = setup_.experiment,
                       .at = to_do_,
                       .left_s = ExpectedSeconds(setup_.experiment, /*sweep=*/true, expected),
                       .skipped = setup_.skipped});
  NextPoint();
}

void Sweep::Note(const ConditionsRequest& conditions) {
  conditions_ = conditions;
  if (run_ != nullptr) run_->Note(conditions);
}

double Sweep::Elapsed() const { return static_cast<double>(Now() - begun_) / kSecond; }

// How long a round takes there, in a measure that all points share.
double Sweep::CostOf(double at) const {
  return RoundSeconds(AtPoint(planned_, at), setup_.pace.value_or(Pace{}));
}

// Each point has its part of the time that is left, by what its rounds cost.
void Sweep::NextPoint() {
  at_ = to_do_.front();
  double cost = 0;
  for (const double point : to_do_) cost += CostOf(point);
  const double overhead = std::max(kUsualOverheadS, overhead_s_);
  const double for_rounds = SecondsForRounds(setup_.budget_s, Elapsed(), to_do_.size(), overhead);
  RunSetup setup = setup_;
  setup.experiment = AtPoint(planned_, at_);
  setup.budget_s = std::isinf(setup_.budget_s)
                       ? setup_.budget_s
                       : overhead + for_rounds * CostOf(at_) / std::max(cost, 1e-9);
  point_begun_s_ = Elapsed();
  told_round_ = 0;
  run_ = std::make_unique<Run>(
      loop_, catalog_, calibrator_, std::move(setup),
      [this](const Notice& notice) { Hear(notice); }, [] {});
  run_->Note(conditions_);
  run_->Begin();
}

// The first point tells how fast the machine is, and with that how much work all points do.
TimePlan Sweep::PlanPoint(const Pace& pace, double seconds) {
  if (!setup_.pace) {
    setup_.pace = pace;
    const TimePlan plan = PlanSweep(setup_.experiment, to_do_, pace,
                                    SecondsForRounds(setup_.budget_s, Elapsed(), to_do_.size()));
    planned_ = plan.experiment;
    fits_ = plan.fits;
    planned_.left_to_plan = setup_.experiment.left_to_plan;
  }
  Experiment point = AtPoint(planned_, at_);
  const LeftToPlan left = point.left_to_plan;
  point.left_to_plan.size = false;
  TimePlan plan = PlanRun(point, pace, seconds);
  plan.experiment.left_to_plan = left;
  return plan;
}

void Sweep::Hear(const Notice& notice) {
  if (std::holds_alternative<TrialStarted>(notice)) return notify_(notice);
  if (const auto* calibrated = std::get_if<Calibrated>(&notice);
      calibrated != nullptr && done_.empty()) {
    Calibrated told = *calibrated;
    told.left_s = SecondsLeft();
    return notify_(told);
  }
  if (std::holds_alternative<Failed>(notice)) {
    notify_(notice);
    return over_();
  }
  if (const auto* trial = std::get_if<TrialDone>(&notice)) {
    const bool next_round = !trial->warmup && trial->repetition > told_round_;
    if (next_round) Tell(run_->SoFar());
    if (next_round) told_round_ = trial->repetition;
    return;
  }
  if (const auto* finished = std::get_if<Finished>(&notice)) Take(finished->result);
}

void Sweep::Take(const RunResult& point) {
  const SweepAxis& axis = InfoOf(setup_.experiment.kind).axis;
  const auto place = std::ranges::find_if(
      done_, [&](const RunResult& each) { return Place(each, axis.setting) > at_; });
  // A curve is made of figures; a timeline for each of its points would be a file that nobody can
  // open.
  RunResult& taken = *done_.insert(place, point);
  for (ModelResult& model : taken.models) model.trace.reset();
  setup_.capacity = run_->capacity();
  const double rounds_s =
      CostOf(at_) * (point.calibration.rounds + point.calibration.disturbed_rounds);
  overhead_s_ = std::max(overhead_s_, Elapsed() - point_begun_s_ - rounds_s);
  std::erase(to_do_, at_);
  if (to_do_.empty()) {
    if (const std::optional<double> more = OneMore()) to_do_.push_back(*more);
  }
  Tell(std::nullopt);
  GoOn();
}

void Sweep::GoOn() {
  if (to_do_.empty()) {
    notify_(SweepFinished{.run = setup_.number, .result = Summarized(std::nullopt)});
    return over_();
  }
  // The finished run is still on the stack: it goes when the loop is back.
  loop_.Post([this, alive = std::weak_ptr(alive_)] {
    if (!alive.expired()) NextPoint();
  });
}

// Another point where a curve bends, if there is time for one and nobody said where to measure.
std::optional<double> Sweep::OneMore() const {
  if (!setup_.experiment.points.empty() || std::isinf(setup_.budget_s)) return std::nullopt;
  const SweepAxis& axis = InfoOf(setup_.experiment.kind).axis;
  const bool workers = axis.kind == AxisKind::kWorkers;
  std::vector<double> at;
  std::vector<std::vector<double>> curves(done_.front().models.size() - 1);
  for (const RunResult& point : done_) {
    at.push_back(Place(point, axis.setting));
    for (size_t model = 1; model < point.models.size(); ++model)
      curves[model - 1].push_back(point.models[model].speedup.ratio);
  }
  const std::optional<double> more =
      WhereItBends(at, curves, {.logarithmic = workers, .step = axis.step});
  if (!more) return std::nullopt;
  const int rounds = std::max(kFewestRounds, done_.back().calibration.rounds);
  return Elapsed() + overhead_s_ + rounds * CostOf(*more) < setup_.budget_s ? more : std::nullopt;
}

SweepResult Sweep::Summarized(const std::optional<RunResult>& under_way) const {
  std::vector<RunResult> points = done_;
  if (under_way) {
    const SweepAxis& axis = InfoOf(setup_.experiment.kind).axis;
    points.insert(
        std::ranges::find_if(
            points, [&](const RunResult& each) { return Place(each, axis.setting) > at_; }),
        *under_way);
    for (RunResult& point : points) {
      for (ModelResult& model : point.models) model.trace.reset();
    }
  }
  SweepResult sweep = SummarizeSweep(planned_, points);
  sweep.unavailable = setup_.skipped;
  sweep.notes.insert(sweep.notes.begin(), setup_.notes.begin(), setup_.notes.end());
  sweep.calibration.took_s = Elapsed();
  const std::vector<std::string> disturbed = DisturbedNotes(sweep.calibration);
  sweep.notes.insert(sweep.notes.end(), disturbed.begin(), disturbed.end());
  return sweep;
}

void Sweep::Tell(const std::optional<RunResult>& under_way) {
  notify_(PointDone{.run = setup_.number,
                    .done = static_cast<int>(done_.size()),
                    .points = static_cast<int>(done_.size() + to_do_.size()),
                    .left_s = SecondsLeft(),
                    .so_far = Summarized(under_way)});
}

// The points to do, each with as many rounds as were planned, and the time that is kept for more of
// them.
double Sweep::SecondsLeft() const {
  double left = 0;
  for (const double point : to_do_)
    left += std::max(kUsualOverheadS, overhead_s_) + planned_.repetitions * CostOf(point);
  if (std::isinf(setup_.budget_s) || !fits_) return left;
  return std::max(0.0, (to_do_.empty() ? 1 : kFirstPointsShare) * setup_.budget_s - Elapsed());
}

}  // namespace lab
