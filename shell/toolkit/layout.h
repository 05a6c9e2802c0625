// Where the parts of the panel stand, for any size of the window. Pure: everything in device
// pixels, `unit` device pixels to one CSS pixel (pixel ratio × the zoom of huge windows).
#pragma once

#include "shell/toolkit/theme.h"

namespace lab::panel {

// What two fingers did since the last frame.
struct Pinch {
  float x = 0, y = 0;       // between them, in device pixels
  float moved = 0;          // how far that went sideways
  float spread = 1;  // how many times farther apart they are; 1 if there are no two fingers
};

// What the window says about itself before each frame.
struct Viewport {
  float width = 1280;  // device pixels
  float height = 800;
  // The height without the touch keyboard that covers some of it; 0: nothing covers it.
  float uncovered = 0;
  float pixel_ratio = 1;  // device pixels to one CSS pixel
  bool touch = false;  // the last press came from a finger
  bool framed = false;  // the page lies in a frame of another one
  bool dark = false;
  bool still = false;  // the person asked for reduced motion
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
  bool low = false;  // little height: it is left to what is measured
  bool flat = false;  // hardly any: one column, in which header and Run scroll with the rest
  Box header;
  Box side;  // experiments and settings; empty if narrow
  Box run;  // Run and its progress; the lowest place it may take. If flat, it and the header are
            // only as large as that
  Box stage;  // the answer and its picture (if narrow, the settings too)
};

Layout LayOut(const Viewport& viewport);

}  // namespace lab::panel
