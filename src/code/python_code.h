// An experiment as Python scripts that do the same under a model: whole files, for Python 3.9 and
// later and its standard library alone. Each prints how long the tasks take one after the other,
// how long with the model's workers, the speedup, and the result. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "experiment/experiment.h"
#include "code/code_variant.h"

namespace lab {

// Every variant for the model, the plainest first; none for a model that Python does not have.
std::vector<CodeVariant> PythonCode(const Experiment& experiment, std::string_view model);

}  // namespace lab
