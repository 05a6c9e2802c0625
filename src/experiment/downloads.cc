// Downloads: tasks that wait for a server, or wait as long without asking one.
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "experiment/kinds.h"
#include "experiment/setting_reader.h"
#include "words/english/experiments.h"
#include "words/english/settings.h"

namespace lab {
namespace {

constexpr std::string_view kDownloadsSettings[] = {
    "workers", "tasks", "latency", "serial-fraction", "chunk", "latency-only", "urls", "timeout"};
constexpr std::string_view kSizedByLatency[] = {"latency"};
constexpr ShownFile kDownloadsFiles[] = {{"workload/run_task.cc", &words::kShowsDownload}};

// They are kept as they are for people unless time lacks, but never shorter than this.
constexpr double kShortestWaitMs = 20;

bool DownloadsMatter(std::string_view setting, const Experiment& experiment) {
  if (setting == "serial-fraction") return experiment.latency_only;
  if (setting == "latency" || setting == "tasks") return !FetchesTypedUrls(experiment);
  if (setting == "urls" || setting == "timeout") return !experiment.latency_only;
  return true;
}

// The laboratory's own server would still be waiting when nobody listens any more.
bool GivesUpTooEarly(const Experiment& experiment) {
  return !experiment.latency_only && experiment.urls.empty() &&
         experiment.latency_ms >= experiment.timeout_ms;
}

// Typed addresses are the downloads; a latency that is left to the plan is shorter than the
// timeout.
void SettleDownloads(Experiment& experiment) {
  if (FetchesTypedUrls(experiment)) experiment.tasks = static_cast<int>(experiment.urls.size());
  if (GivesUpTooEarly(experiment) && experiment.left_to_plan.size)
    experiment.latency_ms = std::floor(experiment.timeout_ms / 2);
}

std::optional<Error> LatencyBeyondTimeout(const Experiment& experiment) {
  if (!GivesUpTooEarly(experiment)) return std::nullopt;
  return Complaint(
      "latency",
      Phrase<words::kLatencyBeyondTimeout>("latency"_a = NumberText(experiment.latency_ms),
                                           "timeout"_a = NumberText(experiment.timeout_ms)),
      Phrase<words::kShorterLatency>());
}

// The address of download number `n` (from 1).
std::string DelayUrl(const std::string& origin, double latency_ms, int n) {
  return origin + Format("/delay/%.0f/posts/%d.json", latency_ms, n);
}

std::vector<Task> MakeDownloads(const Experiment& experiment, const std::string& origin) {
  const Task pattern = {.kind = AsksServers(experiment) ? TaskKind::kDownload : TaskKind::kWait,
                        .size = std::max<int64_t>(1, experiment.size),
                        .serial_share = experiment.serial_fraction / 100,
                        .latency_ms = std::round(experiment.latency_ms),
                        .timeout_ms = experiment.timeout_ms};
  const bool typed = FetchesTypedUrls(experiment);
  std::vector<Task> tasks =
      Alike(typed ? experiment.urls.size() : static_cast<size_t>(experiment.tasks), pattern);
  for (Task& task : tasks) {
    if (typed) task.url = experiment.urls[static_cast<size_t>(task.index)];
    else if (task.kind == TaskKind::kDownload)
      task.url = DelayUrl(origin, task.latency_ms, task.index + 1);
  }
  return tasks;
}

double LatencyOf(const Experiment& experiment) { return experiment.latency_ms; }

void ScaleLatency(Experiment& experiment, double factor) {
  experiment.latency_ms = std::round(experiment.latency_ms * factor);
}

Reach ReachOfLatency(const Experiment& experiment, const ShortestTask& shortest) {
  const double shortest_ms = std::max(kShortestWaitMs, shortest.seen_s * 1000);
  return {.least = std::min(1.0, shortest_ms / std::max(1.0, experiment.latency_ms)), .most = 1};
}

std::string DownloadsText(const Experiment& experiment) {
  if (FetchesTypedUrls(experiment))
    return Phrase<words::kSizeAddresses>("count"_a = experiment.urls.size());
  return Phrase<words::kSizeDownloads>("tasks"_a = experiment.tasks,
                                       "latency"_a = std::round(experiment.latency_ms));
}

}  // namespace

constinit const ExperimentInfo kDownloadsExperiment = {
    .kind = ExperimentKind::kDownloads,
    .name = "downloads",
    .title = &words::kDownloadsTitle,
    .tag = &words::kDownloadsTag,
    .question = &words::kDownloadsQuestion,
    .about = &words::kDownloadsAbout,
    .task = {&words::kDownload, &words::kDownloads},
    .value = &words::kBytes,
    .work = WorkKind::kWaiting,
    .asks_servers = true,
    .workers = 5,
    .tasks = 5,
    .settings = kDownloadsSettings,
    .matters = DownloadsMatter,
    .sized_by = kSizedByLatency,
    .settle = SettleDownloads,
    .contradiction = LatencyBeyondTimeout,
    .make_tasks = MakeDownloads,
    .waiting_ms = LatencyOf,
    .scale = ScaleLatency,
    .reach = ReachOfLatency,
    .size_text = DownloadsText,
    .sources = kDownloadsFiles,
};

}  // namespace lab
