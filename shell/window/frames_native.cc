#include <SDL.h>

#include <cmath>

#include "shell/window/frames.h"

namespace lab::window {

void RunFrames(Window& window) {
  while (!window.closed()) {
    const std::optional<double> next = window.Frame();
    if (window.closed() || next == 0) continue;
    if (next) {
      SDL_WaitEventTimeout(nullptr, static_cast<int>(std::ceil(*next * 1000)));
    } else {
      SDL_WaitEvent(nullptr);
    }
  }
}

void WakeFrames() {
  SDL_Event wake{};
  wake.type = SDL_USEREVENT;
  SDL_PushEvent(&wake);
}

}  // namespace lab::window
