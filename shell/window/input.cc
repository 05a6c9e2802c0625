#include "shell/window/input.h"

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <utility>

#include "imgui.h"

namespace lab::window {
namespace {

ImGuiKey KeyOf(SDL_Keycode code) {
  if (code >= SDLK_a && code <= SDLK_z) return static_cast<ImGuiKey>(ImGuiKey_A + (code - SDLK_a));
  if (code >= SDLK_0 && code <= SDLK_9) return static_cast<ImGuiKey>(ImGuiKey_0 + (code - SDLK_0));
  switch (code) {
    case SDLK_TAB: return ImGuiKey_Tab;
    case SDLK_LEFT: return ImGuiKey_LeftArrow;
    case SDLK_RIGHT: return ImGuiKey_RightArrow;
    case SDLK_UP: return ImGuiKey_UpArrow;
    case SDLK_DOWN: return ImGuiKey_DownArrow;
    case SDLK_PAGEUP: return ImGuiKey_PageUp;
    case SDLK_PAGEDOWN: return ImGuiKey_PageDown;
    case SDLK_HOME: return ImGuiKey_Home;
    case SDLK_END: return ImGuiKey_End;
    case SDLK_INSERT: return ImGuiKey_Insert;
    case SDLK_DELETE: return ImGuiKey_Delete;
    case SDLK_BACKSPACE: return ImGuiKey_Backspace;
    case SDLK_PLUS:
    case SDLK_EQUALS: return ImGuiKey_Equal;
    case SDLK_MINUS: return ImGuiKey_Minus;
    case SDLK_KP_PLUS: return ImGuiKey_KeypadAdd;
    case SDLK_KP_MINUS: return ImGuiKey_KeypadSubtract;
    case SDLK_SPACE: return ImGuiKey_Space;
    case SDLK_RETURN: return ImGuiKey_Enter;
    case SDLK_KP_ENTER: return ImGuiKey_KeypadEnter;
    case SDLK_ESCAPE: return ImGuiKey_Escape;
    default: return ImGuiKey_None;
  }
}

// The numeric pad while it is none.
SDL_Keycode WithoutNumLock(SDL_Keycode code) {
  switch (code) {
    case SDLK_KP_0: return SDLK_INSERT;
    case SDLK_KP_1: return SDLK_END;
    case SDLK_KP_2: return SDLK_DOWN;
    case SDLK_KP_3: return SDLK_PAGEDOWN;
    case SDLK_KP_4: return SDLK_LEFT;
    case SDLK_KP_6: return SDLK_RIGHT;
    case SDLK_KP_7: return SDLK_HOME;
    case SDLK_KP_8: return SDLK_UP;
    case SDLK_KP_9: return SDLK_PAGEUP;
    case SDLK_KP_PERIOD: return SDLK_DELETE;
    default: return code;
  }
}

// On a layout of other letters shortcuts are where Latin ones have them.
SDL_Keycode CodeOf(const SDL_Keysym& pressed) {
  const bool other_letter = pressed.sym > 0x7F && (pressed.sym & SDLK_SCANCODE_MASK) == 0;
  const bool has_latin = pressed.scancode >= SDL_SCANCODE_A && pressed.scancode <= SDL_SCANCODE_Z;
  if (other_letter && has_latin) return SDLK_a + (pressed.scancode - SDL_SCANCODE_A);
  return (pressed.mod & KMOD_NUM) != 0 ? pressed.sym : WithoutNumLock(pressed.sym);
}

int ButtonOf(Uint8 button) {
  return button == SDL_BUTTON_LEFT     ? 0
         : button == SDL_BUTTON_RIGHT  ? 1
         : button == SDL_BUTTON_MIDDLE ? 2
                                       : -1;
}

}  // namespace

void Input::Handle(const SDL_Event& event, float scale, float width, float height) {
  ImGuiIO& io = ImGui::GetIO();
  switch (event.type) {
    case SDL_MOUSEMOTION: return Motion(event.motion, scale);
    case SDL_MOUSEBUTTONDOWN:
    case SDL_MOUSEBUTTONUP: return MouseButton(event.button, scale);
    case SDL_MOUSEWHEEL: return io.AddMouseWheelEvent(-event.wheel.preciseX, event.wheel.preciseY);
    case SDL_FINGERDOWN:
    case SDL_FINGERMOTION:
    case SDL_FINGERUP: return Finger(event.tfinger, width, height);
    case SDL_TEXTINPUT: return io.AddInputCharactersUTF8(event.text.text);
    case SDL_KEYDOWN:
    case SDL_KEYUP: return Key(event.key);
    case SDL_WINDOWEVENT:
      if (event.window.event == SDL_WINDOWEVENT_LEAVE) io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
      if (event.window.event == SDL_WINDOWEVENT_FOCUS_LOST) io.AddFocusEvent(false);
      if (event.window.event == SDL_WINDOWEVENT_FOCUS_GAINED) io.AddFocusEvent(true);
      return;
    default: return;
  }
}

void Input::Motion(const SDL_MouseMotionEvent& event, float scale) {
  if (event.which == SDL_TOUCH_MOUSEID) return;  // the finger's own events say it better
  ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_Mouse);
  ImGui::GetIO().AddMousePosEvent(static_cast<float>(event.x) * scale,
                                  static_cast<float>(event.y) * scale);
}

void Input::MouseButton(const SDL_MouseButtonEvent& event, float scale) {
  const int button = ButtonOf(event.button);
  if (event.which == SDL_TOUCH_MOUSEID || button < 0) return;
  ImGuiIO& io = ImGui::GetIO();
  if (event.type == SDL_MOUSEBUTTONUP) touch_ = false;
  io.AddMouseSourceEvent(ImGuiMouseSource_Mouse);
  io.AddMousePosEvent(static_cast<float>(event.x) * scale, static_cast<float>(event.y) * scale);
  io.AddMouseButtonEvent(button, event.type == SDL_MOUSEBUTTONDOWN);
}

void Input::Finger(const SDL_TouchFingerEvent& event, float width, float height) {
  const Touch touch{event.fingerId, event.x * width, event.y * height};
  if (event.type == SDL_FINGERDOWN) Press(touch);
  if (event.type == SDL_FINGERMOTION) Move(touch);
  if (event.type == SDL_FINGERUP) Lift(touch);
}

// A second finger ends what the first one had begun, without pressing anything.
void Input::Press(const Touch& touch) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
  if (!first_) {
    first_ = touch;
    io.AddMousePosEvent(touch.x, touch.y);
    io.AddMouseButtonEvent(0, true);
  } else if (!second_) {
    second_ = touch;
    LetGo();
  }
}

void Input::Move(const Touch& touch) {
  std::optional<Touch>& moved = second_ && second_->finger == touch.finger ? second_ : first_;
  if (!moved || moved->finger != touch.finger) return;
  if (!let_go_) {
    ImGui::GetIO().AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    ImGui::GetIO().AddMousePosEvent(touch.x, touch.y);
    moved = touch;
    return;
  }
  if (!second_) return;
  const auto apart = [&] {
    return std::max(1.0f, std::hypot(first_->x - second_->x, first_->y - second_->y));
  };
  const float before = apart();
  const float middle = (first_->x + second_->x) / 2;
  moved = touch;
  pinch_.x = (first_->x + second_->x) / 2;
  pinch_.y = (first_->y + second_->y) / 2;
  pinch_.moved += pinch_.x - middle;
  pinch_.spread *= apart() / before;
}

// It leaves no pointer behind. The one that is left of two has to be lifted as well before it can
// press again.
void Input::Lift(const Touch& touch) {
  if (second_ && second_->finger == touch.finger) {
    second_.reset();
  } else if (first_ && first_->finger == touch.finger) {
    first_ = std::exchange(second_, std::nullopt);
    if (!let_go_) {
      ImGui::GetIO().AddMousePosEvent(touch.x, touch.y);
      ImGui::GetIO().AddMouseButtonEvent(0, false);
      ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    }
  }
  if (first_) return;
  let_go_ = false;
  touch_ = true;  // from the next frame on, so that nothing moves under the finger
}

// Takes the pointer away first, so that nothing is pressed.
void Input::LetGo() {
  if (!first_ || std::exchange(let_go_, true)) return;
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  ImGui::GetIO().AddMouseButtonEvent(0, false);
}

panel::Pinch Input::TakePinch() { return std::exchange(pinch_, {}); }

void Input::Key(const SDL_KeyboardEvent& event) {
  ImGuiIO& io = ImGui::GetIO();
  const auto held = static_cast<SDL_Keymod>(event.keysym.mod);
  io.AddKeyEvent(ImGuiMod_Ctrl, (held & (KMOD_CTRL | KMOD_GUI)) != 0);
  io.AddKeyEvent(ImGuiMod_Shift, (held & KMOD_SHIFT) != 0);
  io.AddKeyEvent(ImGuiMod_Alt, (held & KMOD_ALT) != 0);
  const ImGuiKey key = KeyOf(CodeOf(event.keysym));
  if (key != ImGuiKey_None) io.AddKeyEvent(key, event.type == SDL_KEYDOWN);
}

}  // namespace lab::window
