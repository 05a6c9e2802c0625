// The panel: shows the state and turns what a person does into actions. It does nothing itself and
// knows of the engine only notices and requests, so any engine (or a recorded run) can be behind
// it. Belongs to the thread that draws, and to the ImGui context that is current there.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "messages/codec.h"
#include "messages/messages.h"
#include "shell/panel/settings_view.h"
#include "shell/panel/unfolded.h"
#include "shell/timeline/timeline.h"
#include "shell/toolkit/fonts.h"
#include "shell/toolkit/layout.h"
#include "shell/panel/reveal.h"
#include "shell/toolkit/text_field.h"
#include "shell/view/chart.h"
#include "shell/view/state.h"

namespace lab::panel {

struct File {
  std::string name;
  std::string mime;
  std::string text;
};

// What the person (or the state of things) asks of the world outside, since the last frame.
struct Actions {
  std::vector<Request> requests;         // for the engine
  std::optional<Experiment> experiment;  // the settings are these now
  std::optional<File> save;
  std::optional<std::string> picture;  // of what is shown, to be saved by that name (see picture.h)
  bool open = false;  // a file, which the person chooses
  std::optional<std::string> recording;  // the recorded run of that name is to be shown
  std::optional<std::string> copy;
  std::vector<std::string> announcements;
  std::optional<std::string> theme;  // chosen: "auto", "light" or "dark"
  std::optional<std::string> link;  // to be opened; an empty one is the page itself
  std::optional<double> again_in_s;  // draw once more after that time, whatever happens
};

class Panel {
 public:
  Panel(const Experiment& experiment, std::vector<Error> complaints, std::string theme = "auto");

  void Receive(const Notice& notice);
  // A file with a result or a sweep: shown as recorded, or a complaint that names it and says what
  // is wrong with it.
  void Open(const std::string& name, std::string_view text);
  // The same from elsewhere, where the file has been read already.
  void Show(const std::string& name, lab::Result<SavedFile> file);
  // How far the reading of a file has come, from 0 to 1, for the line at the foot.
  void TellReading(const std::string& name, double share);
  // A result in place of the figures that are shown, not beside them.
  void Replay(const std::string& name, std::string_view text);
  // Settings from outside, e.g. the browser's back button.
  void Configure(const Experiment& experiment, std::vector<Error> complaints);
  // A line shown for a moment at the foot of the picture, and announced, e.g. where a file was
  // saved.
  void Tell(std::string line);

  // Before ImGui::NewFrame. True: the font atlas changed, upload it.
  bool Prepare(const Viewport& viewport);
  // Between ImGui::NewFrame and ImGui::Render.
  Actions Draw(const Viewport& viewport);

  // Whether the wheel has a use where the pointer is; negative: turned up.
  bool WheelMoves(float down) const;

  Focus& focus() { return focus_; }
  Typing& typing() { return typing_; }
  const State& state() const { return state_; }
  const Timeline& timeline() const { return timeline_; }

 private:
  Layout LayoutFor(Viewport viewport) const;
  void Keys(Actions& actions);
  void Side(const Ui& ui, Actions& actions);
  void Stage(const Ui& ui, Actions& actions);
  void RunBar(const Ui& ui, Actions& actions);
  void Questions(const Ui& ui);
  void Settings(const Ui& ui);
  void Figures(const Ui& ui, const Chart& chart, Actions& actions);
  void Save(const Ui& ui, Actions& actions);
  void WhatLanesDid(const Ui& ui, const Chart& chart, Actions& actions);
  void Comparison(const Ui& ui);
  void Scaling(const Ui& ui, Actions& actions);
  void Code(const Ui& ui, Actions& actions);
  void Header(const Ui& ui, Actions& actions);
  void Help(const Ui& ui, Actions& actions);
  void Line(const Ui& ui, Actions& actions);
  // Draws a part that can be asked for.
  template <typename Draw>
  void DrawPart(Part part, const Draw& draw) {
    reveal_.Show(part, still_, draw);
  }
  void Choose(std::optional<ExperimentKind> kind);
  void Follow(const SettingsAsked& asked);
  // What came of a file is to be seen: it, or why it is refused.
  void RevealFile(Part shown) { reveal_.Ask(state_.refused_file ? Part::kComplaints : shown); }
  // A refused address of a download may hold a password: then the world outside is told the
  // settings that are left.
  void ShowLine(std::string line);
  void ForgetRefused();
  void Run(Actions& actions);
  void Sweep(Actions& actions);
  void Cancel(Actions& actions);

  State state_;
  Experiment told_;  // the settings that the world outside knows
  bool tells_ = false;  // them in any case
  FontSet fonts_;
  Focus focus_;
  Typing typing_;
  Unfolded unfolded_;
  Timeline timeline_;
  Reveal reveal_;
  bool still_ = false;  // nothing is to move: for the person, or for what is measured
  std::string theme_;
  std::string line_;
  double line_until_ = 0;
  float side_end_ = 0;  // where the settings end, for Run to stand below them
  float height_ = 0;  // when nobody typed
  bool framed_ = false;
};

}  // namespace lab::panel
