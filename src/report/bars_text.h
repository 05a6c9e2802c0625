// A result's bars and its answer, in characters. Pure: returns strings.
#pragma once

#include <string>

#include "messages/result.h"

namespace lab {

// A line a model: its speedup as a bar, its time, its speedup with the interval. Hatched is what is
// too noisy to conclude from. For convoy bar and time are how late responses came. With `coloured`
// the bars have escape codes around them.
std::string AsBars(const RunResult& result, bool coloured);

// The answer in lines of 80 columns, bold if `coloured`, and its reason below.
std::string AsAnswer(const std::string& answer, const std::string& reason, bool coloured);

}  // namespace lab
