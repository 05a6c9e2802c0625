// A picture of a result for slides and papers: the answer, the bars, the lanes, the machine and the
// date, as wide as any page and as high as it needs to be, whatever the window. Drawn in an ImGui
// context of its own, which is the current one while the picture lives; then the former one is
// again.
#pragma once

#include "imgui.h"
#include "shell/toolkit/focus.h"
#include "shell/toolkit/fonts.h"
#include "shell/toolkit/text_field.h"
#include "shell/toolkit/ui.h"
#include "shell/view/state.h"

namespace lab::panel {

class Picture {
 public:
  // Of what `state` shows. `unit`: device pixels to one CSS pixel.
  Picture(const State& state, bool dark, float unit);
  ~Picture();
  Picture(const Picture&) = delete;
  Picture& operator=(const Picture&) = delete;

  // To be drawn with the font atlas of the current context, on that ground.
  const ImDrawData& data() const;
  int width() const { return static_cast<int>(width_); }  // device pixels
  int height() const { return static_cast<int>(height_); }
  ImU32 ground() const;

 private:
  // Returns the height that it needs.
  float Frame(const State& state, bool dark, float unit);

  ImGuiContext* const former_;
  ImGuiContext* const own_;
  FontSet fonts_;
  Focus focus_;
  Typing typing_;
  float width_ = 0;
  float height_ = 0;
};

}  // namespace lab::panel
