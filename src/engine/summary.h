// From trials to figures: collects what came of them and says what it means. Pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/measured_rounds.h"
#include "messages/messages.h"
#include "experiment/plan.h"
#include "experiment/time_plan.h"
#include "stats/capacity.h"
#include "stats/rounds.h"

namespace lab {

class Summary {
 public:
  Summary(const Experiment& experiment, const Environment& environment);

  // What the machine gave; the best of several measurements.
  void SetCapacity(const Capacity& capacity);
  // What is measured: the experiment with the sizes that were chosen, on a machine of that pace.
  void SetPlan(const Experiment& planned, const Pace& pace);
  void SetWarmups(int of_each_model) { calibration_.warmups = of_each_model; }
  void SetEnd(Stop stop, double took_s);
  // What the page or the system says of its surroundings; what was once true is remembered.
  void Note(const ConditionsRequest& told);
  void SetGovernor(const std::string& governor) { governor_ = governor; }

  void AddStartup(const std::string& model, double seconds);

  // Takes a trial of the round under way in. An error of code kWrongResult if its results are not
  // those of the sequential trial.
  std::optional<Error> Add(const Trial& trial, TrialOutcome outcome);
  // All models have had their trial.
  void EndRound() { rounds_.End(); }
  // The trials of the round under way have never been.
  void DropRound() { rounds_.Drop(); }
  // Whether the system tells what others use at all.
  void TellsLoad(bool told) { rounds_.TellsLoad(told); }
  // What others used during the rounds from that one to the last, as the system tells.
  void SetLoad(size_t from_round, std::optional<double> other_cores) {
    rounds_.SetLoad(from_round, other_cores);
  }

  size_t rounds() const { return rounds_.size(); }
  int quiet_rounds() const { return rounds_.quiet(); }
  // Whether every model's interval is as narrow as the experiment asks, and about how many quiet
  // rounds that takes; infinity if it cannot be told yet.
  bool KnowsEnough() const;
  double RoundsNeeded() const;

  // The figures of a model up to here, without a trace and what it shows; nothing before it and the
  // baseline have been measured.
  std::optional<ModelResult> Of(const std::string& model) const;
  // Of all models, in the experiment's order, without traces.
  std::vector<ModelResult> All() const;

  Calibration TheCalibration() const;
  // Everything but when it was recorded and which models could not run.
  RunResult TheResult() const;

 private:
  RoundChoice Choice() const;
  std::vector<Estimate> Speedups(const RoundChoice& choice) const;
  Estimate WithRoom(const Estimate& estimate, int workers, const RoundChoice& choice) const;
  std::optional<ModelResult> FiguresOf(const std::string& model, const RoundChoice& choice) const;
  Evidence EvidenceOf(const ModelResult& result, const RoundChoice& choice) const;
  std::optional<double> TurnOf(const RoundChoice& choice) const;
  Conditions ConditionsOf(const RoundChoice& choice) const;
  std::vector<std::string> Notes(const RoundChoice& choice) const;
  double CoresThere(const RoundChoice& choice) const;
  double DriftOf(const RoundChoice& choice) const;

  Experiment experiment_;
  const Environment environment_;
  const WorkKind work_;
  MeasuredRounds rounds_;
  Calibration calibration_;
  ConditionsRequest told_;
  std::string governor_;
  std::map<std::string, std::vector<double>> startups_;  // by model
  std::optional<uint64_t> expected_;  // the sequential checksum
};

}  // namespace lab
