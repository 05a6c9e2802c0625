// Pictures as PNG files, natively; on the web the browser makes them.
#pragma once

#include <string>

#include "shell/window/pixels.h"

namespace lab::window {

// The bytes of the file; empty if there is no memory for it.
std::string EncodePng(const Pixels& pixels);

}  // namespace lab::window
