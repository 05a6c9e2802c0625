// What the window and the page's canvas say: whether they open, pictures, saved files, the
// clipboard.
#pragma once

#include "words/text.h"

namespace lab::words {

inline constexpr Text kNoSurface{"window.no-surface", "The window could not be opened: {cause}."};
inline constexpr Text kNoDisplay{"window.no-display",
                                 "neither DISPLAY nor WAYLAND_DISPLAY names a display"};
inline constexpr Text kNeedsDesktop{
    "window.needs-desktop",
    "It needs a desktop with OpenGL 3.2. Without one, use \"speedup-lab run\" or the web page."};
inline constexpr Text kNoWebGl{"window.no-webgl",
                               "The picture needs WebGL, which this browser does not provide."};
inline constexpr Text kTurnOnWebGl{
    "window.turn-on-webgl",
    "Turn on hardware acceleration or WebGL in the browser, then reload the page."};

inline constexpr Text kPictureChanged{
    "window.picture-changed",
    "This browser changes pictures that pages make, to prevent fingerprinting."};
inline constexpr Text kPictureTooLarge{"window.picture-too-large",
                                       "The graphics driver cannot draw a picture of this size."};
inline constexpr Text kTakeScreenshot{"window.take-screenshot", "Take a screenshot instead."};
inline constexpr Text kNoMemoryForPicture{"window.no-memory-for-picture",
                                          "There is not enough memory for the picture."};

inline constexpr Text kSavedAs{"window.saved-as", "Saved as {file}"};
inline constexpr Text kCopied{"window.copied", "Copied"};
inline constexpr Text kNotCopied{"window.not-copied", "Not copied: {cause}."};

}  // namespace lab::words
