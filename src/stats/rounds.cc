#include "stats/rounds.h"

#include <algorithm>
#include <cmath>

#include "stats/sample.h"

namespace lab {
namespace {

// Tasks vary a little without anybody's doing.
constexpr double kTypicalNoise = 3;
constexpr double kLeastFromTasks = 0.25;  // cores
// Before so many rounds nobody knows what is usual.
constexpr size_t kFewestToTell = 4;

}  // namespace

bool Quiet(const RoundLoad& load) { return load.value_or(0) <= kMostOthers; }

int QuietRounds(std::span<const RoundLoad> loads) {
  return static_cast<int>(std::ranges::count_if(loads, Quiet));
}

RoundChoice ChooseRounds(std::span<const RoundLoad> loads, int fewest) {
  RoundChoice choice;
  choice.all_disturbed = QuietRounds(loads) < std::min(fewest, static_cast<int>(loads.size()));
  double others = 0;
  int known = 0;
  for (const RoundLoad& load : loads) {
    choice.counts.push_back(choice.all_disturbed || Quiet(load));
    if (!choice.counts.back() || !load) continue;
    others += *load;
    ++known;
  }
  if (known > 0) choice.others = others / known;
  return choice;
}

std::vector<RoundLoad> LoadsFromTasks(std::span<const std::vector<TrialLoad>> models) {
  const size_t rounds = models.empty() ? 0 : models.front().size();
  std::vector<double> lost(rounds);
  std::vector<double> lasted(rounds);
  for (const std::vector<TrialLoad>& trials : models) {
    std::vector<double> tasks;
    for (const TrialLoad& trial : trials) tasks.push_back(trial.task_s);
    std::ranges::sort(tasks);
    const double usual = tasks.empty() ? 0 : tasks[tasks.size() / 4];
    for (size_t round = 0; round < rounds; ++round) {
      const TrialLoad& trial = trials[round];
      if (trial.task_s > 0) lost[round] += trial.busy_s * std::max(0.0, 1 - usual / trial.task_s);
      lasted[round] += trial.makespan_s;
    }
  }
  std::vector<RoundLoad> loads(rounds);
  if (rounds < kFewestToTell) return loads;
  std::vector<double> cores;
  for (size_t round = 0; round < rounds; ++round)
    cores.push_back(lasted[round] > 0 ? lost[round] / lasted[round] : 0);
  const double noise = std::max(kLeastFromTasks, kTypicalNoise * Median(cores));
  for (size_t round = 0; round < rounds; ++round)
    loads[round] = cores[round] > noise ? cores[round] : 0;
  return loads;
}

Estimate Hedged(const Estimate& estimate, double others, int workers, double cores) {
  const auto slowed = [&](int lanes) {
    return 1 + std::max(0.0, others - std::max(0.0, cores - lanes));
  };
  Estimate hedged = estimate;
  hedged.low /= slowed(1);
  hedged.high *= slowed(workers);
  return hedged;
}

bool Precise(std::span<const Estimate> estimates, double percent) {
  return std::ranges::all_of(estimates, [&](const Estimate& estimate) {
    return estimate.confidence > 0 &&
           (estimate.high - estimate.low) / 2 <= percent / 100 * estimate.ratio;
  });
}

}  // namespace lab
