// Where the programs of this installation are.
#pragma once

#include <string>

namespace lab {

// The path of speedup-lab-worker: beside the running program, or in the folder above it (tests).
std::string WorkerProgram();

}  // namespace lab
