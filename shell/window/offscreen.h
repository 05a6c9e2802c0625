// A surface that nobody sees, of any size, whose pixels can be read. While it lives everything is
// drawn on it and not on the window. The context is current; textures of unit 0 are left alone.
#pragma once

#include "base/result.h"
#include "shell/window/pixels.h"

namespace lab::window {

class Offscreen {
 public:
  Offscreen(int width, int height);
  ~Offscreen();
  Offscreen(const Offscreen&) = delete;
  Offscreen& operator=(const Offscreen&) = delete;

  // False if OpenGL cannot have one of that size.
  bool ok() const { return ok_; }
  Pixels Read() const;

 private:
  const int width_;
  const int height_;
  unsigned texture_ = 0;
  unsigned frame_ = 0;
  bool ok_ = false;
};

}  // namespace lab::window
