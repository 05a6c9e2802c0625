#include "experiment/time_plan.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <vector>

#include "base/clock_steps.h"
#include "experiment/model_info.h"
#include "experiment/plan.h"
#include "experiment/presets.h"
#include "experiment/settings.h"

namespace lab {
namespace {

constexpr double kRunS = 10;
constexpr double kLargeRunS = 30;
constexpr double kSweepS = 60;
// The share of the time that the planned rounds fill: the rest is for those that replace disturbed ones or make an interval narrower.
constexpr double kPlannedShare = 0.8;
// Measuring the machine, starting the workers and warming them up, with a clock that needs no time of its own.
constexpr double kPreparationS = 1;
// What a coarse one adds: so many runs that tell a core's speed, and lanes of each of a few numbers that tell how many cores there are.
constexpr double kRunsForPace = 4;
constexpr double kMostLaneNumbers = 5;
// Where a lane would take longer, the cores are not measured.
constexpr double kLongestLaneS = 0.4;

constexpr double kShortestTaskS = 0.02;
constexpr double kSwitchIntervals = 4;
// From so many tasks a worker on, it is their sum that must be long enough.
constexpr int kManyTasks = 4;
// Waits vary little, so that few rounds tell, and short ones have more of what is not waiting in them.
constexpr int kRoundsOfWaits = 4;
// They are kept as they are for people unless time lacks, but never shorter than this.
constexpr double kShortestWaitMs = 20;
constexpr int kFewestAnswers = 10;

int PerWorker(const Experiment& experiment) {
  return (experiment.tasks + experiment.workers - 1) / std::max(1, experiment.workers);
}

bool Waits(const Experiment& experiment) { return experiment.kind == ExperimentKind::kDownloads; }

// Seconds of a task that are computing.
double ComputingSeconds(const Experiment& experiment, const Pace& pace) {
  if (Waits(experiment)) return 0;
  if (experiment.kind == ExperimentKind::kMixed && experiment.calibrate) return experiment.duration_ms / 1000 * experiment.cpu_share / 100;
  return static_cast<double>(experiment.size) / pace.iterations_per_s;
}

double WaitingSeconds(const Experiment& experiment) {
  if (Waits(experiment)) return experiment.latency_ms / 1000;
  if (experiment.kind == ExperimentKind::kMixed) return experiment.duration_ms / 1000 * (1 - experiment.cpu_share / 100);
  return 0;
}

// How late an answer comes under the GIL: each of those that compute has it for a switch interval.
double ConvoySeconds(const Experiment& experiment, bool locked) {
  const double late_ms = locked ? experiment.busy * std::max(experiment.switch_interval_ms, experiment.call_ms) : 0;
  return experiment.answers * (kAnswerWaitMs + late_ms) / 1000;
}

// Two significant digits, as a person would choose them.
double Rounded(double number) {
  const double unit = std::pow(10, std::floor(std::log10(std::max(number, 1.0))) - 1);
  return std::max(1.0, std::round(number / unit) * unit);
}

// The experiment with tasks `factor` times as large.
Experiment Scaled(const Experiment& experiment, double factor) {
  Experiment scaled = experiment;
  switch (experiment.kind) {
    case ExperimentKind::kDownloads: scaled.latency_ms = std::round(experiment.latency_ms * factor); break;
    case ExperimentKind::kMixed: scaled.duration_ms = Rounded(experiment.duration_ms * factor); break;
    case ExperimentKind::kConvoy: scaled.answers = std::max(1, static_cast<int>(std::lround(experiment.answers * factor))); break;
    default: scaled.size = static_cast<int64_t>(Rounded(static_cast<double>(experiment.size) * factor)); break;
  }
  return scaled;
}

// How many tasks one after the other the quickest trial lasts. Of a core that seems to be missing in part all may be there a moment later.
double TasksInQuickest(const Experiment& experiment, const Pace& pace) {
  constexpr double kPart = 0.1;
  Pace quiet = pace;
  quiet.cores = std::ceil(pace.cores - kPart);
  const double task_s = TaskSeconds(experiment, quiet);
  double quickest_s = HUGE_VAL;
  for (const std::string& model : experiment.models) quickest_s = std::min(quickest_s, TrialSeconds(experiment, model, quiet));
  return task_s > 0 && std::isfinite(quickest_s) ? std::max(1.0, quickest_s / task_s) : 1;
}

// The shortest task of which the quickest trial can be timed.
double ShortestForClock(const Experiment& experiment, const Pace& pace) { return kStepsPlanned * pace.timer_step_s / TasksInQuickest(experiment, pace); }

// The shortest that a task may be.
double ShortestTask(const Experiment& experiment, const Pace& pace, double round_limit_s) {
  double shortest = std::max(kShortestTaskS, std::min(kStepsSeenWell * pace.timer_step_s, kSeenWellS));
  if (std::ranges::find(experiment.models, ModelRole::kBound, RoleOf) != experiment.models.end()) shortest = std::max(shortest, kSwitchIntervals * experiment.switch_interval_ms / 1000);
  // Many tasks a worker: what the lock and the clock see is all of them together.
  if (PerWorker(experiment) >= kManyTasks) {
    const double share = shortest / PerWorker(experiment);
    const double affordable = round_limit_s / static_cast<double>(experiment.models.size()) / experiment.tasks;
    shortest = std::clamp(affordable, share, shortest);
  }
  return std::max(shortest, ShortestForClock(experiment, pace));
}

// Between which factors the plan may change the tasks.
struct Reach {
  double least = 1;
  double most = 1;
};

Reach ReachOf(const Experiment& experiment, const Pace& pace, double round_limit_s) {
  if (!experiment.left_to_plan.size || FetchesTypedUrls(experiment)) return {};
  switch (experiment.kind) {
    case ExperimentKind::kDownloads: {
      const double shortest_ms = std::max(kShortestWaitMs, ShortestForClock(experiment, pace) * 1000);
      return {.least = std::min(1.0, shortest_ms / std::max(1.0, experiment.latency_ms)), .most = 1};
    }
    case ExperimentKind::kConvoy: return {.least = std::min(1.0, static_cast<double>(kFewestAnswers) / experiment.answers), .most = 1};
    case ExperimentKind::kMixed: {
      const double shortest_ms = ShortestTask(experiment, pace, round_limit_s) * 1000;
      // Longer than they usually are only where the clock would see nothing of them.
      const double least = std::max(std::min(1.0, shortest_ms / experiment.duration_ms), ShortestForClock(experiment, pace) * 1000 / experiment.duration_ms);
      return {.least = least, .most = std::max(1.0, least)};
    }
    default: break;
  }
  if (!experiment.calibrate) return {};
  const double least = ShortestTask(experiment, pace, round_limit_s) / ComputingSeconds(experiment, pace);
  const double largest = FindSetting(experiment.kind, "size")->high / static_cast<double>(experiment.size);
  return {.least = std::min(least, largest), .most = largest};
}

// The factor with which one round takes `wanted_s`, within reach. `seconds` grows with the factor.
double FactorFor(double wanted_s, const Reach& reach, const std::function<double(double)>& seconds) {
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

TimePlan Planned(const Experiment& asked, const Pace& pace, double seconds, const std::function<double(const Experiment&)>& round_s) {
  const bool counted = !asked.left_to_plan.repetitions;
  const int wanted = counted ? asked.repetitions : kFewestToStop;
  const double affordable = std::isinf(seconds) ? kRunS : seconds;
  // Fewer rounds than usual make a run shorter, and not its tasks longer.
  const int usual = Waits(asked) ? kRoundsOfWaits : kFewestToStop;
  const double wanted_s = kPlannedShare * affordable / (counted ? std::max(wanted, usual) : usual);
  const Reach reach = ReachOf(asked, pace, affordable / kFewestRounds);
  const double factor = FactorFor(wanted_s, reach, [&](double each) { return round_s(Scaled(asked, each)); });
  TimePlan plan = {.experiment = factor == 1 ? asked : Scaled(asked, factor)};
  const double each = round_s(plan.experiment);
  const int affordable_rounds = static_cast<int>(std::min<double>(kMostRounds, std::floor(affordable / std::max(each, 1e-6))));
  plan.rounds = counted ? wanted : std::clamp(affordable_rounds, kFewestRounds, kFewestToStop);
  plan.experiment.repetitions = plan.rounds;
  plan.seconds = plan.rounds * each;
  plan.fits = plan.seconds <= seconds;
  return plan;
}

double PreparationSeconds(const Experiment& experiment, const Pace& pace) {
  const double lane_s = kStepsOfLane * pace.timer_step_s;
  const double cores_s = lane_s <= kLongestLaneS ? std::min(pace.cores + 1, kMostLaneNumbers) * lane_s : 0;
  return kPreparationS + cores_s + (Computes(experiment) ? kRunsForPace * kStepsOfPace * pace.timer_step_s : 0);
}

double CostOfPoints(const Experiment& experiment, std::span<const double> points, const Pace& pace) {
  double seconds = 0;
  for (const double point : points) seconds += RoundSeconds(AtPoint(experiment, point), pace);
  return seconds;
}

}  // namespace

double TimeBudget(const Experiment& experiment, bool sweep) {
  if (!experiment.left_to_plan.time_budget) return experiment.time_budget_s > 0 ? experiment.time_budget_s : HUGE_VAL;
  if (sweep) return kSweepS;
  return experiment.workers > kMostWorkersInPage ? kLargeRunS : kRunS;
}

double UsualSpeed(ExperimentKind kind) { return kind == ExperimentKind::kHeavy ? 3e8 : 1e9; }

double TaskSeconds(const Experiment& experiment, const Pace& pace) {
  if (experiment.kind == ExperimentKind::kConvoy) return ConvoySeconds(experiment, false);
  return ComputingSeconds(experiment, pace) + WaitingSeconds(experiment);
}

double TrialSeconds(const Experiment& experiment, std::string_view model, const Pace& pace) {
  const ModelFacts facts = FactsOf(model);
  const bool alone = facts.role == ModelRole::kBaseline || experiment.workers == 1;
  const bool locked = !alone && !facts.parallel;
  if (experiment.kind == ExperimentKind::kConvoy) return ConvoySeconds(experiment, locked);
  const double computing = ComputingSeconds(experiment, pace);
  const double waiting = WaitingSeconds(experiment);
  const double tasks = FetchesTypedUrls(experiment) ? static_cast<double>(experiment.urls.size()) : experiment.tasks;
  if (alone) return tasks * (computing + waiting);
  const double in_turn = std::ceil(tasks / experiment.workers) * (computing + waiting);
  return std::max(in_turn, tasks * computing / (locked ? 1 : std::max(1.0, pace.cores)));
}

double RoundSeconds(const Experiment& experiment, const Pace& pace) {
  double seconds = 0;
  for (const std::string& model : experiment.models) seconds += TrialSeconds(experiment, model, pace);
  return seconds;
}

TimePlan PlanRun(const Experiment& asked, const Pace& pace, double seconds) {
  return Planned(asked, pace, seconds, [&](const Experiment& experiment) { return RoundSeconds(experiment, pace); });
}

// What the point with the most workers needs is the least for all: there the work is cut into the smallest tasks.
TimePlan PlanSweep(const Experiment& asked, std::span<const double> points, const Pace& pace, double seconds) {
  const Experiment last = AtPoint(asked, points.back());
  Experiment cut = asked;
  cut.tasks = last.tasks;
  cut.workers = last.workers;
  cut.size = last.size;
  TimePlan plan = Planned(cut, pace, seconds, [&](const Experiment& experiment) { return CostOfPoints(experiment, points, pace); });
  plan.experiment.workers = asked.workers;
  return plan;
}

double SecondsForRounds(double budget_s, double elapsed_s, size_t points, double overhead_s) {
  return std::max(0.0, kFirstPointsShare * budget_s - elapsed_s - overhead_s * static_cast<double>(points));
}

double ExpectedSeconds(const Experiment& experiment, bool sweep, const Pace& pace) {
  const double budget = TimeBudget(experiment, sweep);
  const std::vector<double> points = sweep ? SweepPoints(experiment) : std::vector<double>();
  const double preparation = PreparationSeconds(experiment, pace) + (sweep ? kPreparationS * (static_cast<double>(points.size()) / 2 - 1) : 0);
  const double for_rounds = std::max(1.0, budget - preparation);
  const TimePlan plan = sweep ? PlanSweep(experiment, points, pace, for_rounds) : PlanRun(experiment, pace, for_rounds);
  return preparation + plan.seconds;
}

}  // namespace lab
