#include "experiment/plan.h"

#include <algorithm>
#include <cmath>

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

// The address of download number `n` (from 1).
std::string DelayUrl(const std::string& origin, double latency_ms, int n) {
  return origin + Format("/delay/%.0f/posts/%d.json", latency_ms, n);
}

}  // namespace

std::vector<Trial> MakePlan(const std::vector<std::string>& models, int warmups, int repetitions) {
  std::vector<Trial> plan;
  const auto add_rounds = [&](int rounds, bool warmup) {
    for (int round = 0; round < rounds; ++round) {
      for (const std::string& model : models) plan.push_back({.model = model, .repetition = round, .warmup = warmup});
    }
  };
  add_rounds(warmups, true);
  add_rounds(repetitions, false);
  return plan;
}

bool NeedsDelayOrigin(const Experiment& experiment) { return KindOf(experiment) == TaskKind::kDownload && !FetchesTypedUrls(experiment); }

std::vector<Task> MakeTasks(const Experiment& experiment, bool warmup, const std::string& origin) {
  const double share = warmup ? kWarmupShare : 1;
  const Task pattern = {.kind = KindOf(experiment),
                        .index = 0,
                        .mark = 0,
                        .size = std::max<int64_t>(1, std::llround(static_cast<double>(experiment.size) * share)),
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
