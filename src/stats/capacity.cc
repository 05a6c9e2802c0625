#include "stats/capacity.h"

#include <algorithm>
#include <cmath>

#include "base/clock_steps.h"

namespace lab {
namespace {

double Seconds(const TaskSpan& task) {
  return static_cast<double>(task.end - task.begin) / kSecond;
}

// Of a task of the lane; 0 without tasks.
double MeanSeconds(const Lane& lane) {
  double busy = 0;
  for (const TaskSpan& task : lane.tasks()) busy += Seconds(task);
  return lane.tasks().empty() ? 0 : busy / static_cast<double>(lane.tasks().size());
}

// Cores that the lanes had, if an undisturbed task takes `unit_s`.
double CoresUsed(std::span<const Lane> lanes, double unit_s) {
  double cores = 0;
  for (const Lane& lane : lanes) {
    const double mean = MeanSeconds(lane);
    if (mean > 0) cores += unit_s / mean;
  }
  return cores;
}

int BusyLanes(std::span<const Lane> lanes) {
  return static_cast<int>(
      std::ranges::count_if(lanes, [](const Lane& lane) { return !lane.tasks().empty(); }));
}

// Every lane that had tasks lasted long enough for this clock: of one that did not nobody knows how
// much of a core it had.
bool Timed(std::span<const Lane> lanes, double timer_step_s) {
  return std::ranges::all_of(lanes, [&](const Lane& lane) {
    const double busy_s = MeanSeconds(lane) * static_cast<double>(lane.tasks().size());
    return lane.tasks().empty() || (busy_s > 0 && busy_s >= ShortestTrial(timer_step_s));
  });
}

}  // namespace

bool AgreeOnCores(const Capacity& one, const Capacity& other) {
  constexpr double kAgreement = 0.1;
  return one.unit_s > 0 && other.unit_s > 0 &&
         std::fabs(other.cores - one.cores) <= kAgreement * one.cores;
}

double UnitOf(std::span<const Lane> lanes, double timer_step_s) {
  std::vector<double> seconds;
  for (const Lane& lane : lanes) {
    for (const TaskSpan& task : lane.tasks()) seconds.push_back(Seconds(task));
  }
  if (seconds.empty()) return 0;
  const auto decile = seconds.begin() + std::ssize(seconds) / 10;
  std::ranges::nth_element(seconds, decile);
  if (*decile >= kStepsOfTask * timer_step_s) return *decile;
  double quickest = HUGE_VAL;
  for (const Lane& lane : lanes) {
    if (const double mean = MeanSeconds(lane); mean > 0) quickest = std::min(quickest, mean);
  }
  return std::isfinite(quickest) ? quickest : 0;
}

Capacity CapacityOf(std::span<const std::vector<Lane>> trials, double timer_step_s) {
  Capacity capacity = {.cores = 0, .stolen = 0, .unit_s = 0};
  for (const std::vector<Lane>& lanes : trials) {
    const double unit = Timed(lanes, timer_step_s) ? UnitOf(lanes, timer_step_s) : 0;
    if (unit > 0) capacity.unit_s = capacity.unit_s > 0 ? std::min(capacity.unit_s, unit) : unit;
  }
  for (const std::vector<Lane>& lanes : trials) {
    if (Timed(lanes, timer_step_s))
      capacity.cores = std::max(capacity.cores, CoresUsed(lanes, capacity.unit_s));
  }
  double nearest = HUGE_VAL;
  for (const std::vector<Lane>& lanes : trials) {
    const int busy = BusyLanes(lanes);
    const double distance = std::fabs(busy - capacity.cores);
    const double unit = UnitOf(lanes, timer_step_s);
    if (busy == 0 || unit == 0 || distance >= nearest || !Timed(lanes, timer_step_s)) continue;
    nearest = distance;
    capacity.stolen = std::clamp(1 - CoresUsed(lanes, unit) / busy, 0.0, 1.0);
  }
  return capacity;
}

std::vector<int> LaneSteps(int most) {
  std::vector<int> steps;
  for (int lanes = 1; lanes < most; lanes += lanes < 4 ? 1 : lanes < 16 ? (lanes + 2) / 3 : lanes)
    steps.push_back(lanes);
  steps.push_back(most);
  return steps;
}

}  // namespace lab
