// Which rounds of a run count and when they were over, in words; empty for a result that was made before runs told it.
#pragma once

#include <string>

#include "messages/result.h"

namespace lab {

// "all 8 count"; "3 of 11 do not count: others used 0.9 cores in them".
std::string RoundsText(const Calibration& calibration);
// "after 7.4 s, with all repetitions measured". Any other reason is a note beside the result.
std::string EndText(const Calibration& calibration);

}  // namespace lab
