#include "shell/view/details.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "experiment/experiment_info.h"
#include "experiment/model_info.h"
#include "report/figures_text.h"
#include "report/machine_text.h"
#include "report/rounds_text.h"
#include "shell/view/figures.h"
#include "words/english/details.h"

namespace lab::panel {
namespace {

std::string SamplesText(const ModelResult& figure) {
  const TimeScale scale = ScaleFor({&figure, 1});
  const auto exact = [&](double seconds) { return Format("%.3f", seconds * scale.factor); };
  std::string times;
  for (size_t at = 0; at < figure.samples_s.size(); ++at) {
    const bool outlier =
        std::ranges::find(figure.outliers, static_cast<int>(at)) != figure.outliers.end();
    times += (times.empty() ? "" : "  ") + exact(figure.samples_s[at]) + (outlier ? "*" : "");
  }
  std::string uncounted;
  for (const double seconds : figure.disturbed_s)
    uncounted += (uncounted.empty() ? "" : "  ") + exact(seconds);
  return Phrase<words::kRepetitionsAre>(
      "times"_a = times, "unit"_a = scale.unit, "median"_a = exact(figure.median_s),
      "mad"_a = exact(figure.mad_s), "outliers"_a = figure.outliers.empty() ? "" : "some",
      "uncounted"_a = uncounted);
}

std::string ExactSpeedup(const ModelResult& figure) {
  const RoundsWon won = figure.rounds_won.value_or(RoundsWon{});
  return Phrase<words::kSpeedupIs>("ratio"_a = Format("%.3f", figure.speedup.ratio),
                                   "interval"_a = RangeWithConfidence(figure.speedup),
                                   "faster"_a = won.faster, "rounds"_a = won.of);
}

std::string StartupText(const ModelResult& figure, double timer_step_s) {
  return Phrase<words::kStartupIs>("cold"_a = DurationSeen(figure.startup_s, timer_step_s),
                                   "warm"_a = DurationSeen(figure.warm_startup_s, timer_step_s),
                                   "speedup"_a = figure.model != kSequential && !figure.response
                                                     ? TimesText(figure.cold_speedup)
                                                     : "");
}

// So many workers are told one by one.
constexpr size_t kMostWorkersTold = 8;

// What the workers have between them.
std::string LanesTogether(const ModelResult& figure, double timer_step_s) {
  const auto [least_busy, most_busy] = std::ranges::minmax(figure.lanes, {}, &LaneFigures::busy_s);
  const auto cpu = [](const LaneFigures& lane) { return lane.cpu_s.value_or(0); };
  const auto [least_cpu, most_cpu] = std::ranges::minmax(figure.lanes, {}, cpu);
  return Phrase<words::kWorkersBetween>(
      "busy_low"_a = DurationSeen(least_busy.busy_s, timer_step_s),
      "busy_high"_a = DurationSeen(most_busy.busy_s, timer_step_s),
      "cpu_low"_a = Duration(cpu(least_cpu)), "cpu_high"_a = Duration(cpu(most_cpu)));
}

// Busy, processor time and context switches of each worker, where the system tells.
std::string LanesText(const ModelResult& figure, double timer_step_s) {
  if (figure.lanes.size() > kMostWorkersTold && figure.lanes.front().cpu_s)
    return LanesTogether(figure, timer_step_s);
  std::string lines;
  for (const LaneFigures& lane : figure.lanes) {
    if (!lane.cpu_s) continue;
    lines += (lines.empty() ? "" : "\n") +
             Phrase<words::kWorkerIs>("busy"_a = DurationSeen(lane.busy_s, timer_step_s),
                                      "cpu"_a = Duration(*lane.cpu_s),
                                      "voluntary"_a = std::round(lane.voluntary.value_or(0)),
                                      "involuntary"_a = std::round(lane.involuntary.value_or(0)));
  }
  return lines;
}

std::string ValueText(double value, ExperimentKind kind) {
  const ExperimentInfo& info = InfoOf(kind);
  if (info.value != nullptr) return Phrase(*info.value, value);
  return info.whole ? Grouped(value) : Format("%.12g", value);
}

std::string ResponseText(const Response& response, double timer_step_s) {
  const auto late = [&](double seconds) { return LateText(seconds, timer_step_s); };
  return Phrase<words::kResponsesAre>(
      "median"_a = late(response.median_s), "p90"_a = late(response.p90_s),
      "p99"_a = late(response.p99_s), "count"_a = response.delays_s.size());
}

// What is not known has no fact.
void Add(FactGroup& group, std::string_view name, std::string value) {
  if (!value.empty()) group.facts.push_back({.name = std::string(name), .value = std::move(value)});
}

FactGroup GroupOf(const ModelResult& figure, const Outcome& outcome) {
  const double timer_step_s = outcome.result ? outcome.result->calibration.timer_step_s : 0;
  const bool compared =
      figure.model != kSequential && figure.verdict.code != VerdictCode::kTooShort;
  FactGroup group = {.heading = LabelOf(figure.model), .model = figure.model, .facts = {}};
  Add(group, TextOf<words::kFactRepetitions>(), SamplesText(figure));
  if (compared && figure.response)
    Add(group, TextOf<words::kFactTimesAsLate>(), RatioWithInterval(Inverse(figure.speedup)));
  else if (compared) Add(group, TextOf<words::kFactSpeedup>(), ExactSpeedup(figure));
  Add(group, TextOf<words::kFactWorkers>(), Format("%d", figure.workers));
  Add(group, TextOf<words::kFactVerdict>(), figure.verdict.text);
  if (figure.startup_s > 0)
    Add(group, TextOf<words::kFactStartup>(), StartupText(figure, timer_step_s));
  Add(group, TextOf<words::kFactEachWorker>(), LanesText(figure, timer_step_s));
  if (figure.memory_bytes)
    Add(group, TextOf<words::kFactMemoryUsed>(),
        Phrase<words::kMemoryUsedIs>("size"_a = std::round(*figure.memory_bytes / 1024)));
  if (figure.handoffs)
    Add(group, TextOf<words::kFactHandOffs>(),
        Phrase<words::kHandOffsAre>("count"_a = std::round(*figure.handoffs)));
  if (figure.model != kSequential)
    Add(group, TextOf<words::kFactMemory>(),
        Phrase<words::kMemoryIs>("shared"_a = figure.shared_memory ? "yes" : "no"));
  if (figure.response)
    Add(group, TextOf<words::kFactResponses>(), ResponseText(*figure.response, timer_step_s));
  Add(group, TextOf<words::kFactResult>(), ValueText(figure.value, outcome.experiment.kind));
  Add(group, TextOf<words::kFactChecksum>(),
      Format("%016llx", static_cast<unsigned long long>(figure.checksum)));
  return group;
}

FactGroup GroupOf(const Environment& machine) {
  FactGroup group = {.heading = Phrase<words::kMachineHeading>(), .model = "", .facts = {}};
  Add(group, TextOf<words::kFactSystem>(), machine.system);
  Add(group, TextOf<words::kFactProcessor>(), machine.cpu);
  Add(group, TextOf<words::kFactCores>(),
      Phrase<words::kCoresAre>("cores"_a = machine.cores, "limits"_a = LimitsText(machine)));
  if (machine.timer_step_s > 0)
    Add(group, TextOf<words::kFactClock>(),
        Phrase<words::kClockIs>("step"_a = StepText(machine.timer_step_s)));
  Add(group, TextOf<words::kFactBuild>(),
      Phrase<words::kBuildIs>("platform"_a = machine.platform, "build"_a = machine.build,
                              "optimised"_a = machine.optimised ? "yes" : "no"));
  if (machine.platform == "web")
    Add(group, TextOf<words::kFactIsolated>(),
        Phrase<words::kIsolatedIs>("isolated"_a = machine.isolated ? "yes" : "no"));
  Add(group, TextOf<words::kFactCompiler>(), machine.compiler);
  Add(group, TextOf<words::kFactVersion>(),
      Phrase<words::kVersionIs>("version"_a = machine.lab_version));
  return group;
}

FactGroup GroupOf(const Calibration& calibration) {
  FactGroup group = {.heading = Phrase<words::kCalibration>(), .model = "", .facts = {}};
  Add(group, TextOf<words::kFactAvailable>(),
      calibration.cores_measured
          ? Phrase<words::kAvailableAre>("cores"_a = Format("%.2f", calibration.effective_cores),
                                         "stolen"_a = std::round(calibration.stolen * 100))
          : Phrase<words::kAvailableUnknown>());
  Add(group, TextOf<words::kFactRounds>(), RoundsText(calibration));
  Add(group, TextOf<words::kFactEnded>(), EndText(calibration));
  Add(group, TextOf<words::kFactDrift>(),
      Phrase<words::kDriftIs>("drift"_a = Format("%+.1f", calibration.drift * 100)));
  if (calibration.other_cores)
    Add(group, TextOf<words::kFactOthers>(),
        Phrase<words::kOthersTook>("cores"_a = Format("%.2f", *calibration.other_cores)));
  if (calibration.task_s > 0)
    Add(group, TextOf<words::kFactTask>(),
        Phrase<words::kTaskIs>("time"_a = Duration(calibration.task_s),
                               "iterations"_a = calibration.task_size,
                               "scaled"_a = calibration.scaled ? "yes" : "no"));
  return group;
}

}  // namespace

std::vector<FactGroup> DetailsOf(const State& state) {
  const Outcome& outcome = state.outcome();
  std::vector<FactGroup> groups;
  for (const ModelResult& figure : outcome.figures) groups.push_back(GroupOf(figure, outcome));
  if (outcome.result) groups.push_back(GroupOf(outcome.result->calibration));
  if (outcome.result && outcome.recorded) groups.push_back(GroupOf(outcome.result->environment));
  else if (state.environment) groups.push_back(GroupOf(*state.environment));
  return groups;
}

}  // namespace lab::panel
