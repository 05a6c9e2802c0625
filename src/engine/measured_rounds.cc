#include "engine/measured_rounds.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "experiment/model_info.h"
#include "stats/sample.h"

namespace lab {

bool ComputesInParallel(const std::string& model) {
  const ModelFacts facts = FactsOf(model);
  return facts.role == ModelRole::kBaseline || facts.parallel;
}

void MeasuredRounds::Add(const std::string& model, TrialSample sample, std::optional<Trace> trace) {
  trials_[model].push_back(std::move(sample));
  if (trace) newest_[model] = std::move(*trace);
}

void MeasuredRounds::Drop() {
  for (auto& [model, trials] : trials_) trials.resize(std::min(trials.size(), loads_.size()));
  newest_.clear();
}

void MeasuredRounds::SetLoad(size_t from_round, std::optional<double> other_cores) {
  for (size_t round = from_round; round < loads_.size(); ++round) loads_[round] = other_cores;
  const std::vector<RoundLoad> loads = Loads();
  for (auto& [model, trace] : newest_)
    KeepTrace(
        model,
        {.trace = std::move(trace), .round = loads_.size() - 1, .quiet = Quiet(loads.back())});
  newest_.clear();
}

// The newest takes the kept one's place if it is quieter, or as quiet and closer to the median of
// all.
void MeasuredRounds::KeepTrace(const std::string& model, const KeptTrace& newest) {
  const auto kept = kept_.find(model);
  std::vector<double> seconds;
  for (const TrialSample& trial : trials_[model]) seconds.push_back(trial.seconds);
  const double median = Median(seconds);
  const auto distance = [&](size_t round) { return std::fabs(seconds[round] - median); };
  if (kept != kept_.end()) {
    if (kept->second.quiet && !newest.quiet) return;
    if (kept->second.quiet == newest.quiet &&
        distance(newest.round) >= distance(kept->second.round))
      return;
  }
  kept_[model] = newest;
}

std::optional<Trace> MeasuredRounds::TraceOf(const std::string& model,
                                             const RoundChoice& choice) const {
  const auto kept = kept_.find(model);
  if (kept == kept_.end()) return std::nullopt;
  Trace trace = kept->second.trace;
  const auto end = choice.counts.begin() +
                   static_cast<std::ptrdiff_t>(std::min(kept->second.round, choice.counts.size()));
  trace.repetition = static_cast<int>(std::count(choice.counts.begin(), end, true));
  return trace;
}

// What only waits is disturbed by nobody.
std::vector<RoundLoad> MeasuredRounds::Loads() const {
  std::vector<RoundLoad> none(loads_.size());
  if (work_ == WorkKind::kWaiting) return none;
  if (std::ranges::any_of(loads_, [](const RoundLoad& load) { return load.has_value(); }))
    return loads_;
  if (work_ == WorkKind::kAnswering || load_told_) return none;
  std::vector<std::vector<TrialLoad>> models;
  for (const auto& [model, trials] : trials_) {
    if (!ComputesInParallel(model) || trials.size() < loads_.size()) continue;
    std::vector<TrialLoad>& rounds = models.emplace_back();
    for (size_t round = 0; round < loads_.size(); ++round) rounds.push_back(trials[round].load);
  }
  return LoadsFromTasks(models);
}

ModelSamples MeasuredRounds::Counted(const std::string& model, const RoundChoice& choice) const {
  ModelSamples samples;
  const auto trials = trials_.find(model);
  if (trials == trials_.end()) return samples;
  for (size_t round = 0; round < trials->second.size(); ++round) {
    const bool under_way = round >= choice.counts.size();
    if (under_way || choice.counts[round]) samples.Add(trials->second[round]);
  }
  return samples;
}

std::vector<double> MeasuredRounds::NotCounted(const std::string& model,
                                               const RoundChoice& choice) const {
  std::vector<double> seconds;
  const auto trials = trials_.find(model);
  if (trials == trials_.end()) return seconds;
  for (size_t round = 0; round < std::min(trials->second.size(), choice.counts.size()); ++round) {
    if (!choice.counts[round]) seconds.push_back(trials->second[round].seconds);
  }
  return seconds;
}

}  // namespace lab
