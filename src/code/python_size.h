// How far the tasks of a script count: as far as was chosen, unless Python would take minutes, or
// as far as this Python comes in a time. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "experiment/experiment.h"

namespace lab {

// What one turn of a loop takes in CPython, about.
inline constexpr double kCountingS = 30e-9;
inline constexpr double kSummingS = 100e-9;

struct PythonSize {
  int64_t iterations = 0;
  std::string comment;  // why it is not the one that was chosen; empty if it is
};

// A script does all tasks one after the other and then, perhaps in turns under the GIL, once more.
PythonSize PythonSizeOf(const Experiment& experiment, double iteration_s);

// Lines of a script that set SIZE to what takes that many seconds (a constant's name), and say so.
// `probe` does PROBE iterations of it: the constant of the second function. They need timeit.
std::string MeasuredSize(std::string_view probe, std::string_view seconds);
std::string ProbeConstant();

}  // namespace lab
