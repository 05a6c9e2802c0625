#include "experiment/plan.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>
#include <random>
#include <utility>

#include "base/text.h"
#include "experiment/presets.h"

namespace lab {
namespace {

TaskKind KindOf(const Experiment& experiment) {
  switch (experiment.kind) {
    case ExperimentKind::kCount: return TaskKind::kCount;
    case ExperimentKind::kHeavy: return TaskKind::kHeavy;
    case ExperimentKind::kDownloads: return experiment.latency_only ? TaskKind::kWait : TaskKind::kDownload;
    case ExperimentKind::kMixed: return TaskKind::kMixed;
    case ExperimentKind::kConvoy: return TaskKind::kAnswer;
  }
  return TaskKind::kCount;
}

// More rounds of a kind than a run can have, so that seeds do not share orders.
constexpr uint64_t kMostRoundsOfAll = 1000;

// Fisher-Yates; the generator's numbers are fixed by the standard, those of its distributions are not.
std::vector<size_t> Shuffled(size_t number, std::mt19937_64& random) {
  std::vector<size_t> order(number);
  std::iota(order.begin(), order.end(), 0U);
  for (size_t left = number; left > 1; --left) std::swap(order[left - 1], order[random() % left]);
  return order;
}

// 0, 1, n - 1, 2, n - 2 …: the first row of a Williams square, whose others are shifted by one, two and so on.
size_t Zigzag(size_t place, size_t number) { return place % 2 == 1 ? (place + 1) / 2 : (number - place / 2) % number; }

// The address of download number `n` (from 1).
std::string DelayUrl(const std::string& origin, double latency_ms, int n) {
  return origin + Format("/delay/%.0f/posts/%d.json", latency_ms, n);
}

// Those that matter of 1 to `most`, and `most` itself.
std::vector<double> WorkerPoints(int most, bool thin) {
  constexpr double kAll = 4;
  const double factor = thin ? 2 : std::numbers::sqrt2;
  std::vector<double> points;
  for (double workers = 1; std::round(workers) < most; workers = workers < kAll && !thin ? workers + 1 : workers * factor) {
    points.push_back(std::round(workers));
  }
  points.push_back(most);
  return points;
}

// Cut anew, so that every number of workers does the same work in one task each; waits cannot be cut and
// stay as they are.
Experiment AtWorkers(const Experiment& experiment, int workers) {
  Experiment point = experiment;
  point.workers = workers;
  if (!InfoOf(experiment.kind).computes) return point;
  point.size = std::max<int64_t>(1, experiment.size * experiment.tasks / workers);
  point.tasks = workers;
  return point;
}

std::vector<Task> Numbered(std::vector<Task> tasks) {
  for (size_t index = 0; index < tasks.size(); ++index) tasks[index].index = static_cast<int>(index);
  return tasks;
}

// The thread that answers comes first, since all the others are there for its sake.
std::vector<Task> ConvoyTasks(const Experiment& experiment) {
  Task answer = {.kind = TaskKind::kAnswer, .parts = experiment.answers, .latency_ms = kAnswerWaitMs};
  const int64_t call = std::llround(static_cast<double>(experiment.size) * experiment.call_ms / kBusySliceMs);
  const Task busy = {.kind = TaskKind::kBusy, .size = std::max(experiment.size, call), .call_size = call, .background = true};
  std::vector<Task> tasks = {answer};
  tasks.insert(tasks.end(), static_cast<size_t>(experiment.busy), busy);
  return Numbered(std::move(tasks));
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
    round.push_back({.model = models[order[(row + Zigzag(place, number)) % number]], .repetition = repetition});
  }
  return round;
}

std::vector<Task> MakeProbe(int lanes, int each, int64_t size) {
  return Numbered(std::vector<Task>(static_cast<size_t>(lanes) * each, {.kind = TaskKind::kCount, .size = size}));
}

bool Computes(const Experiment& experiment) { return InfoOf(experiment.kind).computes; }

std::vector<Task> MakeWarmup(const Experiment& experiment, int workers, int64_t slice) {
  const TaskKind kernel = experiment.kind == ExperimentKind::kHeavy ? TaskKind::kHeavy : TaskKind::kCount;
  return Numbered(std::vector<Task>(static_cast<size_t>(workers) * kWarmSlices, {.kind = kernel, .size = slice}));
}

bool NeedsDelayOrigin(const Experiment& experiment) { return KindOf(experiment) == TaskKind::kDownload && !FetchesTypedUrls(experiment); }

std::vector<double> SweepPoints(const Experiment& experiment, bool thin) {
  if (!experiment.points.empty()) return experiment.points;
  constexpr double kShareStep = 20;
  constexpr int kFewestBusy = 4;
  std::vector<double> points;
  switch (experiment.kind) {
    case ExperimentKind::kMixed:
      for (double share = 0; share <= 100; share += kShareStep) points.push_back(share);
      return points;
    case ExperimentKind::kConvoy:
      points = WorkerPoints(std::max(kFewestBusy, experiment.busy), thin);
      points.insert(points.begin(), 0);
      return points;
    default: return WorkerPoints(experiment.workers, thin);
  }
}

Experiment AtPoint(const Experiment& experiment, double at) {
  if (InfoOf(experiment.kind).axis == "workers") return AtWorkers(experiment, static_cast<int>(at));
  Experiment point = experiment;
  if (experiment.kind == ExperimentKind::kMixed) point.cpu_share = at;
  if (experiment.kind == ExperimentKind::kConvoy) point.busy = static_cast<int>(at);
  if (experiment.kind == ExperimentKind::kConvoy) point.workers = point.tasks = point.busy + 1;
  return point;
}

bool CutByTime(const Experiment& experiment) {
  return experiment.kind == ExperimentKind::kConvoy || (experiment.kind == ExperimentKind::kMixed && experiment.calibrate);
}

int64_t IterationsOf(const Experiment& experiment, double iterations_per_s) {
  const double ms = experiment.kind == ExperimentKind::kConvoy ? kBusySliceMs : experiment.duration_ms * experiment.cpu_share / 100;
  return std::llround(iterations_per_s * ms / 1000);
}

std::vector<Task> MakeTasks(const Experiment& experiment, const std::string& origin) {
  if (experiment.kind == ExperimentKind::kConvoy) return ConvoyTasks(experiment);
  const bool mixed = experiment.kind == ExperimentKind::kMixed;
  const double waiting_ms = mixed ? experiment.duration_ms * (1 - experiment.cpu_share / 100) : experiment.latency_ms;
  const Task pattern = {.kind = KindOf(experiment),
                        .index = 0,
                        .mark = 0,
                        .size = std::max<int64_t>(mixed ? 0 : 1, experiment.size),
                        .serial_share = mixed ? 0 : experiment.serial_fraction / 100,
                        .parts = mixed ? kMixedParts : 1,
                        .latency_ms = mixed ? waiting_ms : std::round(waiting_ms),
                        .timeout_ms = experiment.timeout_ms,
                        .url = {}};
  const bool typed = FetchesTypedUrls(experiment);
  std::vector<Task> tasks(typed ? experiment.urls.size() : static_cast<size_t>(experiment.tasks), pattern);
  for (size_t index = 0; index < tasks.size(); ++index) {
    Task& task = tasks[index];
    task.index = static_cast<int>(index);
    if (typed) task.url = experiment.urls[index];
    else if (task.kind == TaskKind::kDownload) task.url = DelayUrl(origin, task.latency_ms, task.index + 1);
  }
  return tasks;
}

}  // namespace lab
