#include "experiment/plan.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <random>
#include <utility>

#include "base/text.h"

namespace lab {
namespace {

TaskKind KindOf(const Experiment& experiment) {
  switch (experiment.kind) {
    case ExperimentKind::kCount: return TaskKind::kCount;
    case ExperimentKind::kHeavy: return TaskKind::kHeavy;
    case ExperimentKind::kDownloads: return experiment.latency_only ? TaskKind::kWait : TaskKind::kDownload;
  }
  return TaskKind::kCount;
}

// More rounds of a kind than a run can have, so that seeds do not share orders.
constexpr uint64_t kMostRounds = 1000;

// The address of download number `n` (from 1).
std::string DelayUrl(const std::string& origin, double latency_ms, int n) {
  return origin + Format("/delay/%.0f/posts/%d.json", latency_ms, n);
}

}  // namespace

std::vector<Trial> MakeRound(const std::vector<std::string>& models, int repetition, bool warmup, int seed) {
  std::vector<Trial> round;
  for (const std::string& model : models) round.push_back({.model = model, .repetition = repetition, .warmup = warmup});
  // Fisher-Yates; the generator's numbers are fixed by the standard, those of its distributions are not.
  std::mt19937_64 random(static_cast<uint64_t>(seed) * 2 * kMostRounds + static_cast<uint64_t>(repetition) * 2 + (warmup ? 1 : 0));
  const size_t fixed = repetition == 0 ? 1 : 0;
  for (size_t left = round.size(); left > fixed + 1; --left) std::swap(round[left - 1], round[fixed + random() % (left - fixed)]);
  return round;
}

std::vector<int> SweepPoints(int most) {
  std::vector<int> points;
  for (int workers = 1; workers < most; workers += std::max(1, static_cast<int>(std::bit_floor(static_cast<unsigned>(workers))) / 4)) {
    points.push_back(workers);
  }
  points.push_back(most);
  return points;
}

Experiment AtWorkers(const Experiment& experiment, int workers) {
  Experiment point = experiment;
  point.workers = workers;
  if (experiment.kind == ExperimentKind::kDownloads) return point;
  point.size = std::max<int64_t>(1, experiment.size * experiment.tasks / workers);
  point.tasks = workers;
  return point;
}

std::vector<Task> MakeProbe(int lanes, int each, int64_t size) {
  std::vector<Task> tasks(static_cast<size_t>(lanes) * each, {.kind = TaskKind::kCount, .size = size});
  for (size_t index = 0; index < tasks.size(); ++index) tasks[index].index = static_cast<int>(index);
  return tasks;
}

bool NeedsDelayOrigin(const Experiment& experiment) { return KindOf(experiment) == TaskKind::kDownload && !FetchesTypedUrls(experiment); }

std::vector<Task> MakeTasks(const Experiment& experiment, bool warmup, const std::string& origin) {
  const double share = warmup ? kWarmupShare : 1;
  const Task pattern = {.kind = KindOf(experiment),
                        .index = 0,
                        .mark = 0,
                        .size = std::max<int64_t>(1, std::llround(static_cast<double>(experiment.size) * share)),
                        .serial_share = experiment.serial_fraction / 100,
                        .latency_ms = std::round(experiment.latency_ms * share),
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
