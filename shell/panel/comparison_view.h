// The figures that are shown beside those of a file.
#pragma once

#include "messages/result.h"
#include "shell/toolkit/ui.h"

namespace lab::panel {

// True when the file is to be closed.
bool ComparisonView(const Ui& ui, const RunResult& here, const RunResult& other);

}  // namespace lab::panel
