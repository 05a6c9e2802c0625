#include "shell/panel/details_view.h"

#include <algorithm>
#include <vector>

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
    CopyableText(ui, "value", {at.x + name_width, at.y}, ui.fonts.mono_small, ui.theme.text, value, value);
  } else {
    DrawWrapped({at.x + name_width, at.y}, ui.fonts.mono_small, ui.theme.text, value, room);
  }
  ImGui::PopID();
  ImGui::SetCursorScreenPos(at);
  ImGui::Dummy({width, size.y + ui.Px(6)});
}

std::string SamplesText(const ModelResult& figure) {
  const TimeScale scale = ScaleFor({&figure, 1});
  std::string text;
  for (size_t at = 0; at < figure.samples_s.size(); ++at) {
    const bool outlier = std::ranges::find(figure.outliers, static_cast<int>(at)) != figure.outliers.end();
    text += (text.empty() ? "" : "  ") + Format("%.3f", figure.samples_s[at] * scale.factor) + (outlier ? "*" : "");
  }
  text += " " + scale.unit + Format(", median %.3f, MAD %.3f", figure.median_s * scale.factor, figure.mad_s * scale.factor);
  if (!figure.outliers.empty()) text += " (* outlier, still counted)";
  if (figure.disturbed_s.empty()) return text;
  text += "; not counted:";
  for (const double seconds : figure.disturbed_s) text += Format("  %.3f", seconds * scale.factor);
  return text + " " + scale.unit;
}

std::string ExactSpeedup(const ModelResult& figure) {
  const Estimate& speedup = figure.speedup;
  return Format("%.3f×  (", speedup.ratio) + RangeWithConfidence(speedup) +
         (figure.rounds_won ? Format("; faster in %d of %d round%s", figure.rounds_won->faster, figure.rounds_won->of, figure.rounds_won->of == 1 ? "" : "s") : "") + ")";
}

std::string StartupText(const ModelResult& figure, double timer_step_s) {
  std::string text = DurationSeen(figure.startup_s, timer_step_s) + " until every worker said hello; " + DurationSeen(figure.warm_startup_s, timer_step_s) + " when they wait already";
  if (figure.model != kSequential) text += "; with the cold start " + TimesText(figure.cold_speedup);
  return text;
}

// So many workers are told one by one.
constexpr size_t kMostWorkersTold = 8;

std::string BetweenText(std::vector<double> seconds, double timer_step_s) {
  const auto [least, most] = std::ranges::minmax_element(seconds);
  return DurationSeen(*least, timer_step_s) + " to " + DurationSeen(*most, timer_step_s);
}

// What the workers have between them.
std::string LanesTogether(const ModelResult& figure, double timer_step_s) {
  std::vector<double> busy, cpu;
  for (const LaneFigures& lane : figure.lanes) {
    busy.push_back(lane.busy_s);
    cpu.push_back(lane.cpu_s.value_or(0));
  }
  return BetweenText(busy, timer_step_s) + " busy, " + BetweenText(cpu, 0) + " CPU";
}

// Busy, processor time and context switches of each worker, where the system tells.
std::string LanesText(const ModelResult& figure, double timer_step_s) {
  if (figure.lanes.size() > kMostWorkersTold && figure.lanes.front().cpu_s) return LanesTogether(figure, timer_step_s);
  std::string text;
  for (const LaneFigures& lane : figure.lanes) {
    if (!lane.cpu_s) continue;
    text += (text.empty() ? "" : "; ") + DurationSeen(lane.busy_s, timer_step_s) + " busy, " + Duration(*lane.cpu_s) + " CPU" +
            Format(", %.0f + %.0f switches", lane.voluntary.value_or(0), lane.involuntary.value_or(0));
  }
  return text;
}

std::string ValueText(double value, ExperimentKind kind) {
  const ExperimentInfo& info = InfoOf(kind);
  return (info.whole ? Grouped(value) : Format("%.12g", value)) + std::string(info.unit);
}

std::string ResponseText(const Response& response, double timer_step_s) {
  const auto late = [&](double seconds) { return LateText(seconds, timer_step_s); };
  return "median " + late(response.median_s) + ", 90 % within " + late(response.p90_s) + ", 99 % within " + late(response.p99_s) +
         Format(", %zu answers", response.delays_s.size());
}

void ModelColumn(const Ui& ui, const ModelResult& figure, const Outcome& outcome) {
  const double timer_step_s = outcome.result ? outcome.result->calibration.timer_step_s : 0;
  const bool compared = figure.model != kSequential && figure.verdict.code != VerdictCode::kTooShort;
  const ImVec2 at = ImGui::GetCursorScreenPos();
  const float side = ui.Px(10);
  const float top = at.y + (ui.fonts.strong->FontSize - side) / 2;
  ImGui::GetWindowDrawList()->AddRectFilled({at.x, top}, {at.x + side, top + side}, Ink(ModelEdge(figure.model, ui.theme)), ui.Px(2));
  DrawText({at.x + side + ui.Px(8), at.y}, ui.fonts.strong, ui.theme.text, LabelOf(figure.model));
  ImGui::Dummy({0, ui.fonts.strong->FontSize + ui.Px(8)});
  ImGui::PushID(figure.model.c_str());
  Fact(ui, "repetitions", SamplesText(figure));
  if (compared && figure.response) Fact(ui, "as late as alone", RatioWithInterval(Inverse(figure.speedup)));
  else if (compared) Fact(ui, "speedup", ExactSpeedup(figure));
  Fact(ui, "workers", Format("%d", figure.workers));
  if (!figure.verdict.text.empty()) Fact(ui, "verdict", figure.verdict.text);
  if (figure.startup_s > 0) Fact(ui, "start-up", StartupText(figure, timer_step_s));
  if (const std::string lanes = LanesText(figure, timer_step_s); !lanes.empty()) Fact(ui, "each worker", lanes);
  if (figure.memory_bytes) Fact(ui, "holds", Format("%.0f KiB of memory for each worker", *figure.memory_bytes / 1024));
  if (figure.handoffs) Fact(ui, "GIL hand-offs", Grouped(*figure.handoffs) + " in a repetition, the median of them");
  if (figure.model != kSequential) {
    Fact(ui, "memory", figure.shared_memory ? "shared: the workers' writes were seen here" : "own: the workers' writes stayed with them");
  }
  if (figure.response) Fact(ui, "answers late", ResponseText(*figure.response, timer_step_s));
  Fact(ui, "result", ValueText(figure.value, outcome.experiment.kind));
  Fact(ui, "checksum", Format("%016llx", static_cast<unsigned long long>(figure.checksum)));
  ImGui::PopID();
  Space(ui, 12);
}

void MachineFacts(const Ui& ui, const Environment& machine) {
  Paragraph(ui, ui.fonts.strong, ui.theme.text, "Machine");
  Space(ui, 8);
  Fact(ui, "system", machine.system);
  const std::string limits = LimitsText(machine);
  Fact(ui, "processor", machine.cpu);
  Fact(ui, "cores", Format("%d reported", machine.cores) + (limits.empty() ? "" : ": " + limits));
  if (machine.timer_step_s > 0) Fact(ui, "clock", "steps of " + StepText(machine.timer_step_s));
  Fact(ui, "build", machine.platform + ", " + machine.build + (machine.optimised ? "" : ", not optimised: its times say nothing"));
  if (machine.platform == "web") Fact(ui, "isolated", machine.isolated ? "yes: shared memory is allowed" : "no: no shared memory, no threads");
  Fact(ui, "compiler", machine.compiler);
  Fact(ui, "version", "Speedup Lab " + machine.lab_version);
}

void CalibrationFacts(const Ui& ui, const Calibration& calibration) {
  Paragraph(ui, ui.fonts.strong, ui.theme.text, "Calibration");
  Space(ui, 8);
  Fact(ui, "free cores", calibration.cores_measured
                             ? Format("%.2f, by running 1 and more lanes; others took %.0f %% of their time", calibration.effective_cores, calibration.stolen * 100)
                             : "unknown: this clock is too coarse to measure them");
  Fact(ui, "rounds", RoundsText(calibration));
  Fact(ui, "ended", EndText(calibration));
  Fact(ui, "drift", Format("%+.1f %% in the sequential time from the first rounds to the last", calibration.drift * 100));
  if (calibration.other_cores) Fact(ui, "others used", Format("%.2f cores in the rounds that count", *calibration.other_cores));
  if (calibration.task_s > 0) {
    Fact(ui, "a task", Duration(calibration.task_s) + ", " + Grouped(static_cast<double>(calibration.task_size)) + " iterations" +
                           (calibration.scaled ? ", chosen for this machine" : ""));
  }
  Space(ui, 12);
}

}  // namespace

ResultAsked ResultActions(const Ui& ui, const State& state, Unfolded& open) {
  ResultAsked asked;
  const Outcome& outcome = state.outcome();
  const bool narrow = ui.layout.narrow;
  ButtonFlow flow(ui, ButtonLook::kQuiet, narrow ? 3 : 0);
  flow.Disclosure("details", "Details", open.details);
  flow.Disclosure("code", "Code", open.code);
  flow.Disclosure("save", "Save", open.save);
  if (flow.Button("copy-results", narrow ? "Copy" : "Copy results", !outcome.figures.empty())) asked.copy = true;
  // A page can ask for files; the window takes those that are dropped on it.
  const bool native = state.environment && state.environment->platform == "native";
  if (!native) {
    asked.open = flow.Button("open", "Open…", state.environment.has_value());
    HintForItem(ui, "A saved result, recorded here or elsewhere.");
  }
  // Last, since its words grow when the machine is known: nothing behind it moves.
  if (flow.Button("sweep", SweepLabel(state, narrow), CanRun(state))) asked.sweep = true;
  HintForItem(ui, "Measures point by point, and draws the curve.");
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
