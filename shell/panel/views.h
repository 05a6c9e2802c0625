// The views of the panel. Each draws a part of the state at the cursor and returns what the person
// asked for; none of them does anything itself. panel.cc puts them together.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "experiment/model_info.h"
#include "shell/panel/chart.h"
#include "shell/panel/state.h"
#include "shell/panel/timeline.h"
#include "shell/panel/ui.h"

namespace lab::panel {

// Whose program is shown.
struct CodeChoice {
  std::string model{ModelIn(ModelRole::kBound).name};
  std::string variant{};  // of report/code_variant.h; empty, or of another model: the first one
};

// What is folded out; the panel remembers it between frames.
struct Unfolded {
  bool settings = false;  // where there is one column
  bool more = false;     // settings
  bool details = false;
  bool code = false;
  CodeChoice code_choice{};
  bool help = false;
  bool save = false;     // what can be saved
  bool sweep_table = false;
  std::string told_model{};  // whose meaning was asked for
};

// Name, the machine in one line, theme and keys; in place of the name a way out of a frame with hardly any height.
struct HeaderAsked {
  bool own_tab = false;
  bool next_theme = false;
  bool help = false;
};
// What threads and processes really are on that machine and build.
std::string WorkersMeaning(const Environment& machine);
// At the cursor, as large as the layout has it.
HeaderAsked HeaderView(const Ui& ui, const State& state, std::string_view theme, bool framed);

// One question for each experiment: cards, or a row of chips with the settings to fold out behind them.
std::optional<ExperimentKind> ExperimentCards(const Ui& ui, ExperimentKind chosen);
std::optional<ExperimentKind> ExperimentChips(const Ui& ui, ExperimentKind chosen, bool& settings);

// The settings that matter for the experiment.
struct SettingsAsked {
  std::optional<Experiment> changed;
  std::optional<Error> refused;  // what was typed and cannot be
  bool undo = false;
};
SettingsAsked SettingsView(const Ui& ui, const State& state, Unfolded& open);

// Run or Cancel, what a run will take, and how far the one under way is at that instant of the panel's clock.
struct RunAsked {
  bool run = false;
  bool cancel = false;
};
RunAsked RunView(const Ui& ui, const State& state, double now_s);

// What is known in words: the question, the answer, or the error with its next step. Takes the
// same room whatever it says, so that nothing below moves.
void AnswerView(const Ui& ui, const State& state);

// The speedups as bars. `told`: the model whose meaning was asked for.
void BarsView(const Ui& ui, const State& state, const Chart& chart, std::string& told);

// How late answers came, in place of the speedups.
void ResponseView(const Ui& ui, const State& state, std::string& told);

// Copy, save, open, details, code, and a sweep.
struct ResultAsked {
  bool copy = false;
  bool open = false;
  bool sweep = false;
};
ResultAsked ResultActions(const Ui& ui, const State& state, Unfolded& open);
// What of the result is to be saved.
struct SaveAsked {
  bool result = false;
  bool table = false;
  bool trace = false;
  bool picture = false;
};
SaveAsked SaveView(const Ui& ui, const Outcome& outcome);
// Offers a recorded run where a model cannot run here; true when it is wanted.
bool RecordingOffer(const Ui& ui, const State& state);
void DetailsView(const Ui& ui, const State& state);

// The experiment as Python to copy, and the C++ that runs here.
struct CodeAsked {
  std::optional<std::string> copy;
};
CodeAsked CodeView(const Ui& ui, const Experiment& experiment, CodeChoice& choice);

// Why each model took as long as it did; nothing as long as that is not known.
void WhyView(const Ui& ui, const Outcome& outcome);

// What every lane did, on one axis for all models. `timeline` follows what the person does to it.
struct TimelineAsked {
  std::optional<std::string> announce;  // what was picked, in words
};
TimelineAsked TimelineView(const Ui& ui, const State& state, const Chart& chart, Timeline& timeline);

// The same for a picture that nobody can touch: all of it.
void TimelinePicture(const Ui& ui, const State& state, const Chart& chart);

// The curves of a sweep, and how it stands.
struct SweepStanding {
  std::string_view words{};            // after its heading: that it is recorded, or goes on
  std::span<const double> planned{};   // where points are still to come
};
struct SweepAsked {
  bool copy = false;
  bool save = false;
};
SweepAsked ScalingView(const Ui& ui, const SweepResult& sweep, const SweepStanding& standing, Unfolded& open);

// The figures that are shown beside those of a file; true when the file is to be closed.
bool ComparisonView(const Ui& ui, const RunResult& here, const RunResult& other);

// Complaints about the address or a file; true when they are dismissed.
bool ComplaintsView(const Ui& ui, const std::vector<Error>& complaints);

// What thread, process, GIL and the like mean; true when the glossary that says more is wanted.
bool WordsView(const Ui& ui);

// How to read the picture, and the keys, over everything.
struct HelpAsked {
  bool close = false;
  bool licences = false;
  bool glossary = false;
};
HelpAsked HelpView(const Ui& ui, const State& state);

}  // namespace lab::panel
