// A result as text for files and terminals. Pure: returns strings.
#pragma once

#include <string>

#include "engine/result.h"

namespace lab {

// The answer, a table with one line a model, what could not run, and the notes.
std::string AsTable(const RunResult& result);

// The same for a sweep: a table for each model with its curves' fits.
std::string AsTable(const SweepResult& result);

// One line a repetition: experiment, model, workers, repetition, seconds, speedup of the round.
std::string AsCsv(const RunResult& result);
std::string AsCsv(const SweepResult& result);

}  // namespace lab
