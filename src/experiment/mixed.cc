// Mixed: tasks that compute and wait in turns.
#include <algorithm>

#include "base/text.h"
#include "experiment/kinds.h"
#include "experiment/plan.h"
#include "words/english/experiments.h"

namespace lab {
namespace {

constexpr std::string_view kMixedSettings[] = {"workers", "tasks",     "size",    "calibrate",
                                               "chunk",   "cpu-share", "duration"};
constexpr std::string_view kSizedByDuration[] = {"duration", "size"};
constexpr ShownFile kMixedFiles[] = {{"workload/turns.cc", &words::kShowsTurns},
                                     {"workload/count.cc", &words::kShowsCounting}};

// The duration of a task says how many iterations its computing has, unless that is not measured.
bool MixedMatter(std::string_view setting, const Experiment& experiment) {
  return setting != "size" || !experiment.calibrate;
}

double ShareOfComputing(const Experiment& experiment) { return experiment.cpu_share / 100; }

double WaitingOf(const Experiment& experiment) {
  return experiment.duration_ms * (1 - experiment.cpu_share / 100);
}

std::optional<double> ComputingOf(const Experiment& experiment) {
  if (!experiment.calibrate) return std::nullopt;
  return experiment.duration_ms * experiment.cpu_share / 100;
}

std::vector<Task> MakeMixed(const Experiment& experiment, const std::string&) {
  const Task pattern = {.kind = TaskKind::kMixed,
                        .size = std::max<int64_t>(0, experiment.size),
                        .parts = kMixedParts,
                        .latency_ms = WaitingOf(experiment),
                        .timeout_ms = experiment.timeout_ms};
  return Alike(static_cast<size_t>(experiment.tasks), pattern);
}

std::vector<double> SharePoints(const Experiment&, bool) { return {0, 20, 40, 60, 80, 100}; }

void GoToShare(Experiment& experiment, double at) { experiment.cpu_share = at; }

void ScaleDuration(Experiment& experiment, double factor) {
  experiment.duration_ms = Rounded(experiment.duration_ms * factor);
}

// Longer than they usually are only where the clock would see nothing of them.
Reach ReachOfDuration(const Experiment& experiment, const ShortestTask& shortest) {
  const double least = std::max(std::min(1.0, shortest.useful_s * 1000 / experiment.duration_ms),
                                shortest.seen_s * 1000 / experiment.duration_ms);
  return {.least = least, .most = std::max(1.0, least)};
}

std::string MixedText(const Experiment& experiment) {
  return Phrase<words::kSizeMixed>("tasks"_a = experiment.tasks,
                                   "duration"_a = experiment.duration_ms);
}

}  // namespace

constinit const ExperimentInfo kMixedExperiment = {
    .kind = ExperimentKind::kMixed,
    .name = "mixed",
    .title = &words::kMixedTitle,
    .tag = &words::kMixedTag,
    .question = &words::kMixedQuestion,
    .about = &words::kMixedAbout,
    .workers = 4,
    .tasks = 8,
    .in_tutorial = false,
    .settings = kMixedSettings,
    .matters = MixedMatter,
    .sized_by = kSizedByDuration,
    .make_tasks = MakeMixed,
    .compute_share = ShareOfComputing,
    .waiting_ms = WaitingOf,
    .computing_ms = ComputingOf,
    .axis = {.kind = AxisKind::kShare,
             .setting = "cpu-share",
             .label = &words::kPercentComputing,
             .point = &words::kAtPercentComputing,
             .column = &words::kPercentComputing,
             .heading = &words::kMoreComputing,
             .step = 2.5,
             .ends_at_setting = false},
    .points = SharePoints,
    .go_to = GoToShare,
    .scale = ScaleDuration,
    .reach = ReachOfDuration,
    .size_text = MixedText,
    .sources = kMixedFiles,
};

}  // namespace lab
