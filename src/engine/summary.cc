#include "engine/summary.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "experiment/model_names.h"
#include "experiment/presets.h"
#include "experiment/settings.h"
#include "stats/answer.h"
#include "stats/estimate.h"
#include "stats/sample.h"

namespace lab {
namespace {

// The same times with the start-up in front of each.
std::vector<double> WithStartup(std::vector<double> seconds, double startup_s) {
  for (double& each : seconds) each += startup_s;
  return seconds;
}

// Whether its workers compute without waiting for each other.
bool Undisturbed(const std::string& model) {
  const ModelName* name = FindModelName(model);
  return model == kSequential || (name != nullptr && name->parallel);
}

}  // namespace

Summary::Summary(const Experiment& experiment, const Environment& environment) : experiment_(experiment), environment_(environment) {
  calibration_.timer_step_s = environment.timer_step_s;
}

void Summary::SetCapacity(const Capacity& capacity) {
  calibration_.effective_cores = capacity.cores;
  calibration_.stolen = capacity.stolen;
}

void Summary::SetPlan(const Experiment& planned, const Pace& pace) {
  experiment_ = planned;
  if (!InfoOf(experiment_.kind).computes) return;
  calibration_.task_s = experiment_.kind == ExperimentKind::kConvoy ? 0 : TaskSeconds(experiment_, pace);
  calibration_.task_size = CutByTime(experiment_) ? IterationsOf(experiment_, pace.iterations_per_s) : experiment_.size;
  calibration_.scaled = experiment_.left_to_plan.size && experiment_.calibrate;
}

void Summary::SetEnd(Stop stop, double took_s) {
  calibration_.stop = stop;
  calibration_.took_s = took_s;
}

void Summary::Note(const ConditionsRequest& conditions) {
  conditions_.hidden |= conditions.hidden;
  conditions_.on_battery |= conditions.on_battery;
}

void Summary::AddStartup(const std::string& model, double seconds) { startups_[model].push_back(seconds); }

std::optional<Error> Summary::Add(const Trial& trial, TrialOutcome outcome) {
  TrialSample sample = SampleOf(outcome);
  if (trial.model == kSequential && !expected_) expected_ = sample.checksum;
  if (expected_ != sample.checksum) {
    return Error{.code = ErrorCode::kWrongResult,
                 .message = trial.model + ": the tasks' results differ from the sequential ones.",
                 .next = experiment_.urls.empty() ? "This is a defect of the laboratory; please report it with the saved settings."
                                                  : "What a server sends must be the same every time to be compared: choose other addresses."};
  }
  trials_[trial.model].push_back(std::move(sample));
  if (outcome.trace) newest_[trial.model] = std::move(*outcome.trace);
  return std::nullopt;
}

void Summary::EndRound() { loads_.emplace_back(); }

void Summary::DropRound() {
  for (auto& [model, trials] : trials_) trials.resize(std::min(trials.size(), loads_.size()));
  newest_.clear();
}

void Summary::SetLoad(size_t from_round, std::optional<double> other_cores) {
  for (size_t round = from_round; round < loads_.size(); ++round) loads_[round] = other_cores;
  const std::vector<RoundLoad> loads = Loads();
  for (auto& [model, trace] : newest_) KeepTrace(model, {.trace = std::move(trace), .round = loads_.size() - 1, .quiet = Quiet(loads.back())});
  newest_.clear();
}

// The newest takes the kept one's place if it is quieter, or as quiet and closer to the median of all.
void Summary::KeepTrace(const std::string& model, const KeptTrace& newest) {
  const auto kept = kept_.find(model);
  std::vector<double> seconds;
  for (const TrialSample& trial : trials_[model]) seconds.push_back(trial.seconds);
  const double median = Median(seconds);
  const auto distance = [&](size_t round) { return std::fabs(seconds[round] - median); };
  if (kept != kept_.end()) {
    if (kept->second.quiet && !newest.quiet) return;
    if (kept->second.quiet == newest.quiet && distance(newest.round) >= distance(kept->second.round)) return;
  }
  kept_[model] = newest;
}

// Its number among the repetitions that count.
std::optional<Trace> Summary::TraceOf(const std::string& model, const RoundChoice& choice) const {
  const auto kept = kept_.find(model);
  if (kept == kept_.end()) return std::nullopt;
  Trace trace = kept->second.trace;
  const auto end = choice.counts.begin() + static_cast<std::ptrdiff_t>(std::min(kept->second.round, choice.counts.size()));
  trace.repetition = static_cast<int>(std::count(choice.counts.begin(), end, true));
  return trace;
}

WorkKind Summary::Work() const {
  if (experiment_.kind == ExperimentKind::kConvoy) return WorkKind::kAnswering;
  const bool computes = InfoOf(experiment_.kind).computes && !(experiment_.kind == ExperimentKind::kMixed && experiment_.cpu_share == 0);
  return computes ? WorkKind::kComputing : WorkKind::kWaiting;
}

// As the system tells, or else the tasks; what only waits is disturbed by nobody.
std::vector<RoundLoad> Summary::Loads() const {
  std::vector<RoundLoad> none(loads_.size());
  if (Work() == WorkKind::kWaiting) return none;
  if (std::ranges::any_of(loads_, [](const RoundLoad& load) { return load.has_value(); })) return loads_;
  if (Work() == WorkKind::kAnswering || load_told_) return none;
  std::vector<std::vector<TrialLoad>> models;
  for (const auto& [model, trials] : trials_) {
    if (!Undisturbed(model) || trials.size() < loads_.size()) continue;
    std::vector<TrialLoad>& rounds = models.emplace_back();
    for (size_t round = 0; round < loads_.size(); ++round) rounds.push_back(trials[round].load);
  }
  return LoadsFromTasks(models);
}

int Summary::quiet_rounds() const { return QuietRounds(Loads()); }

RoundChoice Summary::Choice() const {
  const std::vector<RoundLoad> loads = Loads();
  RoundChoice choice = ChooseRounds(loads, std::min(kFewestQuiet, experiment_.repetitions));
  // Nothing tells what others did in the rounds, but they took cores whenever those were measured.
  if (!choice.others && Work() == WorkKind::kComputing && !load_told_ && calibration_.stolen > kMostStolen) {
    choice.all_disturbed = true;
    choice.others = calibration_.stolen * environment_.cores;
  }
  return choice;
}

ModelSamples Summary::Counted(const std::string& model, const RoundChoice& choice) const {
  ModelSamples samples;
  const auto trials = trials_.find(model);
  if (trials == trials_.end()) return samples;
  for (size_t round = 0; round < trials->second.size(); ++round) {
    const bool under_way = round >= choice.counts.size();
    if (under_way || choice.counts[round]) samples.Add(trials->second[round]);
  }
  return samples;
}

// For what others may have changed.
Estimate Summary::WithRoom(const Estimate& estimate, int workers, const RoundChoice& choice) const {
  return Hedged(estimate, choice.others.value_or(0), std::min(workers, experiment_.tasks), std::max(1.0, calibration_.effective_cores));
}

// Of every model but the sequential one.
std::vector<Estimate> Summary::Speedups(const RoundChoice& choice) const {
  const ModelSamples baseline = Counted(std::string(kSequential), choice);
  std::vector<Estimate> speedups;
  for (const std::string& model : experiment_.models) {
    if (model != kSequential) speedups.push_back(Speedup(baseline.seconds, Counted(model, choice).seconds));
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
  for (const Estimate& speedup : Speedups(choice)) needed = std::max(needed, RoundsFor(speedup, rounds, experiment_.precision));
  return needed;
}

// As they were measured, or more: whoever computes twice as fast had two of them.
double Summary::CoresThere(const RoundChoice& choice) const {
  double cores = calibration_.effective_cores;
  const bool computes_alone = experiment_.kind == ExperimentKind::kCount || experiment_.kind == ExperimentKind::kHeavy;
  if (!computes_alone || choice.all_disturbed) return cores;
  const std::vector<double> baseline = Counted(std::string(kSequential), choice).seconds;
  for (const std::string& model : experiment_.models) {
    if (model == kSequential || !Undisturbed(model)) continue;
    const std::vector<double> seconds = Counted(model, choice).seconds;
    std::vector<double> ratios;
    for (size_t round = 0; round < std::min(baseline.size(), seconds.size()); ++round) {
      if (seconds[round] > 0) ratios.push_back(baseline[round] / seconds[round]);
    }
    cores = std::max(cores, Median(ratios));
  }
  return cores;
}

// The greatest speedup that could be had. Waiting takes no core: there the workers are the limit, and who
// computes for a part of the time only needs a part of a core.
double Summary::Limit(int workers, double cores) const {
  if (experiment_.kind == ExperimentKind::kMixed) return experiment_.cpu_share > 0 ? std::min<double>(workers, cores * 100 / experiment_.cpu_share) : workers;
  return InfoOf(experiment_.kind).computes ? std::min<double>(workers, cores) : workers;
}

std::optional<ModelResult> Summary::Of(const std::string& model) const { return FiguresOf(model, Choice()); }

std::optional<ModelResult> Summary::FiguresOf(const std::string& model, const RoundChoice& choice) const {
  const ModelSamples baseline = Counted(std::string(kSequential), choice);
  const ModelSamples samples = Counted(model, choice);
  if (samples.seconds.empty() || baseline.seconds.empty()) return std::nullopt;
  const double startup_s = Median(startups_.at(model));
  ModelResult result = {.model = model,
                        .workers = samples.workers,
                        .samples_s = samples.seconds,
                        .disturbed_s = {},
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
  const std::vector<TrialSample>& trials = trials_.at(model);
  for (size_t round = 0; round < std::min(trials.size(), choice.counts.size()); ++round) {
    if (!choice.counts[round]) result.disturbed_s.push_back(trials[round].seconds);
  }
  if (choice.all_disturbed && Work() == WorkKind::kComputing && model != kSequential) {
    for (Estimate* estimate : {&result.speedup, &result.cold_speedup}) *estimate = WithRoom(*estimate, samples.workers, choice);
  }
  if (samples.delays.empty()) result.efficiency = result.speedup.ratio / Limit(samples.workers, std::max(1.0, CoresThere(choice)));
  else result.response = ResponseOf(samples.delays);
  if (!result.response && model != kSequential) result.rounds_won = CountRounds(baseline.seconds, samples.seconds);
  if (!samples.handoffs.empty()) result.handoffs = Median(samples.handoffs);
  result.verdict = VerdictOf(EvidenceOf(result, choice), CircumstancesOf(choice));
  return result;
}

std::vector<ModelResult> Summary::All() const {
  const RoundChoice choice = Choice();
  std::vector<ModelResult> results;
  for (const std::string& model : experiment_.models) {
    if (std::optional<ModelResult> result = FiguresOf(model, choice)) results.push_back(std::move(*result));
  }
  return results;
}

Evidence Summary::EvidenceOf(const ModelResult& result, const RoundChoice& choice) const {
  Evidence evidence = {.model = result.model,
                       .workers = result.workers,
                       .tasks = experiment_.tasks,
                       .speedup = result.speedup,
                       .median_s = result.median_s,
                       .handoffs = result.handoffs,
                       .task_inflation = {}};
  const double alone = Median(Counted(std::string(kSequential), choice).task_seconds);
  if (alone > 0) evidence.task_inflation = Median(Counted(result.model, choice).task_seconds) / alone;
  return evidence;
}

Background Summary::BackgroundOf(const ModelResult& result, const RoundChoice& choice) const {
  return {.model = result.model,
          .task = experiment_.kind == ExperimentKind::kDownloads ? "download" : "task",
          .work = Work(),
          .reported_cores = environment_.cores,
          .effective_cores = CoresThere(choice),
          .median_s = result.median_s,
          .sequential_s = Median(Counted(std::string(kSequential), choice).seconds),
          .startup_s = result.startup_s,
          .speedup = result.speedup,
          .cpu_s = Counted(result.model, choice).CpuSeconds(),
          .noisy = result.verdict.code == VerdictCode::kNoisy,
          .too_short = result.verdict.code == VerdictCode::kTooShort};
}

// Of the sequential time, from the first third of the rounds that count to the last.
double Summary::DriftOf(const RoundChoice& choice) const {
  const std::vector<double> seconds = Counted(std::string(kSequential), choice).seconds;
  const size_t third = seconds.size() / 3;
  if (third < 2) return 0;
  const double first = Median(std::span(seconds).first(third));
  return first > 0 ? Median(std::span(seconds).last(third)) / first - 1 : 0;
}

Circumstances Summary::CircumstancesOf(const RoundChoice& choice) const {
  return {.work = Work(),
          .compute_share = experiment_.kind == ExperimentKind::kMixed ? experiment_.cpu_share / 100 : 1,
          .reported_cores = environment_.cores,
          .effective_cores = CoresThere(choice),
          .drift = DriftOf(choice),
          .other_cores = choice.others,
          .all_disturbed = choice.all_disturbed,
          .timer_step_s = environment_.timer_step_s,
          .repetitions = static_cast<int>(Counted(std::string(kSequential), choice).seconds.size()),
          .hidden = conditions_.hidden,
          .on_battery = conditions_.on_battery,
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
  const std::vector<RoundLoad> loads = Loads();
  double disturbing = 0;
  for (size_t round = 0; round < loads.size(); ++round) {
    if (choice.counts[round]) {
      ++calibration.rounds;
    } else {
      ++calibration.disturbed_rounds;
      disturbing += loads[round].value_or(0);
    }
  }
  if (calibration.disturbed_rounds > 0) calibration.disturbing_cores = disturbing / calibration.disturbed_rounds;
  return calibration;
}

std::vector<std::string> Summary::Notes(const RoundChoice& choice) const {
  std::vector<std::string> notes = Remarks(CircumstancesOf(choice));
  if (environment_.platform == "web" && WaitsForConnections(experiment_)) {
    notes.push_back(Format("A browser opens at most %d connections to a host, so more than %d workers wait for each other.", kBrowserConnections,
                           kBrowserConnections));
  }
  return notes;
}

RunResult Summary::TheResult() const {
  const RoundChoice choice = Choice();
  RunResult result = {.recorded_at = {}, .environment = environment_, .experiment = experiment_, .calibration = TheCalibration(), .models = All()};
  if (result.experiment.left_to_plan.repetitions) result.experiment.repetitions = std::max(1, result.calibration.rounds);
  std::vector<Evidence> evidence;
  for (const ModelResult& model : result.models) evidence.push_back(EvidenceOf(model, choice));
  for (ModelResult& model : result.models) {
    model.trace = TraceOf(model.model, choice);
    if (model.trace) model.why = WhyOf(*model.trace, BackgroundOf(model, choice));
  }
  const Circumstances circumstances = CircumstancesOf(choice);
  result.notes = Notes(choice);
  result.verdict = VerdictOfRun(evidence, circumstances);
  result.answer = Answer(std::string(InfoOf(experiment_.kind).verb), evidence, circumstances);
  return result;
}

}  // namespace lab
