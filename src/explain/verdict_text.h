// What figures mean, in sentences: the conclusions of stats/verdict.h put into words. Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "explain/told.h"

namespace lab {

// A number of cores as people read it: to a tenth.
double CoresShown(double cores);

// A sentence or two about one model; the last one says what to do next if there is something to do.
Verdict VerdictOf(const Evidence& evidence, const Conditions& conditions);
// The same about all models together; the baseline comes first among them.
Verdict VerdictOfRun(std::span<const Evidence> models, const Conditions& conditions);

// Of a run: its first sentence alone, and what to do next alone, empty if there is nothing to do.
std::string Meaning(const RunConclusion& run, std::span<const Evidence> models,
                    const Conditions& conditions);
std::string NextStep(const Conclusion& conclusion, const Conditions& conditions);

// "a fifth": of all cores, what others used.
std::string PartOfProcessor(double share);
// That others used some of it, where a result is only probable because they did.
std::string OthersUsed(double other_cores, int reported_cores);

// What belongs beside any result measured like this: a hidden page, a battery, a debug build, …
std::vector<std::string> Remarks(const Conditions& conditions);

}  // namespace lab
