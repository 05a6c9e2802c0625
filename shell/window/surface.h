// An SDL window with an OpenGL context for Dear ImGui, and how many device pixels it has. One .cc
// for each platform, chosen by CMake.
#pragma once

#include <SDL.h>

#include <string>

#include "base/result.h"

namespace lab::window {

struct Surface {
  SDL_Window* window = nullptr;
  SDL_GLContext context = nullptr;
  const char* shader_version = nullptr;  // what the renderer is to write first in its shaders
};

// `width` and `height` in CSS pixels; on the web the canvas's own size counts.
Result<Surface> MakeSurface(const char* title, int width, int height);
void EndSurface(Surface& surface);

// Device pixels to one CSS pixel; `wanted` overrules what the system says if it is above 0.
float PixelRatio(const Surface& surface, float wanted);

}  // namespace lab::window
