// The font files as bytes, generated from the toolchain's fonts by CMake (embed_fonts.cmake).
#pragma once

#include <span>

namespace lab::panel {

std::span<const unsigned char> InterRegular();
std::span<const unsigned char> InterSemiBold();
std::span<const unsigned char> JetBrainsMonoRegular();

}  // namespace lab::panel
