#include "shell/panel/run_words.h"

#include <algorithm>

#include "base/text.h"
#include "experiment/model_info.h"
#include "experiment/plan.h"
#include "experiment/experiment_info.h"
#include "experiment/settings.h"
#include "shell/panel/figures.h"

namespace lab::panel {
namespace {

std::string StepText(const Progress& progress) {
  if (progress.cancelling) return "cancelling…";
  if (!progress.accepted || progress.model.empty()) return "getting the workers ready…";
  const std::string label = LabelOf(progress.model);
  if (progress.sweep) return Format("point %d of %d: ", std::min(progress.done + 1, progress.trials), progress.trials) + label;
  return progress.warmup ? "warming up " + label : Format("%s, round %d", label.c_str(), progress.repetition + 1);
}

bool CannotRun(const State& state, const std::string& model) {
  const ModelStatus* status = StatusOf(state, model);
  return status != nullptr && !status->available;
}

Experiment WhatCanRun(const State& state, Experiment experiment) {
  std::erase_if(experiment.models, [&](const std::string& model) { return CannotRun(state, model); });
  return experiment;
}

// What a run of this experiment found out here.
const Calibration* Found(const Outcome& outcome) {
  return outcome.result && !outcome.recorded ? &outcome.result->calibration : nullptr;
}

std::string SweptText(const State& state) {
  const Experiment experiment = SweepExperiment(state);
  const std::vector<double> points = SweepPoints(experiment);
  const std::string unit = " " + Phrase(*InfoOf(experiment.kind).axis.label);
  if (points.size() == 1) return Format("%g", points.front()) + unit;
  return Format("%g to %g", points.front(), points.back()) + unit;
}

}  // namespace

ExpectedTime ExpectedTimeOf(const State& state, bool sweep) {
  const Experiment experiment = WhatCanRun(state, sweep ? SweepExperiment(state) : state.experiment);
  return TimeFor(experiment, sweep, ExpectedPace(state.environment.value_or(Environment{}), experiment.kind, Found(state.outcome())));
}

std::string StatusText(const State& state) {
  if (!state.environment) return "Starting the laboratory…";
  if (!state.progress) {
    const int models = static_cast<int>(WhatCanRun(state, state.experiment).models.size());
    return Plural(models, "model", "models") + " · about " + RoughTime(ExpectedTimeOf(state, false).seconds);
  }
  const Progress& progress = *state.progress;
  const std::string text = StepText(progress);
  return progress.kind == state.experiment.kind ? text : Phrase(*InfoOf(progress.kind).title) + ": " + text;
}

std::string WarningText(const State& state) {
  if (!state.environment || state.progress) return "";
  const ExpectedTime time = ExpectedTimeOf(state, false);
  if (!time.fits()) return "Longer than the " + RoughTime(time.budget_s) + " of the time budget.";
  if (state.environment->platform == "web" && WaitsForConnections(state.experiment)) {
    return Format("A browser opens at most %d connections to a host.", kBrowserConnections);
  }
  return "";
}

std::string SweepLabel(const State& state, bool brief) {
  std::string label = "Sweep " + SweptText(state);
  if (!state.environment) return label;
  return label + (brief ? " · " : " · about ") + RoughTime(ExpectedTimeOf(state, true).seconds);
}

}  // namespace lab::panel
