#include "shell/window/picture.h"

#include <algorithm>
#include <optional>

#include "shell/panel/picture.h"
#include "shell/window/offscreen.h"

namespace lab::window {
namespace {

// Fine enough to be printed, and no larger than what browsers draw on.
constexpr float kCoarsest = 1;
constexpr float kFinest = 2;

std::optional<Pixels> Draw(Renderer& renderer, const panel::State& state, bool dark, float unit) {
  const panel::Picture picture(state, dark, unit);
  const Offscreen surface(picture.width(), picture.height());
  if (!surface.ok()) return std::nullopt;
  renderer.UploadFonts();
  renderer.Render(picture.data(), picture.width(), picture.height(), picture.ground());
  return surface.Read();
}

}  // namespace

Result<Pixels> DrawPicture(Renderer& renderer, const panel::State& state, const panel::Viewport& viewport) {
  std::optional<Pixels> pixels = Draw(renderer, state, viewport.dark, std::clamp(viewport.pixel_ratio, kCoarsest, kFinest));
  if (!pixels) pixels = Draw(renderer, state, viewport.dark, kCoarsest);
  renderer.UploadFonts();
  if (pixels) return *std::move(pixels);
  return Error{.code = ErrorCode::kUnavailable, .message = "The graphics driver cannot draw a picture of that size.", .next = "Take a screenshot instead."};
}

}  // namespace lab::window
