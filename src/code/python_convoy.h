// Convoy as Python scripts: one that waits and responds, alone and then beside others that only
// compute, and how late it was each time. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "experiment/experiment.h"
#include "code/code_variant.h"

namespace lab {

// As PythonCode() says.
std::vector<CodeVariant> ConvoyCode(const Experiment& experiment, std::string_view model);

}  // namespace lab
