// What a process says of what it was sent.
#pragma once

#include "words/text.h"

namespace lab::words {

inline constexpr Text kNotATask{"worker.not-a-task",
                                "A process received something that is not a task."};

}  // namespace lab::words
