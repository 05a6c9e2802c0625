// The C++ that runs an experiment under a model: our own sources, as this program was built from
// them. Pure.
#pragma once

#include <string_view>
#include <vector>

#include "experiment/experiment.h"
#include "code/code_variant.h"

namespace lab {

// One for each file, the model's own first, then the kernel's; none for a model that is unknown.
std::vector<CodeVariant> CppCode(ExperimentKind kind, std::string_view model);

}  // namespace lab
