#include "experiment/plan.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <utility>

#include "experiment/kinds.h"

namespace lab {
namespace {

// More rounds of a kind than a run can have, so that seeds do not share orders.
constexpr uint64_t kMostRoundsOfAll = 1000;

// Fisher-Yates; the generator's numbers are fixed by the standard, those of its distributions are
// not.
std::vector<size_t> Shuffled(size_t number, std::mt19937_64& random) {
  std::vector<size_t> order(number);
  std::iota(order.begin(), order.end(), 0U);
  for (size_t left = number; left > 1; --left) std::swap(order[left - 1], order[random() % left]);
  return order;
}

// 0, 1, n - 1, 2, n - 2 …: the first row of a Williams square, whose others are shifted by one, two
// and so on.
size_t Zigzag(size_t place, size_t number) {
  return place % 2 == 1 ? (place + 1) / 2 : (number - place / 2) % number;
}

// Cut anew, so that every number of workers does the same work in one task each; waits cannot be
// cut and stay as they are.
void GoToWorkers(Experiment& experiment, int workers) {
  experiment.workers = workers;
  if (!Computes(experiment)) return;
  experiment.size = std::max<int64_t>(1, experiment.size * experiment.tasks / workers);
  experiment.tasks = workers;
}

}  // namespace

std::vector<Trial> MakeRound(const std::vector<std::string>& models, int repetition, int seed) {
  const size_t number = models.size();
  if (number == 0) return {};
  const size_t square = static_cast<size_t>(repetition) / number;
  std::mt19937_64 random(static_cast<uint64_t>(seed) * kMostRoundsOfAll + square);
  const std::vector<size_t> order = Shuffled(number, random);
  std::vector<size_t> rows = Shuffled(number, random);
  if (square == 0) {
    const auto baseline_first = std::ranges::find(rows, 0U, [&](size_t row) { return order[row]; });
    std::iter_swap(rows.begin(), baseline_first);
  }
  const size_t row = rows[static_cast<size_t>(repetition) % number];
  std::vector<Trial> round;
  for (size_t place = 0; place < number; ++place) {
    round.push_back(
        {.model = models[order[(row + Zigzag(place, number)) % number]], .repetition = repetition});
  }
  return round;
}

std::vector<Task> MakeProbe(int lanes, int each, int64_t size) {
  return Alike(static_cast<size_t>(lanes) * each, {.kind = TaskKind::kCount, .size = size});
}

bool Computes(const Experiment& experiment) { return InfoOf(experiment.kind).computes(); }

std::vector<Task> MakeWarmup(const Experiment& experiment, int workers, int64_t slice) {
  return Alike(static_cast<size_t>(workers) * kWarmSlices,
               {.kind = InfoOf(experiment.kind).kernel, .size = slice});
}

bool NeedsDelayOrigin(const Experiment& experiment) {
  return AsksServers(experiment) && !FetchesTypedUrls(experiment);
}

std::vector<double> SweepPoints(const Experiment& experiment, bool thin) {
  if (!experiment.points.empty()) return experiment.points;
  const auto points = InfoOf(experiment.kind).points;
  return points != nullptr ? points(experiment, thin) : PointsUpTo(experiment.workers, thin);
}

Experiment AtPoint(const Experiment& experiment, double at) {
  Experiment point = experiment;
  if (const auto go_to = InfoOf(experiment.kind).go_to) go_to(point, at);
  else GoToWorkers(point, static_cast<int>(at));
  return point;
}

std::optional<double> ComputingMs(const Experiment& experiment) {
  const auto computing_ms = InfoOf(experiment.kind).computing_ms;
  return computing_ms != nullptr ? computing_ms(experiment) : std::nullopt;
}

bool CutByTime(const Experiment& experiment) { return ComputingMs(experiment).has_value(); }

int64_t IterationsOf(const Experiment& experiment, double iterations_per_s) {
  return std::llround(iterations_per_s * ComputingMs(experiment).value_or(0) / 1000);
}

std::vector<Task> MakeTasks(const Experiment& experiment, const std::string& origin) {
  const ExperimentInfo& info = InfoOf(experiment.kind);
  if (info.make_tasks != nullptr) return info.make_tasks(experiment, origin);
  const Task pattern = {.kind = info.kernel,
                        .size = std::max<int64_t>(1, experiment.size),
                        .serial_share = experiment.serial_fraction / 100};
  return Alike(static_cast<size_t>(experiment.tasks), pattern);
}

}  // namespace lab
