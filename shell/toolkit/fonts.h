// The type of the panel: Inter for text, JetBrains Mono for numbers, in sizes of a 1.2 scale.
// Glyphs are rasterised for the device's pixels, and again when their size changes.
#pragma once

#include "shell/toolkit/patterns.h"

namespace lab::panel {

struct Fonts {
  ImFont* small = nullptr;     // labels and hints
  ImFont* text = nullptr;      // 15 px, 16 on touch
  ImFont* strong = nullptr;    // the same, semibold
  ImFont* headline = nullptr;  // the answer
  ImFont* mono = nullptr;      // figures
  ImFont* mono_small = nullptr;
};

// From ascender to descender, in ems.
inline constexpr float kMonoHeight = 1.32f;

// Owns what the atlas of the current ImGui context was last rasterised for: glyphs and patterns.
class FontSet {
 public:
  // True if the atlas was rasterised anew: the renderer must upload it before the next frame.
  bool RasteriseFor(float unit, bool touch, bool compact);
  const Fonts& fonts() const { return fonts_; }
  const Patterns& patterns() const { return patterns_; }

 private:
  Fonts fonts_;
  Patterns patterns_;
  float unit_ = 0;
  bool touch_ = false;
  bool compact_ = false;
};

}  // namespace lab::panel
