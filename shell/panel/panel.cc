#include "shell/panel/panel.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "experiment/presets.h"
#include "imgui_internal.h"
#include "shell/panel/seconds_now.h"
#include "shell/toolkit/pane.h"
#include "words/english/panel.h"

namespace lab::panel {

Panel::Panel(const Experiment& experiment, std::vector<Error> complaints, std::string theme)
    : told_(experiment), theme_(std::move(theme)) {
  state_.experiment = experiment;
  state_.complaints = std::move(complaints);
  ForgetRefused();
}

void Panel::ForgetRefused() {
  tells_ |= std::ranges::find(state_.complaints, "urls", &Error::field) != state_.complaints.end();
}

void Panel::Receive(const Notice& notice) { lab::panel::Receive(state_, notice, SecondsNow()); }

void Panel::Open(const std::string& name, std::string_view text) { Show(name, DecodeFile(text)); }

void Panel::Show(const std::string& name, lab::Result<SavedFile> file) {
  line_until_ = 0;  // it is read
  state_.refused_file.reset();
  if (file) std::visit([&](auto& kind) { ShowRecorded(state_, std::move(kind)); }, file.value());
  else RefuseFile(state_, name, file.error());
  const bool sweep = file && std::holds_alternative<SweepResult>(file.value());
  RevealFile(sweep ? Part::kSweep : state_.outcome().other ? Part::kComparison : Part::kAnswer);
}

void Panel::TellReading(const std::string& name, double share) {
  if (share == 0) state_.announcements.push_back(Phrase<words::kReading>("file"_a = name));
  ShowLine(Phrase<words::kReadingSoFar>("file"_a = name, "share"_a = std::round(share * 100)));
}

void Panel::Replay(const std::string& name, std::string_view text) {
  lab::Result<RunResult> result = DecodeResult(text);
  state_.refused_file.reset();
  if (result) ShowInstead(state_, std::move(result).value());
  else RefuseFile(state_, name, result.error());
  RevealFile(Part::kAnswer);
}

void Panel::Configure(const Experiment& experiment, std::vector<Error> complaints) {
  ChangeExperiment(state_, experiment);
  told_ = experiment;
  state_.complaints = std::move(complaints);
  ForgetRefused();
}

void Panel::Tell(std::string line) {
  state_.announcements.push_back(line);
  ShowLine(std::move(line));
}

void Panel::ShowLine(std::string line) {
  constexpr double kShownFor = 4;
  line_ = std::move(line);
  line_until_ = ImGui::GetTime() + kShownFor;
}

bool Panel::Prepare(const Viewport& viewport) {
  if (typing_.id == 0) height_ = viewport.height;
  const Layout layout = LayoutFor(viewport);
  return fonts_.RasteriseFor(layout.unit, viewport.touch, layout.compact);
}

// Where a touch keyboard comes the field that it came for stays.
Layout Panel::LayoutFor(Viewport viewport) const {
  viewport.uncovered = height_;
  return LayOut(viewport);
}

bool Panel::WheelMoves(float down) const {
  const bool zooms = ImGui::GetKeyOwner(ImGuiKey_MouseWheelY) != ImGuiKeyOwner_None &&
                     (down < 0 || !timeline_.fitted());
  return zooms || CanScroll(down);
}

void Panel::Run(Actions& actions) {
  auto request = StartRun(state_);
  if (!request) return;
  actions.requests.emplace_back(*std::move(request));
  reveal_.Ask(Part::kAnswer);
  unfolded_.told_model.clear();
}

void Panel::Sweep(Actions& actions) {
  auto request = StartSweep(state_);
  if (!request) return;
  actions.requests.emplace_back(*std::move(request));
  reveal_.Ask(Part::kSweep);
}

void Panel::Cancel(Actions& actions) {
  if (auto request = CancelRun(state_)) actions.requests.emplace_back(*request);
}

void Panel::Choose(std::optional<ExperimentKind> kind) {
  if (!kind || *kind == state_.experiment.kind) return;
  const Outcome& seen = state_.outcomes[static_cast<size_t>(*kind)];
  const bool never = seen.kind == Outcome::Kind::kNothing;
  ChangeExperiment(state_, never ? MakeExperiment(*kind) : AsAsked(seen.experiment));
  reveal_.Ask(Part::kAnswer);
  unfolded_.told_model.clear();
}

void Panel::Follow(const SettingsAsked& asked) {
  if (asked.changed) ChangeExperiment(state_, *asked.changed);
  if (asked.undo) Undo(state_);
  if (asked.refused) {
    state_.refused = asked.refused;
    state_.announcements.push_back(asked.refused->message);
  }
}

// Keys that work wherever the focus is, but not while somebody types.
void Panel::Keys(Actions& actions) {
  const ImGuiIO& io = ImGui::GetIO();
  const auto pressed = [](ImGuiKey key) { return ImGui::IsKeyPressed(key, false); };
  const bool typing = typing_.id != 0;
  const bool enter = pressed(ImGuiKey_Enter) || pressed(ImGuiKey_KeypadEnter);
  if (pressed(ImGuiKey_Escape)) {
    if (!std::exchange(unfolded_.help, false) && !typing) Cancel(actions);
  }
  if (unfolded_.help) return;
  if (enter && (io.KeyCtrl || (focus_.empty()))) Run(actions);
  if (typing) return;
  if (io.KeyCtrl && pressed(ImGuiKey_Z)) Undo(state_);
  if (io.KeyCtrl && pressed(ImGuiKey_C) && !state_.outcome().figures.empty())
    actions.copy = TableText(state_);
  if (io.KeyCtrl) return;
  int number = 0;
  for (const ExperimentInfo& info : Experiments()) {
    if (pressed(static_cast<ImGuiKey>(ImGuiKey_1 + number++))) Choose(info.kind);
  }
  for (const ImWchar character : io.InputQueueCharacters) {
    if (character == '?') unfolded_.help = true;
  }
}

}  // namespace lab::panel
