// Which rounds of a run count and when they ended, in words; empty for results of versions that did
// not record it.
#pragma once

#include <string>

#include "messages/result.h"

namespace lab {

// "all 8 count"; "3 of 11 do not count: other programs used 0.9 cores during them".
std::string RoundsText(const Calibration& calibration);
// "after 7.4 s, with all repetitions measured". Any other reason is a note beside the result.
std::string EndText(const Calibration& calibration);

}  // namespace lab
