#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "shell/window/surface.h"
#include "words/english/window.h"

namespace lab::window {
namespace {

Error NoWindow(std::string_view cause = SDL_GetError()) {
  return {.code = ErrorCode::kUnavailable,
          .message = Phrase<words::kNoSurface>("cause"_a = cause),
          .next = Phrase<words::kNeedsDesktop>(),
          .field = {}};
}

// Where there is no desktop SDL draws for nobody. That is of use to those who ask for it only.
bool ShowsNothing(std::string_view driver) { return driver == "offscreen" || driver == "dummy"; }

// A size that was remembered from a larger screen has to fit on this one.
void FitOnScreen(int& width, int& height) {
  SDL_Rect free{};
  if (SDL_GetDisplayUsableBounds(0, &free) != 0) return;
  width = std::min(width, free.w);
  height = std::min(height, free.h);
}

}  // namespace

Result<Surface> MakeSurface(const char* title, int width, int height) {
  SDL_SetMainReady();
  if (SDL_Init(SDL_INIT_VIDEO) != 0) return NoWindow();
  if (ShowsNothing(SDL_GetCurrentVideoDriver()) && std::getenv("SDL_VIDEODRIVER") == nullptr) {
    SDL_Quit();
    return NoWindow(Phrase<words::kNoDisplay>());
  }
  FitOnScreen(width, height);
  SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
  SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
  SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 2);
  SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
  Surface surface{.shader_version = "#version 150"};
  surface.window =
      SDL_CreateWindow(title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, width, height,
                       SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI);
  if (surface.window == nullptr) return NoWindow();
  SDL_SetWindowMinimumSize(surface.window, 320, 320);
  surface.context = SDL_GL_CreateContext(surface.window);
  if (surface.context == nullptr) {
    const Error error = NoWindow();
    EndSurface(surface);
    return error;
  }
  SDL_GL_SetSwapInterval(1);
  SDL_EventState(SDL_DROPFILE, SDL_ENABLE);
  return surface;
}

void EndSurface(Surface& surface) {
  if (surface.context != nullptr) SDL_GL_DeleteContext(surface.context);
  if (surface.window != nullptr) SDL_DestroyWindow(surface.window);
  surface = Surface();
  SDL_Quit();
}

// X11 has no ratio of its own; desktops there set GDK_SCALE.
float PixelRatio(const Surface& surface, float wanted) {
  if (wanted > 0) return wanted;
  int width = 1;
  int pixels = 1;
  SDL_GetWindowSize(surface.window, &width, nullptr);
  SDL_GL_GetDrawableSize(surface.window, &pixels, nullptr);
  float ratio = static_cast<float>(pixels) / static_cast<float>(std::max(1, width));
  const char* scale = std::getenv("GDK_SCALE");
  if (ratio == 1 && scale != nullptr) ratio = std::clamp(std::strtof(scale, nullptr), 1.0f, 4.0f);
  return ratio;
}

}  // namespace lab::window
