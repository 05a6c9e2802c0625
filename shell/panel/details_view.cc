#include "shell/panel/details_view.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "experiment/experiment_info.h"
#include "experiment/model_info.h"
#include "report/figures_text.h"
#include "report/machine_text.h"
#include "report/rounds_text.h"
#include "shell/panel/unfolded.h"
#include "shell/toolkit/widgets.h"
#include "shell/view/figures.h"
#include "shell/view/run_words.h"
#include "words/english/details.h"
#include "words/english/panel.h"

namespace lab::panel {
namespace {

// A name at the left and what it is at the right of it; a click copies that.
void Fact(const Ui& ui, std::string_view name, const std::string& value) {
  if (value.empty()) return;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float width = ImGui::GetContentRegionAvail().x;
  const float name_width = ui.Px(128);
  DrawText({at.x, at.y + ui.Px(1)}, ui.fonts.small, ui.theme.muted, name);
  const float room = width - name_width;
  const ImVec2 size = TextSize(ui.fonts.mono_small, value, room);
  const bool one_line = size.y < ui.fonts.mono_small->FontSize * 1.5f;
  ImGui::PushID(name.data(), name.data() + name.size());
  if (one_line) {
    CopyableText(ui, "value", {at.x + name_width, at.y}, ui.fonts.mono_small, ui.theme.text, value,
                 value);
  } else {
    DrawWrapped({at.x + name_width, at.y}, ui.fonts.mono_small, ui.theme.text, value, room);
  }
  ImGui::PopID();
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({width, size.y + ui.Px(6)});
}

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

void ModelColumn(const Ui& ui, const ModelResult& figure, const Outcome& outcome) {
  const double timer_step_s = outcome.result ? outcome.result->calibration.timer_step_s : 0;
  const bool compared =
      figure.model != kSequential && figure.verdict.code != VerdictCode::kTooShort;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float side = ui.Px(10);
  const float top = at.y + (ui.fonts.strong->FontSize - side) / 2;
  ImGui::GetWindowDrawList()->AddRectFilled({at.x, top}, {at.x + side, top + side},
                                            Ink(ModelEdge(figure.model, ui.theme)), ui.Px(2));
  DrawText({at.x + side + ui.Px(8), at.y}, ui.fonts.strong, ui.theme.text, LabelOf(figure.model));
  ImGui::Dummy({0, ui.fonts.strong->FontSize + ui.Px(8)});
  ImGui::PushID(figure.model.c_str());
  Fact(ui, TextOf<words::kFactRepetitions>(), SamplesText(figure));
  if (compared && figure.response)
    Fact(ui, TextOf<words::kFactTimesAsLate>(), RatioWithInterval(Inverse(figure.speedup)));
  else if (compared) Fact(ui, TextOf<words::kFactSpeedup>(), ExactSpeedup(figure));
  Fact(ui, TextOf<words::kFactWorkers>(), Format("%d", figure.workers));
  if (!figure.verdict.text.empty()) Fact(ui, TextOf<words::kFactVerdict>(), figure.verdict.text);
  if (figure.startup_s > 0)
    Fact(ui, TextOf<words::kFactStartup>(), StartupText(figure, timer_step_s));
  if (const std::string lanes = LanesText(figure, timer_step_s); !lanes.empty())
    Fact(ui, TextOf<words::kFactEachWorker>(), lanes);
  if (figure.memory_bytes)
    Fact(ui, TextOf<words::kFactMemoryUsed>(),
         Phrase<words::kMemoryUsedIs>("size"_a = std::round(*figure.memory_bytes / 1024)));
  if (figure.handoffs)
    Fact(ui, TextOf<words::kFactHandOffs>(),
         Phrase<words::kHandOffsAre>("count"_a = std::round(*figure.handoffs)));
  if (figure.model != kSequential)
    Fact(ui, TextOf<words::kFactMemory>(),
         Phrase<words::kMemoryIs>("shared"_a = figure.shared_memory ? "yes" : "no"));
  if (figure.response)
    Fact(ui, TextOf<words::kFactResponses>(), ResponseText(*figure.response, timer_step_s));
  Fact(ui, TextOf<words::kFactResult>(), ValueText(figure.value, outcome.experiment.kind));
  Fact(ui, TextOf<words::kFactChecksum>(),
       Format("%016llx", static_cast<unsigned long long>(figure.checksum)));
  ImGui::PopID();
  Space(ui, 12);
}

void MachineFacts(const Ui& ui, const Environment& machine) {
  Paragraph(ui, ui.fonts.strong, ui.theme.text, TextOf<words::kMachineHeading>());
  Space(ui, 8);
  Fact(ui, TextOf<words::kFactSystem>(), machine.system);
  Fact(ui, TextOf<words::kFactProcessor>(), machine.cpu);
  Fact(ui, TextOf<words::kFactCores>(),
       Phrase<words::kCoresAre>("cores"_a = machine.cores, "limits"_a = LimitsText(machine)));
  if (machine.timer_step_s > 0)
    Fact(ui, TextOf<words::kFactClock>(),
         Phrase<words::kClockIs>("step"_a = StepText(machine.timer_step_s)));
  Fact(ui, TextOf<words::kFactBuild>(),
       Phrase<words::kBuildIs>("platform"_a = machine.platform, "build"_a = machine.build,
                               "optimised"_a = machine.optimised ? "yes" : "no"));
  if (machine.platform == "web")
    Fact(ui, TextOf<words::kFactIsolated>(),
         Phrase<words::kIsolatedIs>("isolated"_a = machine.isolated ? "yes" : "no"));
  Fact(ui, TextOf<words::kFactCompiler>(), machine.compiler);
  Fact(ui, TextOf<words::kFactVersion>(),
       Phrase<words::kVersionIs>("version"_a = machine.lab_version));
}

void CalibrationFacts(const Ui& ui, const Calibration& calibration) {
  Paragraph(ui, ui.fonts.strong, ui.theme.text, TextOf<words::kCalibration>());
  Space(ui, 8);
  Fact(ui, TextOf<words::kFactAvailable>(),
       calibration.cores_measured
           ? Phrase<words::kAvailableAre>("cores"_a = Format("%.2f", calibration.effective_cores),
                                          "stolen"_a = std::round(calibration.stolen * 100))
           : Phrase<words::kAvailableUnknown>());
  Fact(ui, TextOf<words::kFactRounds>(), RoundsText(calibration));
  Fact(ui, TextOf<words::kFactEnded>(), EndText(calibration));
  Fact(ui, TextOf<words::kFactDrift>(),
       Phrase<words::kDriftIs>("drift"_a = Format("%+.1f", calibration.drift * 100)));
  if (calibration.other_cores)
    Fact(ui, TextOf<words::kFactOthers>(),
         Phrase<words::kOthersTook>("cores"_a = Format("%.2f", *calibration.other_cores)));
  if (calibration.task_s > 0) {
    Fact(ui, TextOf<words::kFactTask>(),
         Phrase<words::kTaskIs>("time"_a = Duration(calibration.task_s),
                                "iterations"_a = calibration.task_size,
                                "scaled"_a = calibration.scaled ? "yes" : "no"));
  }
  Space(ui, 12);
}

}  // namespace

ResultAsked ResultActions(const Ui& ui, const State& state, Unfolded& open) {
  ResultAsked asked;
  const Outcome& outcome = state.outcome();
  const bool narrow = ui.layout.narrow;
  ButtonFlow flow(ui, ButtonLook::kQuiet, narrow ? 3 : 0);
  flow.Disclosure("details", TextOf<words::kDetails>(), open.details);
  flow.Disclosure("code", TextOf<words::kCode>(), open.code);
  flow.Disclosure("save", TextOf<words::kSave>(), open.save);
  if (flow.Button("copy-results", narrow ? TextOf<words::kCopy>() : TextOf<words::kCopyResults>(),
                  !outcome.figures.empty()))
    asked.copy = true;
  // A page can ask for files; the window takes those that are dropped on it.
  const bool native = state.environment && state.environment->platform == "native";
  if (!native) {
    asked.open = flow.Button("open", TextOf<words::kOpenFile>(), state.environment.has_value());
    HintForItem(ui, TextOf<words::kOpenFileHint>());
  }
  // Last, since its words grow when the machine is known: nothing behind it moves.
  if (flow.Button("sweep", SweepLabel(state, narrow), CanRun(state))) asked.sweep = true;
  HintForItem(ui, TextOf<words::kSweepHint>());
  return asked;
}

void DetailsView(const Ui& ui, const State& state) {
  const Outcome& outcome = state.outcome();
  for (const ModelResult& figure : outcome.figures) ModelColumn(ui, figure, outcome);
  if (outcome.result) CalibrationFacts(ui, outcome.result->calibration);
  if (outcome.result && outcome.recorded) {
    MachineFacts(ui, outcome.result->environment);
  } else if (state.environment) {
    MachineFacts(ui, *state.environment);
  }
}

}  // namespace lab::panel
