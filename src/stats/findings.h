// What the record of a trial and the figures of its run tell about the causes: how much each
// accounts for. Between why.cc, which chooses among them, and why_text.cc, which words them. Free
// functions.
#pragma once

#include "stats/census.h"
#include "stats/efficiency.h"
#include "stats/evidence.h"
#include "stats/gain.h"
#include "stats/verdict.h"
#include "stats/why.h"

namespace lab {

// What accounts for less than a tenth of what could be gained would hardly be noticed.
inline constexpr double kLeastShare = 0.1;

struct Findings {
  const Trace& trace;
  Evidence evidence;  // without what holds for whole trials only, if the record breaks off
  Conditions conditions;
  VerdictCode verdict = VerdictCode::kUnknown;
  bool comparable = true;  // its times with the sequential ones
  Census census;
  Limits limits;
  GainShares shares;
  double gained_s = 0;  // what a trial gains, where that is certain and to be noticed
  // Of a worker, from when the trial was asked for until its last task was done, on average.
  double messages_s = 0;
  double work_s = 0;  // running or blocked, the same
  double too_few_cores = 0;  // of shares.cores, since fewer were available than reported
  // Of shares.cores, since more workers were asked for than cores are reported.
  double too_many_workers = 0;
};

// `verdict`: what the figures were found to mean.
Findings FindingsOf(const Trace& trace, const Evidence& evidence, const Conditions& conditions,
                    VerdictCode verdict);

// Starting the workers, which is not part of a trial, beside what the trial took and gained.
enum class StartupCost {
  kNone,  // worth no word
  kMuchOfGain,  // it takes back much of what was gained
  kDominates,  // it took longer than the trial, and more than was gained
};
StartupCost StartupOf(const Findings& findings);

}  // namespace lab
