// Which of the validation's figures are held against which bars: those of CPython's behaviour that
// a model of its GIL, its threads and its Pool has to show. Pure.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shell/validate/bars.h"

namespace lab {

// By the figure's name.
using Pairs = std::map<std::string, Pair>;

// `exact` are the bars that need no repetitions. Without a GIL only what needs none is held.
std::vector<Bar> BarsOf(const Pairs& pairs, const std::vector<Bar>& exact, bool gil);

}  // namespace lab
