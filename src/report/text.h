// A result as text for files and terminals. Pure: returns strings.
#pragma once

#include <string>

#include "messages/result.h"

namespace lab {

// All but the bars and the answer (bars_text.h), which come last: the settings, what could not run,
// and the notes, in 80 columns. With `details` also what was measured of each model and each lane,
// the machine, and what was found with its reasons.
std::string AsTable(const RunResult& result, bool details);

// The same for a sweep: a table for each model with its curves' fits; with `details` the machine.
std::string AsTable(const SweepResult& result, bool details);

// One line a repetition: experiment, model, workers, repetition, seconds, speedup of the round. A
// sweep's also say what it varied, where that was not the number of workers.
std::string AsCsv(const RunResult& result);
std::string AsCsv(const SweepResult& result);

}  // namespace lab
