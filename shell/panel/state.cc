#include "shell/panel/state.h"

#include <algorithm>

#include "experiment/model_names.h"
#include "experiment/presets.h"

namespace lab::panel {
namespace {

constexpr size_t kUndoSteps = 50;

Outcome& OutcomeOf(State& state, ExperimentKind kind) {
  return state.outcomes[static_cast<size_t>(kind)];
}

bool Ours(const State& state, int run) { return state.progress && state.progress->run == run; }

void Keep(std::vector<ModelResult>& figures, const ModelResult& figure) {
  const auto same = std::ranges::find(figures, figure.model, &ModelResult::model);
  if (same == figures.end()) {
    figures.push_back(figure);
  } else {
    *same = figure;
  }
}

void On(State& state, const Ready& ready) {
  if (!state.environment) state.announcements.push_back("The laboratory is ready.");
  state.environment = ready.environment;
  state.models = ready.models;
}

// Also of a run that somebody else asked for, e.g. a script on the page: it is shown all the same.
void On(State& state, const Started& started) {
  const bool ours = Ours(state, started.run);
  state.progress = Progress{.run = started.run, .kind = started.experiment.kind,
                            .trials = started.trials, .accepted = true,
                            .cancelling = ours && state.progress->cancelling};
  if (!ours) ChangeExperiment(state, started.experiment);
  OutcomeOf(state, started.experiment.kind) = Outcome{.kind = Outcome::Kind::kRunning,
                                                      .experiment = started.experiment,
                                                      .skipped = started.skipped};
  state.announcements.push_back(std::string(InfoOf(started.experiment.kind).title) + ": measuring.");
}

void On(State& state, const TrialStarted& trial) {
  if (!Ours(state, trial.run)) return;
  state.progress->model = trial.model;
  state.progress->repetition = trial.repetition;
  state.progress->warmup = trial.warmup;
}

void On(State& state, const TrialDone& trial) {
  if (!Ours(state, trial.run)) return;
  state.progress->done = trial.done;
  state.progress->trials = trial.trials;
  state.progress->left_s = trial.left_s;
  if (trial.so_far) Keep(OutcomeOf(state, state.progress->kind).figures, *trial.so_far);
}

void On(State& state, const Finished& finished) {
  if (!Ours(state, finished.run)) return;
  OutcomeOf(state, state.progress->kind) = Outcome{.kind = Outcome::Kind::kFinished,
                                                   .experiment = finished.result.experiment,
                                                   .figures = finished.result.models,
                                                   .skipped = finished.result.unavailable,
                                                   .result = finished.result};
  state.progress.reset();
  state.announcements.push_back(finished.result.answer);
}

// An engine that could not start at all fails without a run; that is shown where its result would be.
void On(State& state, const Failed& failed) {
  const bool homeless = failed.run == 0;
  if (!Ours(state, failed.run) && !homeless) return;
  const ExperimentKind kind = state.progress ? state.progress->kind : state.experiment.kind;
  Outcome& outcome = OutcomeOf(state, kind);
  if (outcome.kind != Outcome::Kind::kRunning) outcome = Outcome{.experiment = state.experiment};
  outcome.kind = Outcome::Kind::kFailed;
  for (const ModelResult& figure : failed.measured) Keep(outcome.figures, figure);
  outcome.error = failed.error;
  outcome.faulty_model = failed.model;
  state.progress.reset();
  state.announcements.push_back("The run failed. " + failed.error.message + " " + failed.error.next);
}

void On(State& state, const Cancelled& cancelled) {
  if (!Ours(state, cancelled.run)) return;
  OutcomeOf(state, state.progress->kind).kind = Outcome::Kind::kCancelled;
  state.progress.reset();
  state.announcements.push_back("Cancelled.");
}

}  // namespace

void Receive(State& state, const Notice& notice) {
  std::visit([&](const auto& said) { On(state, said); }, notice);
}

void ShowRecorded(State& state, const RunResult& result) {
  ChangeExperiment(state, result.experiment);
  OutcomeOf(state, result.experiment.kind) = Outcome{.kind = Outcome::Kind::kFinished,
                                                     .experiment = result.experiment,
                                                     .figures = result.models,
                                                     .skipped = result.unavailable,
                                                     .result = result,
                                                     .recorded = true};
  state.announcements.push_back("Recorded result opened. " + result.answer);
}

bool DrawingDisturbs(const State& state) {
  if (!state.progress || !state.environment || state.progress->kind == ExperimentKind::kDownloads) return false;
  const ModelName* model = FindModelName(state.progress->model);
  const Experiment& experiment = state.outcomes[static_cast<size_t>(state.progress->kind)].experiment;
  return model != nullptr && model->parallel && std::min(experiment.workers, experiment.tasks) >= state.environment->cores;
}

bool CanRun(const State& state) {
  return !state.progress && state.environment && std::ranges::any_of(state.models, &ModelStatus::available);
}

std::optional<RunRequest> StartRun(State& state) {
  if (!CanRun(state)) return std::nullopt;
  const int run = ++state.last_run;
  state.progress = Progress{.run = run, .kind = state.experiment.kind};
  state.outcome() = Outcome{.kind = Outcome::Kind::kRunning, .experiment = state.experiment};
  return RunRequest{run, state.experiment};
}

std::optional<CancelRequest> CancelRun(State& state) {
  if (!state.progress || state.progress->cancelling) return std::nullopt;
  state.progress->cancelling = true;
  return CancelRequest{};
}

bool ChangeExperiment(State& state, const Experiment& experiment) {
  state.refused.reset();
  if (experiment == state.experiment) return false;
  state.earlier.push_back(state.experiment);
  if (state.earlier.size() > kUndoSteps) state.earlier.erase(state.earlier.begin());
  state.experiment = experiment;
  return true;
}

bool Undo(State& state) {
  state.refused.reset();
  if (state.earlier.empty()) return false;
  state.experiment = state.earlier.back();
  state.earlier.pop_back();
  return true;
}

const ModelStatus* StatusOf(const State& state, std::string_view model) {
  const auto found = std::ranges::find(state.models, model, &ModelStatus::model);
  return found == state.models.end() ? nullptr : &*found;
}

}  // namespace lab::panel
