// The words of the reasons' sentences: workers and tasks by their names and number, shares. Free functions.
#pragma once

#include <string>

#include "stats/findings.h"

namespace lab {

// "thread", "process"; "worker" for the baseline, whatever it is.
std::string Worker(const Findings& findings);
// "two threads", "one process".
std::string Workers(int count, const Findings& findings);
// "the two threads", "the process".
std::string TheWorkers(const Findings& findings);
// "both threads", "all three threads".
std::string AllWorkers(const Findings& findings);

// "download" or "task", in the plural unless it is one.
std::string Task(int count, const Findings& findings);
// "two tasks": all that the record has.
std::string Tasks(const Findings& findings);

std::string Percent(double share);
// "for 98 % of the time", "all the time".
std::string ForTime(double share);

}  // namespace lab
