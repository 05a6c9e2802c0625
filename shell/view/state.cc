#include "shell/view/state.h"

#include <algorithm>
#include <array>
#include <utility>

#include "experiment/experiment_info.h"
#include "experiment/model_info.h"
#include "experiment/settings.h"
#include "shell/view/figures.h"
#include "words/english/panel.h"

namespace lab::panel {
namespace {

// Besides the window's thread something else draws: the browser's compositor, or a driver without a
// graphics card.
constexpr int kDrawingCores = 2;

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

// The figures alone: traces can be large, so they are put aside meanwhile and not copied.
std::vector<ModelResult> WithoutTraces(std::vector<ModelResult>& models) {
  std::vector<ModelResult> figures;
  for (ModelResult& model : models) {
    std::optional<Trace> trace = std::exchange(model.trace, std::nullopt);
    figures.push_back(model);
    model.trace = std::move(trace);
  }
  return figures;
}

void TracesChanged(State& state, Outcome& outcome) {
  outcome.traces_version = ++state.traces_versions;
}

// Makes room for new figures; a sweep stands by itself and stays.
void Begin(State& state, Outcome& outcome, const Experiment& experiment) {
  outcome = Outcome{.kind = Outcome::Kind::kRunning,
                    .experiment = experiment,
                    .sweep = std::move(outcome.sweep),
                    .sweep_recorded = outcome.sweep_recorded,
                    .sweep_places = std::move(outcome.sweep_places)};
  TracesChanged(state, outcome);
}

// The result of a run, or of one from a file.
void Finish(State& state, Outcome& outcome, RunResult result) {
  outcome.kind = Outcome::Kind::kFinished;
  outcome.experiment = result.experiment;
  outcome.figures = WithoutTraces(result.models);
  outcome.skipped = result.unavailable;
  outcome.result = std::move(result);
  TracesChanged(state, outcome);
}

// A run that was broken off: what came in is kept, and can be saved.
void BreakOff(State& state, Outcome& outcome, Outcome::Kind kind) {
  outcome.kind = kind;
  if (state.run_so_far.any()) outcome.result = state.run_so_far.result();
  TracesChanged(state, outcome);
}

void On(State& state, const Ready& ready) {
  const auto runs = [](const std::vector<ModelStatus>& models) {
    return std::ranges::any_of(models, &ModelStatus::available);
  };
  // Where no engine started, one may yet.
  if (!state.environment || runs(ready.models) != runs(state.models)) {
    state.announcements.push_back(
        runs(ready.models)
            ? Phrase<words::kReady>()
            : Phrase<words::kNothingRuns>(
                  "reason"_a = ready.models.empty() ? "" : ready.models.front().reason));
  }
  state.environment = ready.environment;
  state.models = ready.models;
}

// What the engine has begun. Somebody else may have asked for it, e.g. a script on the page: it is
// shown all the same.
void Follow(State& state, Progress progress) {
  const bool ours = Ours(state, progress.run);
  progress.accepted = true;
  progress.cancelling = ours && state.progress->cancelling;
  if (!ours) ChangeExperiment(state, progress.experiment);
  state.progress = std::move(progress);
}

void TellLeft(State& state, double left_s) {
  if (state.progress->time) state.progress->time->Tell(state.heard_s, left_s);
}

void On(State& state, const Started& started) {
  Follow(state, {.run = started.run,
                 .kind = started.experiment.kind,
                 .experiment = started.experiment,
                 .trials = started.trials,
                 .time = Countdown(state.heard_s, started.left_s)});
  Begin(state, OutcomeOf(state, started.experiment.kind), started.experiment);
  OutcomeOf(state, started.experiment.kind).skipped = started.skipped;
  state.announcements.push_back(
      Phrase<words::kMeasuring>("experiment"_a = TitleOf(started.experiment)));
}

void On(State& state, const TrialStarted& trial) {
  if (!Ours(state, trial.run)) return;
  state.progress->model = trial.model;
  state.progress->repetition = trial.repetition;
  state.progress->warmup = trial.warmup;
}

void On(State& state, const TraceGrown& grown) {
  if (!Ours(state, grown.run)) return;
  Outcome& outcome = OutcomeOf(state, state.progress->kind);
  Grow(outcome.live_traces[grown.model], grown);
  TracesChanged(state, outcome);
}

void On(State& state, const TrialDone& trial) {
  if (!Ours(state, trial.run)) return;
  state.progress->done = trial.done;
  state.progress->trials = trial.trials;
  TellLeft(state, trial.left_s);
  if (trial.so_far) Keep(OutcomeOf(state, state.progress->kind).figures, *trial.so_far);
}

void On(State& state, const Calibrated& calibrated) {
  if (!Ours(state, calibrated.run)) return;
  TellLeft(state, calibrated.left_s);
  if (state.progress->sweep) return;
  OutcomeOf(state, state.progress->kind).calibration = calibrated.calibration;
  OutcomeOf(state, state.progress->kind).plan = calibrated.plan;
}

void On(State& state, const Finished& finished) {
  if (!Ours(state, finished.run)) return;
  Finish(state, OutcomeOf(state, state.progress->kind), finished.result);
  state.progress.reset();
  state.announcements.push_back(
      Sentences(std::array{finished.result.answer, finished.result.reason}));
}

void On(State& state, const SweepStarted& started) {
  Follow(state, {.run = started.run,
                 .kind = started.experiment.kind,
                 .experiment = started.experiment,
                 .sweep = true,
                 .trials = static_cast<int>(started.at.size()),
                 .time = Countdown(state.heard_s, started.left_s)});
  Outcome& outcome = OutcomeOf(state, started.experiment.kind);
  outcome.sweep.reset();
  outcome.sweep_recorded = false;
  outcome.sweep_places = started.at;
  state.announcements.push_back(
      Phrase<words::kMeasuringPoints>("experiment"_a = TitleOf(started.experiment)));
}

void On(State& state, const PointDone& point) {
  if (!Ours(state, point.run)) return;
  state.progress->done = point.done;
  state.progress->trials = point.points;
  TellLeft(state, point.left_s);
  OutcomeOf(state, state.progress->kind).sweep = point.so_far;
}

void On(State& state, const SweepFinished& finished) {
  if (!Ours(state, finished.run)) return;
  OutcomeOf(state, state.progress->kind).sweep = finished.result;
  state.progress.reset();
  state.announcements.push_back(
      Sentences(std::array{finished.result.answer, finished.result.reason}));
}

// A sweep that ended early keeps its points, marked with the reason.
void EndSweep(State& state, const Error& error) {
  Outcome& outcome = OutcomeOf(state, state.progress->kind);
  if (outcome.sweep) outcome.sweep->error = error;
  state.progress.reset();
}

// An engine that could not start at all fails without a run; that is shown where its result would
// be.
void On(State& state, const Failed& failed) {
  const bool homeless = failed.run == 0;
  if (!Ours(state, failed.run) && !homeless) return;
  const bool sweep = state.progress && state.progress->sweep;
  const ExperimentKind kind = state.progress ? state.progress->kind : state.experiment.kind;
  Outcome& outcome = OutcomeOf(state, kind);
  if (sweep) EndSweep(state, failed.error);
  else if (outcome.kind != Outcome::Kind::kRunning) Begin(state, outcome, state.experiment);
  BreakOff(state, outcome, Outcome::Kind::kFailed);
  for (const ModelResult& figure : failed.measured) Keep(outcome.figures, figure);
  outcome.error = failed.error;
  outcome.faulty_model = failed.model;
  state.progress.reset();
  state.announcements.push_back(Phrase<words::kRunFailedBecause>("fault"_a = failed.error.message,
                                                                 "next"_a = failed.error.next));
}

void On(State& state, const Cancelled& cancelled) {
  if (!Ours(state, cancelled.run)) return;
  if (state.progress->sweep)
    EndSweep(state, {.code = ErrorCode::kCancelled,
                     .message = Phrase<words::kSweepCancelled>(),
                     .next = Phrase<words::kSweepKeepsPoints>()});
  else BreakOff(state, OutcomeOf(state, state.progress->kind), Outcome::Kind::kCancelled);
  state.progress.reset();
  state.announcements.push_back(Phrase<words::kIsCancelled>());
}

// What is measured now stays where it is shown.
bool InTheWay(State& state, ExperimentKind kind, bool sweep) {
  if (!state.progress || state.progress->sweep != sweep || state.progress->kind != kind)
    return false;
  state.refused_file =
      Error{.code = ErrorCode::kBusy,
            .message = Phrase<words::kStillMeasuring>("what"_a = sweep ? "sweep" : "run"),
            .next = Phrase<words::kOpenAfterwards>()};
  state.announcements.push_back(
      Sentences(std::array{state.refused_file->message, state.refused_file->next}));
  return true;
}

}  // namespace

void Receive(State& state, const Notice& notice, double now_s) {
  state.heard_s = now_s;
  const auto* failed = std::get_if<Failed>(&notice);
  if (failed == nullptr || Ours(state, failed->run)) state.run_so_far.TakeIn(notice);
  std::visit([&](const auto& said) { On(state, said); }, notice);
}

void ShowRecorded(State& state, RunResult result) {
  Outcome& outcome = OutcomeOf(state, result.experiment.kind);
  if (outcome.kind != Outcome::Kind::kFinished || !outcome.result)
    return ShowInstead(state, std::move(result));
  if (state.experiment.kind != result.experiment.kind)
    ChangeExperiment(state, AsAsked(outcome.experiment));
  outcome.other = std::move(result);
  state.announcements.push_back(Phrase<words::kOpenedToCompare>());
}

void ShowInstead(State& state, RunResult result) {
  if (InTheWay(state, result.experiment.kind, /*sweep=*/false)) return;
  Outcome& outcome = OutcomeOf(state, result.experiment.kind);
  ChangeExperiment(state, AsAsked(result.experiment));
  state.announcements.push_back(
      Phrase<words::kOpened>("where"_a = WhereAndWhen(result), "answer"_a = result.answer));
  Begin(state, outcome, result.experiment);
  Finish(state, outcome, std::move(result));
  outcome.recorded = true;
}

void RefuseFile(State& state, const std::string& name, const Error& fault) {
  state.refused_file = fault;
  if (fault.message.find(name) == std::string::npos)
    state.refused_file->message =
        Phrase<words::kFaultOfFile>("file"_a = name, "fault"_a = fault.message);
  state.announcements.push_back(Sentences(std::array{state.refused_file->message, fault.next}));
}

void ShowRecorded(State& state, SweepResult result) {
  if (InTheWay(state, result.experiment.kind, /*sweep=*/true)) return;
  ChangeExperiment(state, AsAsked(result.experiment));
  Outcome& outcome = OutcomeOf(state, result.experiment.kind);
  state.announcements.push_back(Phrase<words::kOpenedSweep>("answer"_a = result.answer));
  outcome.sweep = std::move(result);
  outcome.sweep_recorded = true;
}

bool CanShowRecording(const State& state) {
  if (!state.environment || state.environment->platform != "web" || state.outcome().recorded)
    return false;
  const auto absent = [&](const std::string& model) {
    const ModelStatus* status = StatusOf(state, model);
    return status != nullptr && !status->available;
  };
  return std::ranges::any_of(state.experiment.models, absent);
}

const Trace* TraceOf(const Outcome& outcome, const std::string& model) {
  if (outcome.result) {
    const auto found = std::ranges::find(outcome.result->models, model, &ModelResult::model);
    if (found != outcome.result->models.end() && found->trace) return &*found->trace;
  }
  const auto live = outcome.live_traces.find(model);
  return live != outcome.live_traces.end() && live->second ? &*live->second : nullptr;
}

bool DrawingDisturbs(const State& state) {
  if (!state.progress || !state.environment || !InfoOf(state.progress->kind).computes())
    return false;
  const Experiment& experiment = state.progress->experiment;
  if (state.progress->model.empty()) return false;
  const int beside = Answers(state.progress->kind) ? experiment.busy : 0;
  const int computing = FactsOf(state.progress->model).parallel
                            ? std::min(experiment.workers, experiment.tasks) + beside
                            : 1;
  return computing + kDrawingCores > state.environment->cores;
}

bool CanRun(const State& state) {
  return !state.progress && state.environment &&
         state.experiment.kind != ExperimentKind::kUnknown &&
         std::ranges::any_of(state.models, &ModelStatus::available);
}

std::optional<RunRequest> StartRun(State& state) {
  if (!CanRun(state)) return std::nullopt;
  const int run = ++state.last_run;
  state.progress =
      Progress{.run = run, .kind = state.experiment.kind, .experiment = state.experiment};
  Begin(state, state.outcome(), state.experiment);
  return RunRequest{run, state.experiment};
}

Experiment SweepExperiment(const State& state) {
  Experiment experiment = state.experiment;
  if (InfoOf(experiment.kind).axis.kind != AxisKind::kWorkers) return experiment;
  const int cores = state.environment ? state.environment->cores : 1;
  const int waits = InfoOf(experiment.kind).computes() ? 1 : experiment.tasks;
  experiment.workers = std::clamp(std::max(2 * cores, waits), 2, MostWorkersOn(PlatformOf(state)));
  if (!experiment.points.empty())
    experiment.workers = std::max(1, static_cast<int>(experiment.points.back()));
  return experiment;
}

std::optional<SweepRequest> StartSweep(State& state) {
  if (!CanRun(state)) return std::nullopt;
  const int run = ++state.last_run;
  const Experiment experiment = SweepExperiment(state);
  state.progress =
      Progress{.run = run, .kind = experiment.kind, .experiment = experiment, .sweep = true};
  return SweepRequest{run, experiment};
}

std::optional<CancelRequest> CancelRun(State& state) {
  if (!state.progress || state.progress->cancelling) return std::nullopt;
  state.progress->cancelling = true;
  return CancelRequest{};
}

Experiment AsAsked(Experiment experiment) {
  experiment.unknown.clear();
  std::erase_if(experiment.models,
                [](const std::string& model) { return FindModel(model) == nullptr; });
  for (const Setting& setting : Settings(experiment.kind)) {
    if (SettingText(experiment, setting.name) == kAuto)
      experiment = WithSetting(experiment, setting.name, kAuto).value();
  }
  return experiment;
}

bool SettingsChanged(const State& state) {
  const Outcome& outcome = state.outcome();
  Experiment asked = AsAsked(state.experiment);
  std::erase_if(asked.models, [&](const std::string& model) {
    return std::ranges::find(outcome.skipped, model, &UnavailableModel::model) !=
           outcome.skipped.end();
  });
  const Experiment shown = AsAsked(outcome.experiment);
  if (state.environment && !state.environment->delays) asked.latency_only = shown.latency_only;
  return !(asked == shown);
}

std::string_view PlatformOf(const State& state) {
  return state.environment ? std::string_view(state.environment->platform) : "";
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
