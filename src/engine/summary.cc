#include "engine/summary.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/clock_steps.h"
#include "base/text.h"
#include "experiment/experiment_info.h"
#include "experiment/limit.h"
#include "experiment/model_info.h"
#include "experiment/settings.h"
#include "explain/answer.h"
#include "explain/verdict_text.h"
#include "explain/why_text.h"
#include "stats/efficiency.h"
#include "stats/estimate.h"
#include "stats/sample.h"
#include "words/english/engine.h"

namespace lab {
namespace {

// A machine that gets a million times slower has stood still.
constexpr double kMostDrift = 1e6;

// The same times with the start-up in front of each.
std::vector<double> WithStartup(std::vector<double> seconds, double startup_s) {
  for (double& each : seconds) each += startup_s;
  return seconds;
}

}  // namespace

Summary::Summary(const Experiment& experiment, const Environment& environment)
    : experiment_(experiment),
      environment_(environment),
      work_(WorkOf(experiment)),
      rounds_(work_) {
  calibration_.timer_step_s = environment.timer_step_s;
}

void Summary::SetCapacity(const Capacity& capacity) {
  calibration_.effective_cores = capacity.cores;
  calibration_.cores_measured = capacity.unit_s > 0;
  calibration_.stolen = capacity.stolen;
}

void Summary::SetPlan(const Experiment& planned, const Pace& pace) {
  experiment_ = planned;
  if (!Computes(experiment_)) return;
  calibration_.task_s = Answers(experiment_.kind) ? 0 : TaskSeconds(experiment_, pace);
  calibration_.task_size =
      CutByTime(experiment_) ? IterationsOf(experiment_, pace.iterations_per_s) : experiment_.size;
  calibration_.scaled = experiment_.left_to_plan.size && experiment_.calibrate;
}

void Summary::SetEnd(Stop stop, double took_s) {
  calibration_.stop = stop;
  calibration_.took_s = took_s;
}

void Summary::Note(const ConditionsRequest& told) {
  told_.hidden |= told.hidden;
  told_.on_battery |= told.on_battery;
}

void Summary::AddStartup(const std::string& model, double seconds) {
  startups_[model].push_back(seconds);
}

std::optional<Error> Summary::Add(const Trial& trial, TrialOutcome outcome) {
  TrialSample sample = SampleOf(outcome);
  if (trial.model == kSequential && !expected_) expected_ = sample.checksum;
  if (expected_ != sample.checksum) {
    return Error{.code = ErrorCode::kWrongResult,
                 .message = Phrase<words::kResultsDiffer>("model"_a = trial.model),
                 .next = experiment_.urls.empty() ? Phrase<words::kReportDefect>()
                                                  : Phrase<words::kServerMustRepeat>()};
  }
  rounds_.Add(trial.model, std::move(sample), std::move(outcome.trace));
  return std::nullopt;
}

// Nothing tells what others did in the rounds, but they took cores whenever those were measured.
RoundChoice Summary::Choice() const {
  RoundChoice choice = rounds_.Choice(std::min(kFewestQuiet, experiment_.repetitions));
  if (!choice.others && work_ == WorkKind::kComputing && !rounds_.tells_load() &&
      calibration_.stolen > kMostStolen) {
    choice.all_disturbed = true;
    choice.others = calibration_.stolen * environment_.cores;
  }
  return choice;
}

// For what others may have changed.
Estimate Summary::WithRoom(const Estimate& estimate, int workers, const RoundChoice& choice) const {
  return Hedged(estimate, choice.others.value_or(0), std::min(workers, experiment_.tasks),
                std::max(1.0, calibration_.effective_cores));
}

// Of every model but the sequential one.
std::vector<Estimate> Summary::Speedups(const RoundChoice& choice) const {
  const ModelSamples baseline = rounds_.Counted(std::string(kSequential), choice);
  std::vector<Estimate> speedups;
  for (const std::string& model : experiment_.models) {
    if (model != kSequential)
      speedups.push_back(Speedup(baseline.seconds, rounds_.Counted(model, choice).seconds));
  }
  return speedups;
}

bool Summary::KnowsEnough() const {
  if (experiment_.precision <= 0 || experiment_.models.size() < 2) return false;
  const RoundChoice choice = Choice();
  return !choice.all_disturbed && Precise(Speedups(choice), experiment_.precision);
}

double Summary::RoundsNeeded() const {
  const RoundChoice choice = Choice();
  const int rounds = static_cast<int>(std::ranges::count(choice.counts, true));
  if (choice.all_disturbed || rounds < kFewestQuiet) return HUGE_VAL;
  double needed = 0;
  for (const Estimate& speedup : Speedups(choice))
    needed = std::max(needed, RoundsFor(speedup, rounds, experiment_.precision));
  return needed;
}

// As they were measured, or more: whoever computes twice as fast had two of them, if there were two
// to have them.
double Summary::CoresThere(const RoundChoice& choice) const {
  double cores = calibration_.effective_cores;
  if (!OnlyComputes(experiment_.kind) || choice.all_disturbed) return cores;
  const std::vector<double> baseline = rounds_.Counted(std::string(kSequential), choice).seconds;
  for (const std::string& model : experiment_.models) {
    if (model == kSequential || !ComputesInParallel(model)) continue;
    const ModelSamples samples = rounds_.Counted(model, choice);
    cores =
        std::max(cores, std::min<double>(samples.workers, SpeedupRatio(baseline, samples.seconds)));
  }
  return cores;
}

std::optional<ModelResult> Summary::Of(const std::string& model) const {
  return FiguresOf(model, Choice());
}

std::optional<ModelResult> Summary::FiguresOf(const std::string& model,
                                              const RoundChoice& choice) const {
  const ModelSamples baseline = rounds_.Counted(std::string(kSequential), choice);
  const ModelSamples samples = rounds_.Counted(model, choice);
  if (samples.seconds.empty() || baseline.seconds.empty()) return std::nullopt;
  const double startup_s = Median(startups_.at(model));
  ModelResult result = {
      .model = model,
      .workers = samples.workers,
      .samples_s = samples.seconds,
      .disturbed_s = rounds_.NotCounted(model, choice),
      .median_s = Median(samples.seconds),
      .mad_s = Mad(samples.seconds),
      .outliers = Outliers(samples.seconds),
      .startup_s = startup_s,
      .warm_startup_s = Median(samples.warm_startups),
      .speedup = Speedup(baseline.seconds, samples.seconds),
      .cold_speedup = Speedup(baseline.seconds, WithStartup(samples.seconds, startup_s)),
      .efficiency = 0,
      .checksum = samples.checksum,
      .value = samples.value,
      .shared_memory = samples.shared_memory,
      .handoffs = {},
      .lanes = samples.Lanes(),
      .memory_bytes = samples.memory_bytes,
      .verdict = {}};
  // Against the speedup as it was measured: room for others makes no limit wrong.
  if (samples.delays.empty())
    result.efficiency =
        EfficiencyOf(result.speedup,
                     SpeedupLimit(experiment_, samples.workers, std::max(1.0, CoresThere(choice))));
  if (choice.all_disturbed && work_ == WorkKind::kComputing && model != kSequential) {
    for (Estimate* estimate : {&result.speedup, &result.cold_speedup})
      *estimate = WithRoom(*estimate, samples.workers, choice);
  }
  if (!samples.delays.empty()) result.response = ResponseOf(samples.delays);
  if (!result.response && model != kSequential)
    result.rounds_won = CountRounds(baseline.seconds, samples.seconds);
  if (!samples.handoffs.empty()) result.handoffs = Median(samples.handoffs);
  result.verdict = VerdictOf(EvidenceOf(result, choice), ConditionsOf(choice));
  return result;
}

std::vector<ModelResult> Summary::All() const {
  const RoundChoice choice = Choice();
  std::vector<ModelResult> results;
  for (const std::string& model : experiment_.models) {
    if (std::optional<ModelResult> result = FiguresOf(model, choice))
      results.push_back(std::move(*result));
  }
  return results;
}

Evidence Summary::EvidenceOf(const ModelResult& result, const RoundChoice& choice) const {
  const ModelSamples sequential = rounds_.Counted(std::string(kSequential), choice);
  const ModelSamples samples = rounds_.Counted(result.model, choice);
  Evidence evidence = {.model = FactsOf(result.model),
                       .task = InfoOf(experiment_.kind).task,
                       .workers = result.workers,
                       .tasks = experiment_.tasks,
                       .speedup = result.speedup,
                       .median_s = result.response ? result.response->median_s : result.median_s,
                       .sequential_s = Median(sequential.seconds),
                       .startup_s = result.startup_s,
                       .cpu_s = samples.CpuSeconds(),
                       .handoffs = result.handoffs,
                       .task_inflation = {},
                       .chunk = experiment_.chunk};
  const double alone = Median(sequential.task_seconds);
  if (alone > 0) evidence.task_inflation = Median(samples.task_seconds) / alone;
  return evidence;
}

// Of the sequential time, from the first third of the rounds that count to the last; none where the
// clock cannot tell.
double Summary::DriftOf(const RoundChoice& choice) const {
  const std::vector<double> seconds = rounds_.Counted(std::string(kSequential), choice).seconds;
  const size_t third = seconds.size() / 3;
  if (third < 2) return 0;
  const double first = Median(std::span(seconds).first(third));
  const double last = Median(std::span(seconds).last(third));
  return first > 0 && first >= ShortestTrial(environment_.timer_step_s)
             ? std::min(last / first - 1, kMostDrift)
             : 0;
}

// Of threads that always have something to compute, of a median trial under the GIL.
std::optional<double> Summary::TurnOf(const RoundChoice& choice) const {
  if (!OnlyComputes(experiment_.kind) || experiment_.workers < 2) return std::nullopt;
  const auto bound = std::ranges::find(experiment_.models, ModelRole::kBound, RoleOf);
  if (bound == experiment_.models.end()) return std::nullopt;
  const ModelSamples samples = rounds_.Counted(*bound, choice);
  const double handoffs = Median(samples.handoffs);
  if (handoffs < 1) return std::nullopt;
  return Median(samples.seconds) / handoffs;
}

Conditions Summary::ConditionsOf(const RoundChoice& choice) const {
  return {.work = work_,
          .compute_share = ComputeShare(experiment_),
          .pool = InfoOf(experiment_.kind).pool,
          .reported_cores = environment_.cores,
          .effective_cores = CoresThere(choice),
          .cores_measured = calibration_.cores_measured,
          .drift = DriftOf(choice),
          .other_cores = choice.others,
          .all_disturbed = choice.all_disturbed,
          .timer_step_s = environment_.timer_step_s,
          .switch_interval_s = experiment_.switch_interval_ms / 1000,
          .turn_s = TurnOf(choice),
          .repetitions =
              static_cast<int>(rounds_.Counted(std::string(kSequential), choice).seconds.size()),
          .hidden = told_.hidden,
          .on_battery = told_.on_battery,
          .governor = governor_,
          .optimised = environment_.optimised};
}

Calibration Summary::TheCalibration() const {
  Calibration calibration = calibration_;
  const RoundChoice choice = Choice();
  calibration.effective_cores = CoresThere(choice);
  calibration.drift = DriftOf(choice);
  calibration.other_cores = choice.others;
  calibration.all_disturbed = choice.all_disturbed;
  const std::vector<RoundLoad> loads = rounds_.Loads();
  double disturbing = 0;
  for (size_t round = 0; round < loads.size(); ++round) {
    if (choice.counts[round]) {
      ++calibration.rounds;
    } else {
      ++calibration.disturbed_rounds;
      disturbing += loads[round].value_or(0);
    }
  }
  if (calibration.disturbed_rounds > 0)
    calibration.disturbing_cores = disturbing / calibration.disturbed_rounds;
  return calibration;
}

std::vector<std::string> Summary::Notes(const RoundChoice& choice) const {
  std::vector<std::string> notes = Remarks(ConditionsOf(choice));
  if (environment_.platform == "web" && WaitsForConnections(experiment_)) {
    notes.push_back(Phrase<words::kFewConnections>("most"_a = kBrowserConnections));
  }
  return notes;
}

RunResult Summary::TheResult() const {
  const RoundChoice choice = Choice();
  RunResult result = {.recorded_at = {},
                      .environment = environment_,
                      .experiment = experiment_,
                      .calibration = TheCalibration(),
                      .models = All()};
  if (result.experiment.left_to_plan.repetitions)
    result.experiment.repetitions = std::max(1, result.calibration.rounds);
  std::vector<Evidence> evidence;
  const Conditions conditions = ConditionsOf(choice);
  for (ModelResult& model : result.models) {
    Evidence& known = evidence.emplace_back(EvidenceOf(model, choice));
    model.trace = rounds_.TraceOf(model.model, choice);
    if (!model.trace) continue;
    model.why = WhyOf(*model.trace, known, conditions, model.verdict.code);
    known.messages = model.why.front().code == ReasonCode::kMessages;
  }
  result.notes = Notes(choice);
  result.verdict = VerdictOfRun(evidence, conditions);
  Answer answer = AnswerOf(evidence, conditions);
  result.answer = std::move(answer.headline);
  result.reason = std::move(answer.reason);
  return result;
}

}  // namespace lab
