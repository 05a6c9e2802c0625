// The convoy: one thread waits and responds, beside others that compute until its last response.
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "experiment/kinds.h"
#include "experiment/plan.h"
#include "words/english/experiments.h"

namespace lab {
namespace {

constexpr std::string_view kConvoySettings[] = {"busy", "answers", "call"};
constexpr std::string_view kSizedByAnswers[] = {"answers"};
constexpr ShownFile kConvoyFiles[] = {{"workload/turns.cc", &words::kShowsTurns},
                                      {"workload/count.cc", &words::kShowsCounting}};

constexpr int kFewestBusyAtEnd = 4;
constexpr int kFewestAnswers = 10;

// It has as many threads as tasks.
void SettleConvoy(Experiment& experiment) {
  experiment.workers = experiment.tasks = experiment.busy + 1;
}

// The thread that responds comes first, since all the others are there for its sake.
std::vector<Task> MakeConvoy(const Experiment& experiment, const std::string&) {
  const Task answer = {
      .kind = TaskKind::kAnswer, .parts = experiment.answers, .latency_ms = kAnswerWaitMs};
  const int64_t call =
      std::llround(static_cast<double>(experiment.size) * experiment.call_ms / kBusySliceMs);
  const Task busy = {.kind = TaskKind::kBusy,
                     .size = std::max(experiment.size, call),
                     .call_size = call,
                     .background = true};
  std::vector<Task> tasks = Alike(static_cast<size_t>(experiment.busy) + 1, busy);
  tasks.front() = answer;
  return tasks;
}

std::optional<double> SliceOf(const Experiment&) { return kBusySliceMs; }

// How late a response comes under the GIL: each of those that compute has it for a switch interval.
double ConvoySeconds(const Experiment& experiment, bool locked) {
  const double late_ms =
      locked ? experiment.busy * std::max(experiment.switch_interval_ms, experiment.call_ms) : 0;
  return experiment.answers * (kAnswerWaitMs + late_ms) / 1000;
}

std::vector<double> BusyPoints(const Experiment& experiment, bool thin) {
  std::vector<double> points = PointsUpTo(std::max(kFewestBusyAtEnd, experiment.busy), thin);
  points.insert(points.begin(), 0);
  return points;
}

void GoToBusy(Experiment& experiment, double at) {
  experiment.busy = static_cast<int>(at);
  SettleConvoy(experiment);
}

void ScaleAnswers(Experiment& experiment, double factor) {
  experiment.answers = std::max(1, static_cast<int>(std::lround(experiment.answers * factor)));
}

Reach ReachOfAnswers(const Experiment& experiment, const ShortestTask&) {
  return {.least = std::min(1.0, static_cast<double>(kFewestAnswers) / experiment.answers),
          .most = 1};
}

std::string ConvoyText(const Experiment& experiment) {
  return Phrase<words::kSizeResponses>("count"_a = experiment.answers);
}

}  // namespace

constinit const ExperimentInfo kConvoyExperiment = {
    .kind = ExperimentKind::kConvoy,
    .name = "convoy",
    .title = &words::kConvoyTitle,
    .tag = &words::kConvoyTag,
    .question = &words::kConvoyQuestion,
    .about = &words::kConvoyAbout,
    .work = WorkKind::kAnswering,
    .in_tutorial = false,
    .settings = kConvoySettings,
    .sized_by = kSizedByAnswers,
    .turned_first = "switch-interval",
    .settle = SettleConvoy,
    .make_tasks = MakeConvoy,
    .computing_ms = SliceOf,
    .trial_s = ConvoySeconds,
    .axis = {.kind = AxisKind::kBusy,
             .setting = "busy",
             .label = &words::kBusyThreads,
             .point = &words::kAtBusyThreads,
             .column = &words::kBusyThreads,
             .heading = &words::kMoreBusyThreads,
             .upwards = &words::kHowLateResponsesCame},
    .points = BusyPoints,
    .go_to = GoToBusy,
    .scale = ScaleAnswers,
    .reach = ReachOfAnswers,
    .size_text = ConvoyText,
    .sources = kConvoyFiles,
};

}  // namespace lab
