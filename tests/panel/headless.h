// A panel without a window: frames are drawn into memory, and a test presses what a person would.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "shell/panel/panel.h"
#include "tests/view/results.h"

namespace lab::panel {

class Headless {
 public:
  explicit Headless(Viewport viewport = {}, const Experiment* experiment = nullptr,
                    std::vector<Error> complaints = {});
  ~Headless();

  // A frame; what the panel asked for in it is added to `asked`.
  void Frame();
  // Frames until nothing is waiting.
  void Settle();
  void Click(std::string_view control);
  void ClickAt(float x, float y);
  void Key(ImGuiKey key, ImGuiKey with = ImGuiKey_None);
  void Type(std::string_view text);
  // Whether the panel asks for the next frame at once.
  bool moving() const { return moving_; }
  bool Shows(std::string_view control) { return panel.focus().Find(control) != nullptr; }

  Viewport viewport;
  Panel panel;
  Actions asked;

 private:
  static ImGuiContext* NewContext();

  ImGuiContext* context_;
  bool moving_ = false;
};

}  // namespace lab::panel
