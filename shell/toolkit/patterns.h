// Fillings of areas that tell states apart without colour: tiles in the fonts' texture, so that an
// area costs a rectangle or a few, whatever is drawn in it. Patterns go on across areas that touch
// each other. Belongs to the current ImGui context, as the fonts do.
#pragma once

#include <array>
#include <cstddef>

#include "imgui.h"

namespace lab::panel {

enum class Pattern {
  kHatched,  // diagonal lines: waiting for the GIL
  kCrossed,  // both diagonals: waiting for a lock
  kDotted,   // pale dots: blocked
  kStriped,  // upright stripes: start-up
};
inline constexpr size_t kPatterns = 4;

class Patterns {
 public:
  // Asks for room in an atlas that is about to be built, at `unit` device pixels to one CSS pixel,
  // and draws the tiles once it has been.
  void Reserve(ImFontAtlas& atlas, float unit);
  void DrawTiles(ImFontAtlas& atlas);

  // Fills a rectangle of whole pixels in the colour, with a pale ground of it.
  void Fill(ImDrawList& list, Pattern pattern, ImVec2 low, ImVec2 high, ImU32 ink) const;

  // How much of the ink a pattern has at a pixel, 0..1, where it repeats after `period` pixels.
  static float Coverage(Pattern pattern, int x, int y, int period);

 private:
  std::array<int, kPatterns> rects_{};  // of the atlas
  std::array<ImVec2, kPatterns> corners_{};  // in texels
  ImVec2 texel_{};  // one pixel in the texture's coordinates
  int period_ = 8;  // pixels
  int repeats_ = 16;  // of the period in a tile, and one more to begin anywhere within the first
};

}  // namespace lab::panel
