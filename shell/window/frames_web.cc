#include <SDL.h>

#include "shell/window/frames.h"
#include "shell/window/page_calls.h"

namespace lab::window {
namespace {

int OnEvent(void*, SDL_Event*) {
  WakeFrames();
  return 0;
}

}  // namespace

void RunFrames(Window&) {
  SDL_AddEventWatch(OnEvent, nullptr);
  WakeFrames();
}

void WakeFrames() { page_next_frame(0); }

}  // namespace lab::window
