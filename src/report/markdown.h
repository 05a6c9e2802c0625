// A result as Markdown: what a report, a ticket or a course's notes needs of it, to be pasted
// there. Pure: returns strings.
#pragma once

#include <string>

#include "messages/result.h"

namespace lab {

// The experiment as a heading, the answer, a table with a line for each model, why a figure is
// missing, and the machine. Where nothing was concluded there is a dash in place of speedup and
// efficiency, and the reason below.
std::string AsMarkdown(const RunResult& result);

// The same for a sweep: a line for each point, a column for each model.
std::string AsMarkdown(const SweepResult& result);

}  // namespace lab
