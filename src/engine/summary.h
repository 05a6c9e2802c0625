// From trials to figures: collects what came of them and says what it means. Pure.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/messages.h"
#include "engine/model_samples.h"
#include "engine/task_size.h"
#include "experiment/plan.h"
#include "stats/capacity.h"

namespace lab {

class Summary {
 public:
  Summary(const Experiment& experiment, const Environment& environment);

  // What the machine gave before and after the trials.
  void SetBefore(const Capacity& capacity);
  void SetAfter(const Capacity& capacity);
  void SetTaskSize(const TaskSize& size);
  void SetWarmups(int rounds, bool steady);
  void SetOtherCores(std::optional<double> cores) { calibration_.other_cores = cores; }
  // What the page or the system says of its surroundings; what was once true is remembered.
  void Note(const ConditionsRequest& conditions);
  void SetGovernor(const std::string& governor) { governor_ = governor; }

  void AddStartup(const std::string& model, double seconds);

  // Takes a trial in. An error of code kWrongResult if its results are not those of the sequential trial
  // of the same size.
  std::optional<Error> Add(const Trial& trial, TrialOutcome outcome);

  // The figures of a model up to here, without a trace and what it shows; nothing before it and the baseline have been measured.
  std::optional<ModelResult> Of(const std::string& model) const;
  // Of all models, in the experiment's order, without traces.
  std::vector<ModelResult> All() const;

  const Calibration& TheCalibration() const { return calibration_; }
  // Everything but when it was recorded and which models could not run.
  RunResult TheResult() const;

 private:
  const ModelSamples* Baseline() const;
  Evidence EvidenceOf(const ModelResult& result) const;
  Background BackgroundOf(const ModelResult& result) const;
  Circumstances TheCircumstances() const;
  std::vector<std::string> Notes() const;
  double Limit(const ModelSamples& samples) const;

  const Experiment experiment_;
  const Environment environment_;
  Calibration calibration_;
  Capacity before_;
  ConditionsRequest conditions_;
  std::string governor_;
  std::map<std::string, ModelSamples> samples_;
  std::map<bool, uint64_t> expected_;  // the sequential checksum, of warm-ups and of repetitions
};

}  // namespace lab
