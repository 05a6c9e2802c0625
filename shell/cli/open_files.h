// Whether the system lets this program open all files that an experiment needs.
#pragma once

#include <optional>

#include "base/result.h"
#include "experiment/experiment.h"

namespace lab {

// Said before anything is measured; later it would look like a server that refuses, or a process
// that died.
std::optional<Error> TooFewFiles(const Experiment& experiment);

}  // namespace lab
