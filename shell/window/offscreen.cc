#include "shell/window/offscreen.h"

#include <algorithm>

#include "shell/window/gl.h"

namespace lab::window {

Offscreen::Offscreen(int width, int height) : width_(width), height_(height) {
  const Gl& gl = GlFunctions();
  GLint largest = 0;
  gl.GetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
  if (width > largest || height > largest) return;
  gl.GenTextures(1, &texture_);
  gl.ActiveTexture(GL_TEXTURE1);
  gl.BindTexture(GL_TEXTURE_2D, texture_);
  // Without these a size that is no power of two cannot be drawn on in OpenGL ES 2.
  gl.TexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  gl.TexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  gl.TexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  gl.TexImage2D(GL_TEXTURE_2D, 0, GL_RGBA, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  gl.BindTexture(GL_TEXTURE_2D, 0);
  gl.ActiveTexture(GL_TEXTURE0);
  gl.GenFramebuffers(1, &frame_);
  gl.BindFramebuffer(GL_FRAMEBUFFER, frame_);
  gl.FramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
  ok_ = gl.CheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
}

Offscreen::~Offscreen() {
  const Gl& gl = GlFunctions();
  gl.BindFramebuffer(GL_FRAMEBUFFER, 0);
  gl.DeleteFramebuffers(1, &frame_);
  gl.DeleteTextures(1, &texture_);
}

Pixels Offscreen::Read() const {
  Pixels pixels = {.width = width_, .height = height_};
  const size_t row = static_cast<size_t>(width_) * 4;
  pixels.rgba.resize(row * static_cast<size_t>(height_));
  GlFunctions().ReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, pixels.rgba.data());
  // OpenGL's first row is the lowest one.
  auto* const bytes = pixels.rgba.data();
  for (int top = 0, low = height_ - 1; top < low; ++top, --low) {
    std::swap_ranges(bytes + row * static_cast<size_t>(top),
                     bytes + row * static_cast<size_t>(top + 1),
                     bytes + row * static_cast<size_t>(low));
  }
  return pixels;
}

}  // namespace lab::window
