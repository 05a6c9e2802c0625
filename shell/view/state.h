// What the panel knows: what is asked for, who answers, and the figures of each experiment. Plain
// values without a window, changed by notices and by the person's edits.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "messages/messages.h"
#include "messages/partial_result.h"
#include "shell/view/countdown.h"

namespace lab::panel {

// The figures of one experiment: none yet, on their way, finished, broken off, or from a file.
struct Outcome {
  enum class Kind { kNothing, kRunning, kFinished, kFailed, kCancelled };

  Kind kind = Kind::kNothing;
  Experiment experiment{};               // what was measured, not what is set now
  std::vector<ModelResult> figures{};    // in the order in which they came, without traces
  std::vector<UnavailableModel> skipped{};
  std::optional<RunResult> result{};     // when finished; when broken off, what came in before
  std::optional<Error> error{};          // when failed
  std::string faulty_model{};
  bool recorded = false;                 // opened from a file, not measured here
  // By model, of the latest trials of the run under way.
  std::map<std::string, std::optional<Trace>> live_traces{};
  uint64_t traces_version =
      0;           // another one whenever a trace has changed, and in every other outcome
  std::optional<Calibration> calibration{};  // of the run under way, once it is known
  std::string plan{};                    // of the run under way, in words
  std::optional<RunResult> other{};      // a file to compare these figures with
  std::optional<SweepResult> sweep{};    // the latest, perhaps still growing
  bool sweep_recorded = false;           // it was opened from a file
  std::vector<double> sweep_places{};    // where the latest was to measure
};

// The run under way.
struct Progress {
  int run = 0;
  ExperimentKind kind = ExperimentKind::kCount;
  Experiment experiment{}; // what is measured; of a sweep, with the most workers
  bool sweep = false;
  int done = 0;            // trials, or points of a sweep
  int trials = 0;
  std::optional<Countdown> time{};  // none until the engine has told
  std::string model{};     // whose trial it is now
  int repetition = 0;
  bool warmup = false;
  bool accepted = false;   // the engine has said Started
  bool cancelling = false;
};

struct State {
  Experiment experiment;                   // what the next run will measure
  std::vector<Experiment> earlier;         // for undo, the latest last
  std::vector<Error> complaints;           // about the URL, until dismissed
  std::optional<Error> refused_file;  // the latest one, until dismissed or another file is shown
  std::optional<Error> refused;  // the last edit that was not accepted
  std::optional<Environment> environment;  // none until the engine is ready
  std::vector<ModelStatus> models;
  // By ExperimentKind; the last is of one that is unknown here.
  std::array<Outcome, kExperimentKinds + 1> outcomes;
  std::optional<Progress> progress;
  PartialResult run_so_far;  // of the run under way or the last one
  int last_run = 0;
  double heard_s = 0;  // when the latest notice came
  uint64_t traces_versions = 0;  // given out so far
  std::vector<std::string> announcements;  // to be said to people who cannot see the canvas

  const Outcome& outcome() const { return outcomes[static_cast<size_t>(experiment.kind)]; }
  Outcome& outcome() { return outcomes[static_cast<size_t>(experiment.kind)]; }
};

// Takes in what the engine said, at that instant of the panel's clock. Notices of a run that is not
// the one under way change nothing.
void Receive(State& state, const Notice& notice, double now_s = 0);

// Shows a result from a file, labelled as recorded; or, where figures of the same experiment were
// measured here, beside those.
void ShowRecorded(State& state, RunResult result);
void ShowRecorded(State& state, SweepResult result);
// The same in place of the figures that are shown.
void ShowInstead(State& state, RunResult result);
// Says that a file of that name cannot be shown, and why, in place of what was said of the one
// before.
void RefuseFile(State& state, const std::string& name, const Error& fault);

// Whether a model that is wanted cannot run in this page, and the recorded run beside the page is
// not shown yet.
bool CanShowRecording(const State& state);

// What the model's lanes did: of the finished run, or of the latest trial of the one under way;
// null if that was not recorded.
const Trace* TraceOf(const Outcome& outcome, const std::string& model);

// Whether a trial is under way that computes on so many cores that drawing would be in its way.
bool DrawingDisturbs(const State& state);

// Whether somebody is there who can run a model, the experiment is known, and nothing is under way.
bool CanRun(const State& state);
// The request that starts a run of the current settings; nothing if there can be none.
std::optional<RunRequest> StartRun(State& state);
// The same for a sweep.
std::optional<SweepRequest> StartSweep(State& state);
// What a sweep measures: the current settings, up to twice the cores (for downloads, up to their
// number if that is more) or as many workers as its points have.
Experiment SweepExperiment(const State& state);
std::optional<CancelRequest> CancelRun(State& state);

// The experiment as it can be asked for again: without the values that the plan has chosen since,
// and without models and settings that are unknown here.
Experiment AsAsked(Experiment experiment);
// Whether Run would measure something else than what is shown. What the engine itself changed is no
// difference: it leaves out models that cannot run here, and waits where no server responds late.
bool SettingsChanged(const State& state);

// Where the engine runs; empty while unknown.
std::string_view PlatformOf(const State& state);

// Changes the settings, keeping the former ones for Undo. False if nothing changed.
bool ChangeExperiment(State& state, const Experiment& experiment);
bool Undo(State& state);

// The status of a model; null while unknown.
const ModelStatus* StatusOf(const State& state, std::string_view model);

}  // namespace lab::panel
