// Which rounds of a run count. A round in which others took cores is kept and marked, and another
// one takes its place: the choice looks at the load alone, never at what came out. Free functions.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "stats/estimate.h"

namespace lab {

// Cores. In a round in which others took more, a speedup says more about them than about the model.
inline constexpr double kMostOthers = 0.12;
// Fewer quiet rounds than that are too few to leave out the others.
inline constexpr int kFewestQuiet = 3;

// How many cores others took in one round; empty where nothing tells.
using RoundLoad = std::optional<double>;

bool Quiet(const RoundLoad& load);
int QuietRounds(std::span<const RoundLoad> loads);

struct RoundChoice {
  std::vector<bool> counts;  // one for each round
  // Too few were quiet, so all count, and what they say is no more than probable.
  bool all_disturbed = false;
  // Cores that others took on average in those that count; empty if unknown in all.
  RoundLoad others;
};

// `fewest` quiet ones are enough, 1 or more.
RoundChoice ChooseRounds(std::span<const RoundLoad> loads, int fewest = kFewestQuiet);

// One trial of a model whose workers compute without waiting for each other.
struct TrialLoad {
  double task_s = 0;  // mean of its tasks
  double busy_s = 0;  // in tasks, of all workers together
  double makespan_s = 0;
};

// The load of others where the system does not tell it: tasks of a model that all do the same take
// longer while others have the core. For each round the cores that its trials lost, held against
// the quickest quarter of the same model's trials. `models` has the same number of rounds for each,
// of which there must be enough; noise that all rounds have is taken for no load.
std::vector<RoundLoad> LoadsFromTasks(std::span<const std::vector<TrialLoad>> models);

// A speedup's interval with room for what disturbed rounds may have hidden. Others take cores from
// the `workers` first, so that in quiet the speedup may be higher: by as much as they use beyond
// the cores that are to spare, since one worker that lost its core holds up the whole trial. It may
// be lower only where they slowed the one sequential worker, too.
Estimate Hedged(const Estimate& estimate, double others, int workers, double cores);

// Whether every interval is within `percent` of its ratio.
bool Precise(std::span<const Estimate> estimates, double percent);

}  // namespace lab
