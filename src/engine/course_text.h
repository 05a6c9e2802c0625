// How a run will go and how it went, in sentences. Pure.
#pragma once

#include <string>
#include <vector>

#include "messages/result.h"
#include "experiment/time_plan.h"

namespace lab {

// What is measured, how often and how long that takes; and what to do where it is longer than the
// budget.
std::string PlanText(const TimePlan& plan, const Pace& pace, double left_s, double budget_s);

// What is to be said of rounds that do not count; nothing if all do.
std::vector<std::string> DisturbedNotes(const Calibration& calibration);
// The same, and why there were no more rounds.
std::vector<std::string> CourseNotes(const Calibration& calibration, double precision,
                                     double budget_s);

}  // namespace lab
