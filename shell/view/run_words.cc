#include "shell/view/run_words.h"

#include <algorithm>

#include "base/text.h"
#include "experiment/experiment_info.h"
#include "experiment/model_info.h"
#include "experiment/plan.h"
#include "experiment/settings.h"
#include "shell/view/figures.h"
#include "words/english/files.h"
#include "words/english/panel.h"

namespace lab::panel {
namespace {

std::string StepText(const Progress& progress) {
  if (progress.cancelling) return Phrase<words::kStepCancelling>();
  if (!progress.accepted || progress.model.empty()) return Phrase<words::kStepStarting>();
  const std::string label = LabelOf(progress.model);
  if (progress.sweep) {
    return Phrase<words::kStepPoint>("point"_a = std::min(progress.done + 1, progress.trials),
                                     "points"_a = progress.trials, "model"_a = label);
  }
  if (progress.warmup) return Phrase<words::kStepWarmUp>("model"_a = label);
  return Phrase<words::kStepRound>("model"_a = label, "round"_a = progress.repetition + 1);
}

bool CannotRun(const State& state, const std::string& model) {
  const ModelStatus* status = StatusOf(state, model);
  return status != nullptr && !status->available;
}

Experiment WhatCanRun(const State& state, Experiment experiment) {
  std::erase_if(experiment.models,
                [&](const std::string& model) { return CannotRun(state, model); });
  return experiment;
}

// What a run of this experiment found out here.
const Calibration* Found(const Outcome& outcome) {
  return outcome.result && !outcome.recorded ? &outcome.result->calibration : nullptr;
}

}  // namespace

ExpectedTime ExpectedTimeOf(const State& state, bool sweep) {
  const Experiment experiment =
      WhatCanRun(state, sweep ? SweepExperiment(state) : state.experiment);
  return TimeFor(experiment, sweep,
                 ExpectedPace(state.environment.value_or(Environment{}), experiment.kind,
                              Found(state.outcome())));
}

std::string StatusText(const State& state) {
  if (!state.environment) return Phrase<words::kStarting>();
  if (!state.progress && state.experiment.kind == ExperimentKind::kUnknown)
    return Phrase<words::kCannotRunUnknown>("name"_a = state.experiment.unknown_name);
  if (!state.progress) {
    const int models = static_cast<int>(WhatCanRun(state, state.experiment).models.size());
    return Phrase<words::kOutlook>("models"_a = models,
                                   "time"_a = RoughTime(ExpectedTimeOf(state, false).seconds));
  }
  const Progress& progress = *state.progress;
  if (progress.kind == state.experiment.kind) return StepText(progress);
  return Phrase<words::kStepElsewhere>("experiment"_a = TitleOf(progress.experiment),
                                       "step"_a = StepText(progress));
}

std::string WarningText(const State& state) {
  if (!state.environment || state.progress || state.experiment.kind == ExperimentKind::kUnknown)
    return "";
  const ExpectedTime time = ExpectedTimeOf(state, false);
  if (!time.fits()) return Phrase<words::kLongerThanBudget>("budget"_a = RoughTime(time.budget_s));
  if (state.environment->platform == "web" && WaitsForConnections(state.experiment)) {
    return Phrase<words::kConnectionsOfBrowser>("most"_a = kBrowserConnections);
  }
  return "";
}

std::string SweepLabel(const State& state, bool brief) {
  const Experiment experiment = SweepExperiment(state);
  const std::vector<double> points = SweepPoints(experiment);
  const SweepAxis& axis = InfoOf(experiment.kind).axis;
  const std::string time = state.environment ? RoughTime(ExpectedTimeOf(state, true).seconds) : "";
  return Phrase<words::kSweepButton>(
      "points"_a = points.size(), "point"_a = LabelAt(axis, points.front()),
      "first"_a = points.front(), "last"_a = points.back(), "axis"_a = LabelOf(axis),
      "time"_a = time, "room"_a = brief ? "narrow" : "wide");
}

}  // namespace lab::panel
