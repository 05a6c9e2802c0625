#include "tests/panel/headless.h"

#include <algorithm>
#include <cfloat>
#include <iterator>
#include <utility>

#include "experiment/presets.h"

namespace lab::panel {
namespace {

void Append(Actions& all, Actions frame) {
  std::ranges::move(frame.requests, std::back_inserter(all.requests));
  std::ranges::move(frame.announcements, std::back_inserter(all.announcements));
  if (frame.experiment) all.experiment = frame.experiment;
  if (frame.save) all.save = frame.save;
  if (frame.picture) all.picture = frame.picture;
  if (frame.recording) all.recording = frame.recording;
  all.open = all.open || frame.open;
  if (frame.copy) all.copy = frame.copy;
  if (frame.theme) all.theme = frame.theme;
  if (frame.link) all.link = frame.link;
}

}  // namespace

ImGuiContext* Headless::NewContext() {
  ImGuiContext* context = ImGui::CreateContext();
  ImGui::SetCurrentContext(context);
  ImGui::GetIO().IniFilename = nullptr;
  ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  return context;
}

Headless::Headless(Viewport view, const Experiment* experiment, std::vector<Error> complaints)
    : viewport(view),
      panel(experiment ? *experiment : MakeExperiment(ExperimentKind::kCount),
            std::move(complaints)),
      context_(NewContext()) {
  Settle();
}

Headless::~Headless() { ImGui::DestroyContext(context_); }

void Headless::Frame() {
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {viewport.width, viewport.height};
  io.DeltaTime = 0.016f;
  panel.Prepare(viewport);
  ImGui::NewFrame();
  Actions actions = panel.Draw(viewport);
  moving_ = actions.again_in_s == 0;
  Append(asked, std::move(actions));
  ImGui::Render();
}

void Headless::Settle() {
  constexpr int kMost = 60;
  for (int frame = 0; frame < 4 || (moving_ && frame < kMost); ++frame) Frame();
}

void Headless::ClickAt(float x, float y) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMousePosEvent(x, y);
  io.AddMouseButtonEvent(0, true);
  io.AddMouseButtonEvent(0, false);
  Settle();
  io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  Settle();
}

void Headless::Click(std::string_view name) {
  const Control* control = panel.focus().Find(name);
  if (control != nullptr)
    ClickAt((control->low.x + control->high.x) / 2, (control->low.y + control->high.y) / 2);
}

void Headless::Key(ImGuiKey key, ImGuiKey with) {
  ImGuiIO& io = ImGui::GetIO();
  if (with != ImGuiKey_None) io.AddKeyEvent(with, true);
  io.AddKeyEvent(key, true);
  Settle();
  io.AddKeyEvent(key, false);
  if (with != ImGuiKey_None) io.AddKeyEvent(with, false);
  Settle();
}

void Headless::Type(std::string_view text) {
  ImGui::GetIO().AddInputCharactersUTF8(std::string(text).c_str());
  Settle();
}

}  // namespace lab::panel
