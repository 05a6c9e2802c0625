// The settings with which something was measured, as a line for people.
#pragma once

#include <string>

#include "experiment/experiment.h"

namespace lab {

// "workers 2 · tasks 2 · size 140,000,000 (auto) · 8 rounds": what a reader wants to know of any
// run, and what is unusual.
// "(auto)" marks what was left to the plan. `rounds` that count; 0 if it is not known.
std::string SettingsText(const Experiment& measured, int rounds);
// The same without what a sweep varied.
std::string SweepSettingsText(const Experiment& measured);

}  // namespace lab
