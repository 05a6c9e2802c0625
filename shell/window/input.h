// SDL's events as input for Dear ImGui, in device pixels. The first finger is the pointer; two make
// a pinch.
#pragma once

#include <SDL.h>

#include <optional>

#include "shell/toolkit/layout.h"

namespace lab::window {

class Input {
 public:
  // `scale`: device pixels to one unit of SDL's mouse coordinates.
  void Handle(const SDL_Event& event, float scale, float width, float height);
  void set_touch(bool touch) { touch_ = touch; }
  bool touch() const { return touch_; }
  // The fingers that are down go on elsewhere, and press nothing here.
  void LetGo();
  // What two fingers did since it was last asked.
  panel::Pinch TakePinch();

 private:
  struct Touch {
    SDL_FingerID finger = 0;
    float x = 0, y = 0;
  };

  void Motion(const SDL_MouseMotionEvent& event, float scale);
  void MouseButton(const SDL_MouseButtonEvent& event, float scale);
  void Finger(const SDL_TouchFingerEvent& event, float width, float height);
  void Press(const Touch& touch);
  void Lift(const Touch& touch);
  void Move(const Touch& touch);
  void Key(const SDL_KeyboardEvent& event);

  bool touch_ = false;
  std::optional<Touch> first_;  // the pointer, or one of a pinch
  std::optional<Touch> second_;
  bool let_go_ = false;  // until all are lifted the first finger is no pointer any more
  panel::Pinch pinch_;
};

}  // namespace lab::window
