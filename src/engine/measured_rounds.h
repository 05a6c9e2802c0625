// The rounds of a run: the samples of every model, what others used meanwhile, and which rounds
// count. Keeps the trace of each model's repetition that is most like the others. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/model_samples.h"
#include "stats/rounds.h"
#include "stats/verdict.h"
#include "trace/trace.h"

namespace lab {

// Whether a model's workers compute without waiting for each other.
bool ComputesInParallel(const std::string& model);

class MeasuredRounds {
 public:
  // Of tasks that mostly do this.
  explicit MeasuredRounds(WorkKind work) : work_(work) {}

  // A trial of the round under way.
  void Add(const std::string& model, TrialSample sample, std::optional<Trace> trace);
  // All models have had their trial.
  void End() { loads_.emplace_back(); }
  // The trials of the round under way have never been.
  void Drop();
  // Whether the system tells what others use at all.
  void TellsLoad(bool told) { load_told_ = told; }
  bool tells_load() const { return load_told_; }
  // What others used during the rounds from that one to the last, as the system tells.
  void SetLoad(size_t from_round, std::optional<double> other_cores);

  // Those that have ended, and those of them that others left alone.
  size_t size() const { return loads_.size(); }
  int quiet() const { return QuietRounds(Loads()); }
  // What others used in each: as the system tells, or else the tasks.
  std::vector<RoundLoad> Loads() const;
  RoundChoice Choice(int fewest_quiet) const { return ChooseRounds(Loads(), fewest_quiet); }

  // The samples of a model in the rounds that count, with those of the round under way.
  ModelSamples Counted(const std::string& model, const RoundChoice& choice) const;
  // The times of those that do not, in seconds.
  std::vector<double> NotCounted(const std::string& model, const RoundChoice& choice) const;
  // With its number among the repetitions that count; empty if none was recorded.
  std::optional<Trace> TraceOf(const std::string& model, const RoundChoice& choice) const;

 private:
  struct KeptTrace {
    Trace trace;
    size_t round = 0;
    bool quiet = false;
  };

  void KeepTrace(const std::string& model, const KeptTrace& newest);

  const WorkKind work_;
  std::map<std::string, std::vector<TrialSample>> trials_;  // by model, then round
  std::vector<RoundLoad> loads_;  // of the rounds that have ended, as the system tells
  std::map<std::string, Trace> newest_;  // of the round under way
  std::map<std::string, KeptTrace> kept_;
  bool load_told_ = false;
};

}  // namespace lab
