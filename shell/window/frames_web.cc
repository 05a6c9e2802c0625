#include <SDL.h>

#include "shell/window/frames.h"
#include "shell/window/page_calls.h"

namespace lab::window {
namespace {

// SDL marks the end of each poll with an event of its own; that is no reason to draw.
int OnEvent(void*, SDL_Event* event) {
  if (event->type != SDL_POLLSENTINEL) WakeFrames();
  return 0;
}

}  // namespace

void RunFrames(Window&) {
  SDL_AddEventWatch(OnEvent, nullptr);
  WakeFrames();
}

void WakeFrames() { page_next_frame(0); }

}  // namespace lab::window
