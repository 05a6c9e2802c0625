// Draws the picture that can be saved, on a surface that nobody sees.
#pragma once

#include "base/result.h"
#include "shell/toolkit/layout.h"
#include "shell/view/state.h"
#include "shell/window/pixels.h"
#include "shell/window/renderer.h"

namespace lab::window {

// Of what `state` shows, which has a result; in the colours of `viewport`, and as fine as its
// screen is, within bounds. The renderer then has the font atlas of the current ImGui context
// again.
Result<Pixels> DrawPicture(Renderer& renderer, const panel::State& state,
                           const panel::Viewport& viewport);

}  // namespace lab::window
