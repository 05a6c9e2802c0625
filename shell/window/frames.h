// The frame loop. Natively it waits for events; on the web the browser calls. One .cc each.
#pragma once

#include "shell/window/window.h"

namespace lab::window {

// Draws `window` whenever there is something to draw. Natively returns when it is closed.
void RunFrames(Window& window);

// Makes RunFrames look at once. Any thread.
void WakeFrames();

}  // namespace lab::window
