#include "shell/toolkit/layout.h"

#include <algorithm>
#include <cmath>

namespace lab::panel {
namespace {

constexpr float kNarrowBelow = 720;
constexpr float kCompactBelow = 640;
constexpr float kContentWidth = 1400;
constexpr float kHeaderHeight = 52;
constexpr float kRunHeight = 108;
constexpr float kRunHeightNarrow = 72;
constexpr float kLowBelow = 560;
constexpr float kFlatBelow = 320;

// As high as a control needs, and a little more.
constexpr float LowBar(bool touch, float more) { return (touch ? 44 : 36) + more; }

// Huge windows get larger type instead of kilometre-wide bars: four fifths of the growth beyond
// 1600 × 900, in sixteenths so that fonts are not rasterised at every pixel of a resize.
float Zoom(float css_width, float css_height) {
  const float growth = std::min(css_width / 1600, css_height / 900);
  if (growth <= 1) return 1;
  return std::min(2.5f, std::round((1 + 0.8f * (growth - 1)) * 16) / 16);
}

}  // namespace

Layout LayOut(const Viewport& viewport) {
  Layout layout;
  const float ratio = std::clamp(viewport.pixel_ratio, 0.5f, 4.0f);
  layout.unit = ratio * Zoom(viewport.width / ratio, viewport.height / ratio);
  layout.flat =
      (viewport.uncovered > 0 ? viewport.uncovered : viewport.height) / layout.unit < kFlatBelow;
  layout.narrow = layout.flat || viewport.width / layout.unit < kNarrowBelow;
  const float width = viewport.width;
  const float height = viewport.height;
  const float content = std::min(width, std::round(kContentWidth * layout.unit));
  const float left = std::round((width - content) / 2);
  layout.low = height / layout.unit < kLowBelow;
  const float header =
      std::round((layout.low ? LowBar(viewport.touch, 2) : kHeaderHeight) * layout.unit);
  const float below = std::max(0.0f, height - header);
  layout.header = {left, 0, content, header};
  if (layout.narrow) {
    const float run =
        std::round((layout.low ? LowBar(viewport.touch, 12) : kRunHeightNarrow) * layout.unit);
    layout.run = {left, height - run, content, run};
    layout.stage = layout.flat ? Box{left, 0, content, height}
                               : Box{left, header, content, std::max(0.0f, below - run)};
    layout.compact = true;
    return layout;
  }
  const float side =
      std::round(std::clamp(content / layout.unit * 0.29f, 288.0f, 380.0f) * layout.unit);
  const float run = std::round(kRunHeight * layout.unit);
  layout.side = {left, header, side, std::max(0.0f, below - run)};
  layout.run = {left, height - run, side, run};
  layout.stage = {left + side, header, content - side, below};
  layout.compact = layout.stage.w / layout.unit < kCompactBelow;
  return layout;
}

}  // namespace lab::panel
