#include "shell/window/picture.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>

#include "shell/panel/picture.h"
#include "shell/window/offscreen.h"
#include "words/english/window.h"

namespace lab::window {
namespace {

// Against fingerprinting some browsers change what is read back: the first pixel is ground, and
// nothing else.
bool IsAsDrawn(const Pixels& pixels, ImU32 ground) {
  const auto channel = [&](int shift) { return static_cast<int>(ground >> shift & 0xff); };
  const auto near = [&](size_t at, int wanted) { return std::abs(pixels.rgba[at] - wanted) <= 1; };
  return near(0, channel(IM_COL32_R_SHIFT)) && near(1, channel(IM_COL32_G_SHIFT)) &&
         near(2, channel(IM_COL32_B_SHIFT));
}

// Fine enough to be printed, and no larger than what browsers draw on.
constexpr float kCoarsest = 1;
constexpr float kFinest = 2;

Error NoPicture(std::string message) {
  return {.code = ErrorCode::kUnavailable,
          .message = std::move(message),
          .next = Phrase<words::kTakeScreenshot>()};
}

std::optional<Result<Pixels>> Draw(Renderer& renderer, const panel::State& state, bool dark,
                                   float unit) {
  const panel::Picture picture(state, dark, unit);
  const Offscreen surface(picture.width(), picture.height());
  if (!surface.ok()) return std::nullopt;
  renderer.UploadFonts();
  renderer.Render(picture.data(), picture.width(), picture.height(), picture.ground());
  Pixels pixels = surface.Read();
  if (IsAsDrawn(pixels, picture.ground())) return pixels;
  return NoPicture(Phrase<words::kPictureChanged>());
}

}  // namespace

Result<Pixels> DrawPicture(Renderer& renderer, const panel::State& state,
                           const panel::Viewport& viewport) {
  std::optional<Result<Pixels>> pixels =
      Draw(renderer, state, viewport.dark, std::clamp(viewport.pixel_ratio, kCoarsest, kFinest));
  if (!pixels) pixels = Draw(renderer, state, viewport.dark, kCoarsest);
  renderer.UploadFonts();
  if (pixels) return *std::move(pixels);
  return NoPicture(Phrase<words::kPictureTooLarge>());
}

}  // namespace lab::window
