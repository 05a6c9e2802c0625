#include "stats/why.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <utility>

#include "stats/findings.h"

namespace lab {
namespace {

constexpr std::array<std::pair<ReasonCode, std::string_view>, 13> kReasonNames = {{
    {ReasonCode::kGil, "gil"},
    {ReasonCode::kOverlap, "overlap"},
    {ReasonCode::kParallel, "parallel"},
    {ReasonCode::kStartup, "start-up"},
    {ReasonCode::kMessages, "messages"},
    {ReasonCode::kUneven, "uneven"},
    {ReasonCode::kFewTasks, "few-tasks"},
    {ReasonCode::kOversubscribed, "oversubscribed"},
    {ReasonCode::kFewCores, "few-cores"},
    {ReasonCode::kLock, "lock"},
    {ReasonCode::kOneWorker, "one-worker"},
    {ReasonCode::kPartial, "partial"},
    {ReasonCode::kUnknown, "unknown"},
}};

// Nobody reads more of them.
constexpr size_t kMostReasons = 3;
// Above every share: what bounds all the rest.
constexpr double kFirst = 2;

struct Candidate {
  ReasonCode code = ReasonCode::kUnknown;
  double weight = 0;  // its share of what could be gained, 0..1
};

// Its share of the time with the start-up, or with what was gained where that is less.
double WeightOfStartup(const Findings& findings) {
  const double startup_s = findings.evidence.startup_s;
  switch (StartupOf(findings)) {
    case StartupCost::kDominates: return startup_s / (startup_s + findings.evidence.median_s);
    case StartupCost::kMuchOfGain: return startup_s / (startup_s + findings.gained_s);
    case StartupCost::kNone: break;
  }
  return 0;
}

std::vector<Candidate> CandidatesOf(const Findings& findings) {
  const GainShares& shares = findings.shares;
  const double startup = WeightOfStartup(findings);
  // What is gained in a trial counts for less where its start-up dominates; what is lost in it is
  // lost all the same.
  const double gains = StartupOf(findings) == StartupCost::kDominates ? 1 - startup : 1;
  // Who ran only while others waited for I/O took part in an overlap.
  const Nanoseconds two_ran = TimeWhile(findings.census, [](const Headcount& workers) {
    return CountOf(workers, Occupation::kRunning) > 1;
  });
  const bool ran_together = ShareOf(findings.census, two_ran) >= kLeastShare;
  std::vector<Candidate> all = {
      {ReasonCode::kOneWorker, findings.census.workers == 1 ? kFirst : 0},
      {ReasonCode::kStartup, std::max(startup, shares.beginning)},
      {ReasonCode::kGil, shares.gil},
      {ReasonCode::kOverlap, gains * (shares.overlap + (ran_together ? 0 : shares.parallel))},
      {ReasonCode::kLock, shares.lock},
      {ReasonCode::kMessages, shares.messages},
      {ReasonCode::kOversubscribed, findings.too_many_workers},
      {ReasonCode::kFewCores, findings.too_few_cores},
      {ReasonCode::kUnknown, std::max(shares.slowing, shares.unknown)}};
  // Running together is no gain worth a sentence where most of it was without a core.
  if (ran_together && shares.parallel >= shares.cores)
    all.push_back({ReasonCode::kParallel, gains * shares.parallel});
  // How it ended, and how many tasks there were, is known only of a whole record.
  if (findings.census.whole) {
    all.push_back({ReasonCode::kUneven, shares.uneven});
    all.push_back({ReasonCode::kFewTasks, shares.without_task});
  }
  return all;
}

}  // namespace

CodeNames<ReasonCode> NamesOf(ReasonCode) { return kReasonNames; }

std::vector<ReasonCode> CausesOf(const Findings& findings) {
  std::vector<Candidate> candidates;
  if (findings.verdict != VerdictCode::kTooShort && findings.census.length() > 0)
    candidates = CandidatesOf(findings);
  std::erase_if(candidates,
                [](const Candidate& candidate) { return candidate.weight < kLeastShare; });
  // By tenths: smaller differences decide nothing.
  std::ranges::sort(candidates, {}, [](const Candidate& candidate) {
    return std::pair(-std::lround(candidate.weight * 10), candidate.code);
  });
  if (candidates.empty()) candidates.push_back({ReasonCode::kUnknown, 0});
  candidates.resize(std::min(candidates.size(), kMostReasons));
  if (!findings.census.whole) candidates.insert(candidates.begin(), {ReasonCode::kPartial, kFirst});
  std::vector<ReasonCode> causes;
  std::ranges::transform(candidates, std::back_inserter(causes), &Candidate::code);
  return causes;
}

}  // namespace lab
