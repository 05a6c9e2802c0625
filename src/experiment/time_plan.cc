#include "experiment/time_plan.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "base/clock_steps.h"
#include "experiment/model_info.h"
#include "experiment/kinds.h"
#include "experiment/limit.h"
#include "experiment/plan.h"
#include "experiment/settings.h"

namespace lab {
namespace {

constexpr double kRunS = 10;
constexpr double kLargeRunS = 30;
constexpr double kSweepS = 60;
// The share of the time that the planned rounds fill: the rest is for those that replace disturbed
// ones or make an interval narrower.
constexpr double kPlannedShare = 0.8;
// Measuring the machine, starting the workers and warming them up, with a clock that needs no time
// of its own.
constexpr double kPreparationS = 1;
// What a coarse one adds: so many runs that tell a core's speed, and lanes of each of a few numbers
// that tell how many cores there are.
constexpr double kRunsForPace = 4;
constexpr double kMostLaneNumbers = 5;
// Where a lane would take longer, the cores are not measured.
constexpr double kLongestLaneS = 0.4;

constexpr double kShortestTaskS = 0.02;
constexpr double kSwitchIntervals = 4;
// From so many tasks a worker on, it is their sum that must be long enough.
constexpr int kManyTasks = 4;
// Waits vary little, so that few rounds tell, and short ones have more of what is not waiting in
// them.
constexpr int kRoundsOfWaits = 4;

int PerWorker(const Experiment& experiment) {
  return (experiment.tasks + experiment.workers - 1) / std::max(1, experiment.workers);
}

// Seconds of a task that are computing.
double ComputingSeconds(const Experiment& experiment, const Pace& pace) {
  if (!Computes(experiment)) return 0;
  if (const std::optional<double> ms = ComputingMs(experiment)) return *ms / 1000;
  return static_cast<double>(experiment.size) / pace.iterations_per_s;
}

double WaitingSeconds(const Experiment& experiment) {
  const auto waiting_ms = InfoOf(experiment.kind).waiting_ms;
  return waiting_ms != nullptr ? waiting_ms(experiment) / 1000 : 0;
}

// The experiment with tasks `factor` times as large.
Experiment Scaled(const Experiment& experiment, double factor) {
  Experiment larger = experiment;
  if (const auto scale = InfoOf(experiment.kind).scale) scale(larger, factor);
  else larger.size = static_cast<int64_t>(Rounded(static_cast<double>(experiment.size) * factor));
  return larger;
}

// How many tasks one after the other the quickest trial lasts. Of a core that seems to be missing
// in part all may be there a moment later.
double TasksInQuickest(const Experiment& experiment, const Pace& pace) {
  constexpr double kPart = 0.1;
  Pace quiet = pace;
  quiet.cores = std::ceil(pace.cores - kPart);
  const double task_s = TaskSeconds(experiment, quiet);
  double quickest_s = HUGE_VAL;
  for (const std::string& model : experiment.models)
    quickest_s = std::min(quickest_s, TrialSeconds(experiment, model, quiet));
  return task_s > 0 && std::isfinite(quickest_s) ? std::max(1.0, quickest_s / task_s) : 1;
}

// The shortest task of which the quickest trial can be timed.
double ShortestForClock(const Experiment& experiment, const Pace& pace) {
  return kStepsPlanned * pace.timer_step_s / TasksInQuickest(experiment, pace);
}

// The shortest that a task may be.
double ShortestUseful(const Experiment& experiment, const Pace& pace, double round_limit_s) {
  double shortest =
      std::max(kShortestTaskS, std::min(kStepsSeenWell * pace.timer_step_s, kSeenWellS));
  if (std::ranges::find(experiment.models, ModelRole::kBound, RoleOf) != experiment.models.end())
    shortest = std::max(shortest, kSwitchIntervals * experiment.switch_interval_ms / 1000);
  // Many tasks a worker: what the lock and the clock see is all of them together.
  if (PerWorker(experiment) >= kManyTasks) {
    const double share = shortest / PerWorker(experiment);
    const double affordable =
        round_limit_s / static_cast<double>(experiment.models.size()) / experiment.tasks;
    shortest = std::clamp(affordable, share, shortest);
  }
  return std::max(shortest, ShortestForClock(experiment, pace));
}

Reach ReachOf(const Experiment& experiment, const Pace& pace, double round_limit_s) {
  if (!experiment.left_to_plan.size || FetchesTypedUrls(experiment)) return {};
  const auto reach = InfoOf(experiment.kind).reach;
  if (reach != nullptr)
    return reach(experiment, {.seen_s = ShortestForClock(experiment, pace),
                              .useful_s = ShortestUseful(experiment, pace, round_limit_s)});
  if (!experiment.calibrate) return {};
  const double least =
      ShortestUseful(experiment, pace, round_limit_s) / ComputingSeconds(experiment, pace);
  const double largest =
      FindSetting(experiment.kind, "size")->high / static_cast<double>(experiment.size);
  return {.least = std::min(least, largest), .most = largest};
}

// The factor with which one round takes `wanted_s`, within reach. `seconds` grows with the factor.
double FactorFor(double wanted_s, const Reach& reach,
                 const std::function<double(double)>& seconds) {
  double low = reach.least;
  double high = reach.most;
  if (seconds(low) >= wanted_s) return low;
  if (seconds(high) <= wanted_s) return high;
  constexpr int kHalvings = 60;
  for (int halving = 0; halving < kHalvings; ++halving) {
    const double middle = std::sqrt(low * high);
    (seconds(middle) < wanted_s ? low : high) = middle;
  }
  return low;
}

TimePlan Planned(const Experiment& asked, const Pace& pace, double seconds,
                 const std::function<double(const Experiment&)>& round_s) {
  const bool counted = !asked.left_to_plan.repetitions;
  const int wanted = counted ? asked.repetitions : kFewestToStop;
  const double affordable = std::isinf(seconds) ? kRunS : seconds;
  // Fewer rounds than usual make a run shorter, and not its tasks longer.
  const int usual = !Computes(asked) ? kRoundsOfWaits : kFewestToStop;
  const double wanted_s = kPlannedShare * affordable / (counted ? std::max(wanted, usual) : usual);
  const Reach reach = ReachOf(asked, pace, affordable / kFewestRounds);
  const double factor =
      FactorFor(wanted_s, reach, [&](double each) { return round_s(Scaled(asked, each)); });
  TimePlan plan = {.experiment = factor == 1 ? asked : Scaled(asked, factor)};
  const double each = round_s(plan.experiment);
  const int affordable_rounds = static_cast<int>(
      std::min<double>(kMostRounds, std::floor(affordable / std::max(each, 1e-6))));
  plan.rounds = counted ? wanted : std::clamp(affordable_rounds, kFewestRounds, kFewestToStop);
  plan.experiment.repetitions = plan.rounds;
  plan.seconds = plan.rounds * each;
  plan.fits = plan.seconds <= seconds;
  return plan;
}

double PreparationSeconds(const Experiment& experiment, const Pace& pace) {
  const double lane_s = kStepsOfLane * pace.timer_step_s;
  const double cores_s =
      lane_s <= kLongestLaneS ? std::min(pace.cores + 1, kMostLaneNumbers) * lane_s : 0;
  return kPreparationS + cores_s +
         (Computes(experiment) ? kRunsForPace * kStepsOfPace * pace.timer_step_s : 0);
}

double CostOfPoints(const Experiment& experiment, std::span<const double> points,
                    const Pace& pace) {
  double seconds = 0;
  for (const double point : points) seconds += RoundSeconds(AtPoint(experiment, point), pace);
  return seconds;
}

}  // namespace

double TimeBudget(const Experiment& experiment, bool sweep) {
  if (!experiment.left_to_plan.time_budget)
    return experiment.time_budget_s > 0 ? experiment.time_budget_s : HUGE_VAL;
  if (sweep) return kSweepS;
  return experiment.workers > kMostWorkersInPage ? kLargeRunS : kRunS;
}

double TaskSeconds(const Experiment& experiment, const Pace& pace) {
  if (const auto trial_s = InfoOf(experiment.kind).trial_s) return trial_s(experiment, false);
  return ComputingSeconds(experiment, pace) + WaitingSeconds(experiment);
}

double TrialSeconds(const Experiment& experiment, std::string_view model, const Pace& pace) {
  const ModelFacts facts = FactsOf(model);
  const bool alone = facts.role == ModelRole::kBaseline || experiment.workers == 1;
  const bool locked = !alone && !facts.parallel;
  if (const auto trial_s = InfoOf(experiment.kind).trial_s) return trial_s(experiment, locked);
  const double computing = ComputingSeconds(experiment, pace);
  const double waiting = WaitingSeconds(experiment);
  const double tasks =
      FetchesTypedUrls(experiment) ? static_cast<double>(experiment.urls.size()) : experiment.tasks;
  if (alone) return tasks * (computing + waiting);
  const double one = computing + waiting;
  const double in_turn = std::ceil(tasks / experiment.workers) * one;
  if (computing <= 0) return in_turn;
  return std::max(
      in_turn,
      tasks * one / SpeedupLimit(tasks, locked ? 1 : std::max(1.0, pace.cores), computing / one));
}

double RoundSeconds(const Experiment& experiment, const Pace& pace) {
  double seconds = 0;
  for (const std::string& model : experiment.models)
    seconds += TrialSeconds(experiment, model, pace);
  return seconds;
}

TimePlan PlanRun(const Experiment& asked, const Pace& pace, double seconds) {
  return Planned(asked, pace, seconds,
                 [&](const Experiment& experiment) { return RoundSeconds(experiment, pace); });
}

// What the point with the most workers needs is the least for all: there the work is cut into the
// smallest tasks.
TimePlan PlanSweep(const Experiment& asked, std::span<const double> points, const Pace& pace,
                   double seconds) {
  const Experiment last = AtPoint(asked, points.back());
  Experiment cut = asked;
  cut.tasks = last.tasks;
  cut.workers = last.workers;
  cut.size = last.size;
  TimePlan plan = Planned(cut, pace, seconds, [&](const Experiment& experiment) {
    return CostOfPoints(experiment, points, pace);
  });
  plan.experiment.workers = asked.workers;
  return plan;
}

double SecondsForRounds(double budget_s, double elapsed_s, size_t points, double overhead_s) {
  return std::max(
      0.0, kFirstPointsShare * budget_s - elapsed_s - overhead_s * static_cast<double>(points));
}

double ExpectedSeconds(const Experiment& experiment, bool sweep, const Pace& pace) {
  const double budget = TimeBudget(experiment, sweep);
  const std::vector<double> points = sweep ? SweepPoints(experiment) : std::vector<double>();
  const double preparation =
      PreparationSeconds(experiment, pace) +
      (sweep ? kPreparationS * (static_cast<double>(points.size()) / 2 - 1) : 0);
  const double for_rounds = std::max(1.0, budget - preparation);
  const TimePlan plan = sweep ? PlanSweep(experiment, points, pace, for_rounds)
                              : PlanRun(experiment, pace, for_rounds);
  return preparation + plan.seconds;
}

}  // namespace lab
