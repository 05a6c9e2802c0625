#include <algorithm>

#include "shell/window/surface.h"
#include "words/english/window.h"

namespace lab::window {

Result<Surface> MakeSurface(const char* title, int width, int height) {
  SDL_SetMainReady();
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#canvas");
  SDL_SetHint(SDL_HINT_EMSCRIPTEN_ASYNCIFY, "0");
  if (SDL_Init(SDL_INIT_VIDEO) == 0) {
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 2);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    SDL_GL_SetAttribute(SDL_GL_DEPTH_SIZE, 0);
    Surface surface{.shader_version = "#version 100"};
    surface.window =
        SDL_CreateWindow(title, 0, 0, width, height,
                         SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
    if (surface.window != nullptr) surface.context = SDL_GL_CreateContext(surface.window);
    if (surface.context != nullptr) return surface;
  }
  return Error{.code = ErrorCode::kUnavailable,
               .message = Phrase<words::kNoWebGl>(),
               .next = Phrase<words::kTurnOnWebGl>(),
               .field = {}};
}

void EndSurface(Surface&) {}

float PixelRatio(const Surface& surface, float wanted) {
  if (wanted > 0) return wanted;
  int width = 1;
  int pixels = 1;
  SDL_GetWindowSize(surface.window, &width, nullptr);
  SDL_GL_GetDrawableSize(surface.window, &pixels, nullptr);
  return static_cast<float>(pixels) / static_cast<float>(std::max(1, width));
}

}  // namespace lab::window
