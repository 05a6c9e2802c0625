#include "engine/summary.h"

#include <algorithm>

#include "base/checksum.h"
#include "base/text.h"
#include "experiment/model_names.h"
#include "experiment/settings.h"
#include "stats/answer.h"
#include "stats/speedup.h"

namespace lab {
namespace {

constexpr int kRepetitionsForSpread = 5;
// A sample of fewer timer steps than this is mostly rounding.
constexpr double kLeastTimerSteps = 20;

uint64_t ChecksumOf(const std::vector<TaskOutput>& outputs) {
  Checksum checksum;
  for (const TaskOutput& output : outputs) checksum.Add(output.checksum);
  return checksum.value();
}

double ValueOf(const std::vector<TaskOutput>& outputs) {
  double value = 0;
  for (const TaskOutput& output : outputs) value += output.value;
  return value;
}

const char* VerbOf(ExperimentKind kind) {
  switch (kind) {
    case ExperimentKind::kCount: return "count";
    case ExperimentKind::kDownloads: return "download";
    case ExperimentKind::kHeavy: return "sum";
  }
  return "work";
}

}  // namespace

void Summary::AddStartup(const std::string& model, double seconds) { samples_[model].startup_s = seconds; }

Result<double> Summary::Add(const Trial& trial, const TrialOutcome& outcome) {
  const uint64_t checksum = ChecksumOf(outcome.outputs);
  if (trial.model == kSequential) expected_.try_emplace(trial.warmup, checksum);
  const auto expected = expected_.find(trial.warmup);
  if (expected == expected_.end() || expected->second != checksum) {
    return Error{.code = ErrorCode::kWrongResult,
                 .message = trial.model + ": the tasks' results differ from the sequential ones.",
                 .next = experiment_.urls.empty() ? "This is a defect of the laboratory; please report it with the saved settings."
                                                  : "What a server sends must be the same every time to be compared: choose other addresses."};
  }
  const double seconds = Makespan(outcome.lanes);
  if (trial.warmup) return seconds;

  Samples& samples = samples_[trial.model];
  samples.seconds.push_back(seconds);
  if (outcome.handoffs) samples.handoffs.push_back(*outcome.handoffs);
  samples.checksum = checksum;
  samples.value = ValueOf(outcome.outputs);
  samples.shared_memory = outcome.shared_memory;
  samples.workers = static_cast<int>(outcome.lanes.size());
  return seconds;
}

std::optional<ModelResult> Summary::Of(const std::string& model) const {
  const auto found = samples_.find(model);
  const auto baseline = samples_.find(std::string(kSequential));
  if (found == samples_.end() || found->second.seconds.empty() || baseline == samples_.end()) return std::nullopt;
  const Samples& samples = found->second;
  ModelResult result = {.model = model,
                        .workers = samples.workers,
                        .samples_s = samples.seconds,
                        .median_s = Median(samples.seconds),
                        .startup_s = samples.startup_s,
                        .speedup = Speedup(baseline->second.seconds, samples.seconds),
                        .efficiency = 0,
                        .checksum = samples.checksum,
                        .value = samples.value,
                        .shared_memory = samples.shared_memory,
                        .handoffs = {}};
  // Waiting takes no core, so for downloads the workers themselves are the limit.
  const bool waiting = experiment_.kind == ExperimentKind::kDownloads;
  result.efficiency = result.speedup.ratio / (waiting ? samples.workers : std::min(samples.workers, environment_.cores));
  if (!samples.handoffs.empty()) result.handoffs = Median(samples.handoffs);
  return result;
}

std::vector<ModelResult> Summary::All() const {
  std::vector<ModelResult> results;
  for (const std::string& model : experiment_.models) {
    if (std::optional<ModelResult> result = Of(model)) results.push_back(std::move(*result));
  }
  return results;
}

bool Summary::SlowTimer() const {
  return std::ranges::any_of(samples_, [&](const auto& model) {
    return !model.second.seconds.empty() && Median(model.second.seconds) < kLeastTimerSteps * environment_.timer_step_s;
  });
}

std::vector<std::string> Summary::Notes() const {
  std::vector<std::string> notes;
  if (experiment_.repetitions < kRepetitionsForSpread) {
    notes.push_back(Format("%d repetition%s too few to tell how far the figures vary; %d is the least.", experiment_.repetitions,
                           experiment_.repetitions == 1 ? " is" : "s are", kRepetitionsForSpread));
  }
  if (SlowTimer()) {
    notes.push_back("Some trials lasted only a few steps of this clock (" + Duration(environment_.timer_step_s) + "): make the tasks larger.");
  }
  if (environment_.platform == "web" && WaitsForConnections(experiment_)) {
    notes.push_back(Format("A browser opens at most %d connections to a host, so more than %d workers wait for each other.", kBrowserConnections,
                           kBrowserConnections));
  }
  if (!environment_.optimised) notes.emplace_back("This is a debug build: its times say nothing.");
  return notes;
}

std::string Summary::TheAnswer() const {
  std::vector<Finding> findings;
  for (const ModelResult& result : All()) {
    findings.push_back({.model = result.model, .workers = result.workers, .speedup = result.speedup, .handoffs = result.handoffs});
  }
  const WorkKind work = experiment_.kind == ExperimentKind::kDownloads ? WorkKind::kWaiting : WorkKind::kComputing;
  return Answer(work, VerbOf(experiment_.kind), environment_.cores, findings);
}

}  // namespace lab
