#include "stats/gain.h"

#include <algorithm>

namespace lab {
namespace {

// What the workers get done at one instant, in workers.
struct Work {
  double running = 0;   // on a core
  double blocked = 0;
  double slowed = 0;    // of both: lost since it takes longer side by side
  double without_core = 0;

  double all() const { return running + blocked - slowed; }
};

Work WorkOf(const Headcount& workers, const Limits& limits) {
  const double running = CountOf(workers, Occupation::kRunning);
  Work work = {.running = std::min(running, limits.cores),
               .blocked = static_cast<double>(CountOf(workers, Occupation::kBlocked))};
  work.without_core = running - work.running;
  const double side_by_side = work.running + work.blocked;
  work.slowed = side_by_side - std::max(std::min(1.0, side_by_side), side_by_side / limits.slowing);
  return work;
}

// Who has nothing to do loses nothing where it could not have run: under the GIL beside another, or
// without a core.
double CouldWork(double idle, const Census& census, const Work& work, const Limits& limits) {
  if (census.gil && work.running > 0) return 0;
  return std::min(idle, std::max(0.0, limits.cores - work.running));
}

}  // namespace

GainShares SharesOfGain(const Census& census, const Limits& limits) {
  GainShares shares;
  if (census.length() <= 0) return shares;
  const double others = std::max(1, census.workers - 1);
  for (const auto& [workers, time] : census.time) {
    const Work work = WorkOf(workers, limits);
    const double part = static_cast<double>(time) / static_cast<double>(census.length()) / others;
    const double gained = std::max(0.0, work.all() - 1) * part;
    const double busy = std::max(1.0, work.running + work.blocked);
    shares.parallel += gained * work.running / busy;
    shares.overlap += gained * work.blocked / busy;
    // Where nobody works, one of those who are held up is the one that a sequential run has.
    const double lost = census.workers - work.all();
    const double weight = work.all() < 1 && lost > 0 ? part * std::min(others, lost) / lost : part;
    const auto share = [&](Occupation occupation) { return weight * CountOf(workers, occupation); };
    const auto idle = [&](Occupation occupation) {
      return weight * CouldWork(CountOf(workers, occupation), census, work, limits);
    };
    shares.gil += share(Occupation::kWaitingForGil);
    shares.lock += share(Occupation::kWaitingForLock);
    shares.messages += share(Occupation::kMessages);
    shares.beginning += share(Occupation::kBeginning);
    shares.unknown += share(Occupation::kUnknown);
    shares.uneven += idle(Occupation::kOutOfWork);
    shares.without_task += idle(Occupation::kWithoutTask);
    shares.cores += weight * work.without_core;
    shares.slowing += weight * work.slowed;
  }
  return shares;
}

double CoresFor(const Census& census, double work) {
  double done = 0;
  for (int cores = 1; cores <= census.workers; ++cores) {
    const Nanoseconds time = TimeWhile(census, [&](const Headcount& workers) {
      return CountOf(workers, Occupation::kRunning) >= cores;
    });
    if (done + static_cast<double>(time) > work)
      return std::max(1.0, cores - 1 + (work - done) / static_cast<double>(time));
    done += static_cast<double>(time);
  }
  return std::numeric_limits<double>::infinity();
}

}  // namespace lab
