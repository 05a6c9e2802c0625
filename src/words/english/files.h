// What is said of a file that holds more than this version knows.
#pragma once

#include "words/text.h"

namespace lab::words {

inline constexpr Text kNewerFile{
    "files.newer",
    "Written by a newer version of Speedup Lab: what this one does not know is shown by its name."};
inline constexpr Text kUnknownHere{"files.unknown-here", "Unknown here: {names}."};
inline constexpr Text kTheExperiment{"files.the-experiment", "the experiment \"{name}\""};
inline constexpr Text kTheModel{"files.the-model", "the model \"{name}\""};
inline constexpr Text kTheSetting{"files.the-setting", "the setting \"{name}\""};
inline constexpr Text kCannotRunUnknown{"files.cannot-run-unknown",
                                        "This version does not know the experiment \"{name}\": it "
                                        "can show the result, but not run it."};
inline constexpr Text kNoCodeForUnknown{
    "files.no-code-for-unknown",
    "This version does not know how the experiment is written as a program."};

}  // namespace lab::words
