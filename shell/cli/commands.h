// What each command does; the exit code of the program.
#pragma once

#include "shell/cli/options.h"

namespace lab {

int RunExperiment(const RunCommand& command);
int RunSweep(const SweepCommand& command);
int Compare(const CompareCommand& command);
int RunValidation(const ValidateCommand& command);
int Print(const CodeCommand& command);
int Show(const ModelsCommand& command);
int Show(const EnvironmentCommand& command);
int Show(const SchemaCommand& command);
// In builds without a window (sanitizers) it says so.
int Open(const WindowCommand& command);

}  // namespace lab
