#include "shell/toolkit/patterns.h"

#include <algorithm>
#include <cmath>

namespace lab::panel {
namespace {

constexpr float kPeriod = 8;      // CSS pixels
constexpr int kTile = 128;        // pixels, about
constexpr float kGround = 0.16f;  // how strong the pale ground is

// Of a line of `width` whose middle is `distance` away, with soft edges.
float Line(float distance, float width) {
  return std::clamp(width / 2 - std::fabs(distance) + 0.5f, 0.0f, 1.0f);
}

// The distance to the nearest multiple of the period.
float Nearest(float value, float period) { return value - period * std::round(value / period); }

float Diagonal(float x, float y, float period) {
  return Line(Nearest(x + y, period) * 0.7071f, period * 0.3f);
}

float Dot(float x, float y, float period) {
  const float half = period / 2;
  const float distance = std::min(std::hypot(Nearest(x, period), Nearest(y, period)),
                                  std::hypot(Nearest(x - half, period), Nearest(y - half, period)));
  return std::clamp(period * 0.15f - distance + 0.5f, 0.0f, 1.0f);
}

}  // namespace

float Patterns::Coverage(Pattern pattern, int x, int y, int period) {
  const float across = static_cast<float>(x) + 0.5f;
  const float down = static_cast<float>(y) + 0.5f;
  const auto size = static_cast<float>(period);
  switch (pattern) {
    case Pattern::kHatched: return Diagonal(across, down, size);
    case Pattern::kCrossed:
      return std::max(Diagonal(across, down, size), Diagonal(across, -down, size));
    case Pattern::kDotted: return Dot(across, down, size);
    case Pattern::kStriped: return Line(Nearest(across, size / 2), size * 0.22f);
  }
  return 1;
}

void Patterns::Reserve(ImFontAtlas& atlas, float unit) {
  period_ = std::max(4, static_cast<int>(std::round(kPeriod * unit / 2)) * 2);
  repeats_ = std::max(3, kTile / period_);
  const int side = period_ * (repeats_ + 1);
  for (int& rect : rects_) rect = atlas.AddCustomRectRegular(side, side);
}

void Patterns::DrawTiles(ImFontAtlas& atlas) {
  unsigned char* alpha = nullptr;
  int width = 0;
  int height = 0;
  atlas.GetTexDataAsAlpha8(&alpha, &width, &height);
  texel_ = {1 / static_cast<float>(width), 1 / static_cast<float>(height)};
  for (size_t pattern = 0; pattern < kPatterns; ++pattern) {
    const ImFontAtlasCustomRect& rect = *atlas.GetCustomRectByIndex(rects_[pattern]);
    corners_[pattern] = {static_cast<float>(rect.X), static_cast<float>(rect.Y)};
    for (int y = 0; y < rect.Height; ++y) {
      for (int x = 0; x < rect.Width; ++x) {
        const float strength =
            kGround + (1 - kGround) * Coverage(static_cast<Pattern>(pattern), x, y, period_);
        alpha[(rect.Y + y) * width + rect.X + x] =
            static_cast<unsigned char>(std::lround(strength * 255));
      }
    }
  }
}

void Patterns::Fill(ImDrawList& list, Pattern pattern, ImVec2 low, ImVec2 high, ImU32 ink) const {
  const auto period = static_cast<float>(period_);
  const float most = period * static_cast<float>(repeats_);
  const ImVec2 corner = corners_[static_cast<size_t>(pattern)];
  const auto offset = [&](float at) { return at - period * std::floor(at / period); };
  for (float y = low.y; y < high.y; y += most) {
    for (float x = low.x; x < high.x; x += most) {
      const ImVec2 end{std::min(high.x, x + most), std::min(high.y, y + most)};
      const ImVec2 uv{corner.x + offset(x), corner.y + offset(y)};
      list.PrimReserve(6, 4);
      list.PrimRectUV({x, y}, end, {uv.x * texel_.x, uv.y * texel_.y},
                      {(uv.x + end.x - x) * texel_.x, (uv.y + end.y - y) * texel_.y}, ink);
    }
  }
}

}  // namespace lab::panel
