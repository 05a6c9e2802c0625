// Where the parts of the panel stand, for any size of the window. Pure: everything in device
// pixels, `unit` device pixels to one CSS pixel (pixel ratio × the zoom of huge windows).
#pragma once

#include "shell/panel/theme.h"

namespace lab::panel {

// What two fingers did since the last frame.
struct Pinch {
  float x = 0, y = 0;       // between them, in device pixels
  float moved = 0;          // how far that went sideways
  float spread = 1;         // how many times farther apart they are; 1 if there are no two fingers
};

// What the window says about itself before each frame.
struct Viewport {
  float width = 1280;       // device pixels
  float height = 800;
  float pixel_ratio = 1;    // device pixels to one CSS pixel
  bool touch = false;       // the last press came from a finger
  bool dark = false;
  bool still = false;       // the person asked for reduced motion
  Wishes wishes{};
  Pinch pinch{};
};

struct Box {
  float x = 0, y = 0, w = 0, h = 0;
};

struct Layout {
  float unit = 1;
  bool narrow = false;  // one column: chips for cards, Run at the bottom edge
  bool compact = false;  // little room for the answer: smaller headline
  bool low = false;      // little height: it is left to what is measured
  Box header;
  Box side;    // experiments and settings; empty if narrow
  Box run;     // Run and its progress; the lowest place it may take
  Box stage;   // the answer and its picture (if narrow, the settings too)
};

Layout LayOut(const Viewport& viewport);

}  // namespace lab::panel
