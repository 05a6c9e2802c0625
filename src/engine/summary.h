// From trials to figures: collects what came of them and says what it means. Pure.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/result.h"
#include "experiment/plan.h"
#include "model/model.h"

namespace lab {

class Summary {
 public:
  Summary(const Experiment& experiment, const Environment& environment) : experiment_(experiment), environment_(environment) {}

  void AddStartup(const std::string& model, double seconds);

  // Takes a trial in; its makespan in seconds. An error of code kWrongResult if its results are not
  // those of the sequential trial of the same size.
  Result<double> Add(const Trial& trial, const TrialOutcome& outcome);

  // The figures of a model up to here; nothing before its first counted repetition.
  std::optional<ModelResult> Of(const std::string& model) const;
  // Of all models, in the experiment's order.
  std::vector<ModelResult> All() const;

  // Sentences that belong beside the figures, and the finding.
  std::vector<std::string> Notes() const;
  std::string TheAnswer() const;

 private:
  struct Samples {
    std::vector<double> seconds;
    std::vector<double> handoffs;
    double startup_s = 0;
    uint64_t checksum = 0;
    double value = 0;
    bool shared_memory = false;
    int workers = 1;
  };
  bool SlowTimer() const;

  const Experiment experiment_;
  const Environment environment_;
  std::map<std::string, Samples> samples_;
  std::map<bool, uint64_t> expected_;  // the sequential checksum, of warm-ups and of repetitions
};

}  // namespace lab
