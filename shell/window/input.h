// SDL's events as input for Dear ImGui, in device pixels.
#pragma once

#include <SDL.h>

namespace lab::window {

class Input {
 public:
  // `scale`: device pixels to one unit of SDL's mouse coordinates.
  void Handle(const SDL_Event& event, float scale, float width, float height);
  void set_touch(bool touch) { touch_ = touch; }
  bool touch() const { return touch_; }

 private:
  void Motion(const SDL_MouseMotionEvent& event, float scale);
  void MouseButton(const SDL_MouseButtonEvent& event, float scale);
  void Finger(const SDL_TouchFingerEvent& event, float width, float height);
  void Key(const SDL_KeyboardEvent& event);

  bool touch_ = false;
  SDL_FingerID finger_ = 0;
  bool finger_down_ = false;
};

}  // namespace lab::window
