// A picture as it comes from the graphics processor and goes into a file.
#pragma once

#include <vector>

namespace lab::window {

struct Pixels {
  int width = 0;
  int height = 0;
  std::vector<unsigned char> rgba;  // rows from the top, four bytes a pixel
};

}  // namespace lab::window
