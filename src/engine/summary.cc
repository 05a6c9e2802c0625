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

WorkKind WorkOf(const Experiment& experiment) {
  if (experiment.kind == ExperimentKind::kConvoy) return WorkKind::kAnswering;
  const bool computes = InfoOf(experiment.kind).computes && !(experiment.kind == ExperimentKind::kMixed && experiment.cpu_share == 0);
  return computes ? WorkKind::kComputing : WorkKind::kWaiting;
}

// The same times with the start-up in front of each.
std::vector<double> WithStartup(std::vector<double> seconds, double startup_s) {
  for (double& each : seconds) each += startup_s;
  return seconds;
}

}  // namespace

Summary::Summary(const Experiment& experiment, const Environment& environment) : experiment_(experiment), environment_(environment) {
  calibration_.timer_step_s = environment.timer_step_s;
}

void Summary::SetBefore(const Capacity& capacity) {
  before_ = capacity;
  calibration_.effective_cores = capacity.cores;
  calibration_.stolen = capacity.stolen;
}

void Summary::SetAfter(const Capacity& capacity) {
  calibration_.drift = Drift(before_, capacity);
  calibration_.stolen = std::max(calibration_.stolen, capacity.stolen);
}

void Summary::SetTaskSize(const TaskSize& size) {
  if (!InfoOf(experiment_.kind).computes) return;
  calibration_.task_s = size.task_s();
  calibration_.task_size = size.size();
  calibration_.scaled = size.scaled();
}

void Summary::SetWarmups(int rounds, bool steady) {
  calibration_.warmups = rounds;
  calibration_.steady = steady || experiment_.warmups == 0;
}

void Summary::Note(const ConditionsRequest& conditions) {
  conditions_.hidden |= conditions.hidden;
  conditions_.on_battery |= conditions.on_battery;
}

void Summary::AddStartup(const std::string& model, double seconds) { samples_[model].startups.push_back(seconds); }

std::optional<Error> Summary::Add(const Trial& trial, TrialOutcome outcome) {
  const uint64_t checksum = ChecksumOf(outcome.outputs);
  if (trial.model == kSequential) expected_.try_emplace(trial.warmup, checksum);
  const auto expected = expected_.find(trial.warmup);
  if (expected == expected_.end() || expected->second != checksum) {
    return Error{.code = ErrorCode::kWrongResult,
                 .message = trial.model + ": the tasks' results differ from the sequential ones.",
                 .next = experiment_.urls.empty() ? "This is a defect of the laboratory; please report it with the saved settings."
                                                  : "What a server sends must be the same every time to be compared: choose other addresses."};
  }
  if (trial.warmup) return std::nullopt;

  samples_[trial.model].Add(trial.repetition, checksum, std::move(outcome));
  return std::nullopt;
}

const ModelSamples* Summary::Baseline() const {
  const auto found = samples_.find(std::string(kSequential));
  return found == samples_.end() || found->second.seconds.empty() ? nullptr : &found->second;
}

// The greatest speedup that could be had. Waiting takes no core: there the workers are the limit, and who
// computes for a part of the time only needs a part of a core.
double Summary::Limit(const ModelSamples& samples) const {
  const double workers = samples.workers;
  const double cores = std::max(1.0, calibration_.effective_cores);
  if (experiment_.kind == ExperimentKind::kMixed) return experiment_.cpu_share > 0 ? std::min(workers, cores * 100 / experiment_.cpu_share) : workers;
  return InfoOf(experiment_.kind).computes ? std::min(workers, cores) : workers;
}

std::optional<ModelResult> Summary::Of(const std::string& model) const {
  const auto found = samples_.find(model);
  const ModelSamples* baseline = Baseline();
  if (found == samples_.end() || found->second.seconds.empty() || baseline == nullptr) return std::nullopt;
  const ModelSamples& samples = found->second;
  const double startup_s = Median(samples.startups);
  ModelResult result = {.model = model,
                        .workers = samples.workers,
                        .samples_s = samples.seconds,
                        .median_s = Median(samples.seconds),
                        .mad_s = Mad(samples.seconds),
                        .outliers = Outliers(samples.seconds),
                        .startup_s = startup_s,
                        .warm_startup_s = Median(samples.warm_startups),
                        .speedup = Speedup(baseline->seconds, samples.seconds),
                        .cold_speedup = Speedup(baseline->seconds, WithStartup(samples.seconds, startup_s)),
                        .efficiency = 0,
                        .checksum = samples.checksum,
                        .value = samples.value,
                        .shared_memory = samples.shared_memory,
                        .handoffs = {},
                        .lanes = samples.Lanes(),
                        .memory_bytes = samples.memory_bytes,
                        .verdict = {}};
  if (samples.delays.empty()) result.efficiency = result.speedup.ratio / Limit(samples);
  else result.response = ResponseOf(samples.delays);
  if (!samples.handoffs.empty()) result.handoffs = Median(samples.handoffs);
  result.verdict = VerdictOf(EvidenceOf(result), TheCircumstances());
  return result;
}

std::vector<ModelResult> Summary::All() const {
  std::vector<ModelResult> results;
  for (const std::string& model : experiment_.models) {
    if (std::optional<ModelResult> result = Of(model)) results.push_back(std::move(*result));
  }
  return results;
}

Evidence Summary::EvidenceOf(const ModelResult& result) const {
  Evidence evidence = {.model = result.model,
                       .workers = result.workers,
                       .tasks = experiment_.tasks,
                       .speedup = result.speedup,
                       .median_s = result.median_s,
                       .handoffs = result.handoffs,
                       .task_inflation = {}};
  const double alone = Median(Baseline()->task_seconds);
  if (alone > 0) evidence.task_inflation = Median(samples_.at(result.model).task_seconds) / alone;
  return evidence;
}

Background Summary::BackgroundOf(const ModelResult& result) const {
  return {.model = result.model,
          .task = experiment_.kind == ExperimentKind::kDownloads ? "download" : "task",
          .work = TheCircumstances().work,
          .reported_cores = environment_.cores,
          .effective_cores = calibration_.effective_cores,
          .median_s = result.median_s,
          .sequential_s = Median(Baseline()->seconds),
          .startup_s = result.startup_s,
          .speedup = result.speedup,
          .cpu_s = samples_.at(result.model).CpuSeconds(),
          .noisy = result.verdict.code == VerdictCode::kNoisy,
          .too_short = result.verdict.code == VerdictCode::kTooShort};
}

Circumstances Summary::TheCircumstances() const {
  return {.work = WorkOf(experiment_),
          .compute_share = experiment_.kind == ExperimentKind::kMixed ? experiment_.cpu_share / 100 : 1,
          .reported_cores = environment_.cores,
          .effective_cores = calibration_.effective_cores,
          .stolen = calibration_.stolen,
          .drift = calibration_.drift,
          .other_cores = calibration_.other_cores,
          .timer_step_s = environment_.timer_step_s,
          .repetitions = Baseline() == nullptr ? 0 : static_cast<int>(Baseline()->seconds.size()),
          .steady = calibration_.steady,
          .warmups = calibration_.warmups,
          .hidden = conditions_.hidden,
          .on_battery = conditions_.on_battery,
          .governor = governor_,
          .optimised = environment_.optimised};
}

std::vector<std::string> Summary::Notes() const {
  std::vector<std::string> notes = Remarks(TheCircumstances());
  if (calibration_.scaled) {
    notes.push_back("A task of " + Grouped(static_cast<double>(experiment_.size)) + " iterations is too short to be timed; each had " +
                    Grouped(static_cast<double>(calibration_.task_size)) + " (" + Duration(calibration_.task_s) + "). \"calibrate\" switches that off.");
  }
  if (environment_.platform == "web" && WaitsForConnections(experiment_)) {
    notes.push_back(Format("A browser opens at most %d connections to a host, so more than %d workers wait for each other.", kBrowserConnections,
                           kBrowserConnections));
  }
  const int repetitions = TheCircumstances().repetitions;
  if (repetitions < experiment_.repetitions) {
    notes.push_back(Format("The time budget of %g s was enough for %d of %d repetitions.", experiment_.time_budget_s, repetitions, experiment_.repetitions));
  }
  return notes;
}

RunResult Summary::TheResult() const {
  RunResult result = {.recorded_at = {}, .environment = environment_, .experiment = experiment_, .calibration = calibration_, .models = All()};
  std::vector<Evidence> evidence;
  for (const ModelResult& model : result.models) evidence.push_back(EvidenceOf(model));
  for (ModelResult& model : result.models) {
    model.trace = samples_.at(model.model).trace;
    if (model.trace) model.why = WhyOf(*model.trace, BackgroundOf(model));
  }
  result.notes = Notes();
  result.verdict = VerdictOfRun(evidence, TheCircumstances());
  result.answer = Answer(std::string(InfoOf(experiment_.kind).verb), evidence, TheCircumstances());
  return result;
}

}  // namespace lab
