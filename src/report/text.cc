#include "report/text.h"

#include <algorithm>

#include "base/text.h"
#include "experiment/model_names.h"
#include "experiment/presets.h"
#include "report/machine_text.h"
#include "report/settings_text.h"
#include "stats/estimate.h"
#include "stats/scaling.h"

namespace lab {
namespace {

std::string KindName(const Experiment& experiment) { return std::string(InfoOf(experiment.kind).name); }

// Noisy figures get no number that could be mistaken for a finding.
std::string SpeedupText(const ModelResult& model) { return Concluded(model.verdict.code) ? RatioText(model.speedup) + "×" : "noisy "; }

std::string EfficiencyText(const ModelResult& model) { return Concluded(model.verdict.code) ? Format("%4.0f %%", model.efficiency * 100) : "     –"; }

std::string Faster(const ModelResult& model) { return model.rounds_won ? Format("%d of %d", model.rounds_won->faster, model.rounds_won->of) : ""; }

std::string Row(const ModelResult& model) {
  std::string row = Format("  %-14s %7d   %9s   ±%-8s %7s  %-10s %9s  %s   %9s  %9s", LabelOf(model.model).c_str(), model.workers,
                           Duration(model.median_s).c_str(), Duration(model.mad_s).c_str(), SpeedupText(model).c_str(),
                           IntervalText(model.speedup).c_str(), Faster(model).c_str(), EfficiencyText(model).c_str(), Duration(model.startup_s).c_str(),
                           Duration(model.warm_startup_s).c_str());
  if (model.handoffs) row += Format("   %.0f", *model.handoffs);
  return row + "\n";
}

std::string Megabytes(double bytes) { return bytes < 1e6 ? Format("%.0f KiB", bytes / 1024) : Format("%.1f MiB", bytes / 1024 / 1024); }

// So many lanes have a line each.
constexpr size_t kMostLanes = 16;

// All lanes of a model in one line: what they did together.
std::string UsageTogether(const ModelResult& model) {
  double busy = 0, cpu = 0, voluntary = 0, involuntary = 0;
  for (const LaneFigures& lane : model.lanes) {
    busy += lane.busy_s;
    cpu += lane.cpu_s.value_or(0);
    voluntary += lane.voluntary.value_or(0);
    involuntary += lane.involuntary.value_or(0);
  }
  const std::string text = Format("  %-14s all %3zu   %9s   %9s   %9.0f   %11.0f", LabelOf(model.model).c_str(), model.lanes.size(), Duration(busy).c_str(),
                                  Duration(cpu).c_str(), voluntary, involuntary);
  return text + (model.memory_bytes ? "   " + Megabytes(*model.memory_bytes) : "") + "\n";
}

// What the operating system counted, where it counts.
std::string UsageOf(const ModelResult& model) {
  if (model.lanes.size() > kMostLanes && model.lanes.front().cpu_s) return UsageTogether(model);
  std::string text;
  for (const LaneFigures& lane : model.lanes) {
    if (!lane.cpu_s) continue;
    text += Format("  %-14s %7zu   %9s   %9s   %9.0f   %11.0f", LabelOf(model.model).c_str(), &lane - model.lanes.data() + 1, Duration(lane.busy_s).c_str(),
                   Duration(*lane.cpu_s).c_str(), lane.voluntary.value_or(0), lane.involuntary.value_or(0));
    if (model.memory_bytes && &lane == model.lanes.data()) text += "   " + Megabytes(*model.memory_bytes);
    text += "\n";
  }
  return text;
}

// How late answers came.
std::string Responses(const RunResult& result) {
  std::string text = "  model          threads   median late      90 %        99 %        answers   hand-offs\n";
  for (const ModelResult& model : result.models) {
    if (!model.response) continue;
    text += Format("  %-14s %7d   %11s   %9s   %9s   %8zu", model.model == kSequential ? "alone" : LabelOf(model.model).c_str(), model.workers,
                   Duration(model.response->median_s).c_str(), Duration(model.response->p90_s).c_str(), Duration(model.response->p99_s).c_str(),
                   model.response->delays_s.size());
    text += (model.handoffs ? Format("   %.0f", *model.handoffs) : "") + "\n";
  }
  return text;
}

std::string MachineText(const Calibration& calibration, const Environment& machine) {
  std::string text = "Machine: " + machine.cpu + (machine.cpu.empty() ? "" : "; ");
  text += Format("%.1f of %d reported cores free", calibration.effective_cores, machine.cores);
  if (const std::string limits = LimitsText(machine); !limits.empty()) text += " (" + limits + ")";
  text += Format("; the sequential run changed by %+.0f %%; clock in steps of ", calibration.drift * 100) + Duration(calibration.timer_step_s);
  if (calibration.task_s > 0) text += "; a task lasts " + Duration(calibration.task_s);
  if (calibration.other_cores) text += Format("; other programs used %.2f cores in the rounds that count", *calibration.other_cores);
  text += Format("; %d warm-up round%s", calibration.warmups, calibration.warmups == 1 ? "" : "s");
  if (calibration.took_s > 0) text += "; it took " + Duration(calibration.took_s) + " in all";
  return text + ".\n";
}

template <typename T>
std::string Remarks(const T& result) {
  std::string text;
  for (const UnavailableModel& model : result.unavailable) text += LabelOf(model.model) + ": " + model.reason + "\n";
  for (const std::string& note : result.notes) text += "Note: " + note + "\n";
  return text;
}

constexpr const char* kCsvHeader = "experiment,model,workers,repetition,seconds,speedup\n";

std::string CsvRows(ExperimentKind kind, const ModelResult& model, const std::vector<double>& baseline) {
  std::string text;
  for (size_t at = 0; at < model.samples_s.size(); ++at) {
    const double seconds = model.samples_s[at];
    const double speedup = at < baseline.size() && seconds > 0 ? baseline[at] / seconds : 0;
    text += Format("%s,%s,%d,%zu,%.9f,%.6f\n", InfoOf(kind).name.data(), model.model.c_str(), model.workers, at + 1, seconds, speedup);
  }
  return text;
}

}  // namespace

std::string AsTable(const RunResult& result) {
  std::string text = result.answer + "\n\n" + KindName(result.experiment) + ": " + SettingsText(result.experiment, result.calibration.rounds) + "\n\n";
  if (result.experiment.kind == ExperimentKind::kConvoy) text += Responses(result);
  else text += "  model          workers        time      MAD    speedup    95 %      faster in   effic.    cold start  warm start   hand-offs\n";
  for (const ModelResult& model : result.models) text += model.response ? "" : Row(model);
  std::string usage;
  for (const ModelResult& model : result.models) usage += UsageOf(model);
  if (!usage.empty()) text += "\n  model             lane        busy         CPU   gave away   was pre-empted   memory of a worker\n" + usage;
  text += "\n" + MachineText(result.calibration, result.environment);
  for (const ModelResult& model : result.models) {
    if (model.model == kSequential) continue;
    text += "Verdict: " + model.verdict.text + "\n";
    for (const Reason& reason : model.why) text += "  Why: " + reason.text + "\n";
  }
  return text + Remarks(result);
}

std::string AsCsv(const RunResult& result) {
  std::string text = kCsvHeader;
  for (const ModelResult& model : result.models) text += CsvRows(result.experiment.kind, model, result.models.front().samples_s);
  return text;
}

namespace {

std::string FittedText(bool fitted, double speedup) { return fitted ? Format("%6.2f", speedup) : "     –"; }

// The points of one model over the number of workers, with the laws where something was concluded.
std::string WorkersTable(const ModelScaling& scaling, bool concluded) {
  const bool amdahl = concluded && scaling.amdahl.points > 0;
  const bool usl = concluded && scaling.usl.points > 0;
  std::string text = "  workers        time   speedup    95 %       effic.   Amdahl      USL\n";
  for (const ModelResult& point : scaling.points) {
    text += Format("  %7d   %9s   %7s    %-10s %s   %s   %s\n", point.workers, Duration(point.median_s).c_str(), SpeedupText(point).c_str(),
                   IntervalText(point.speedup).c_str(), EfficiencyText(point).c_str(),
                   FittedText(amdahl, AmdahlSpeedup(scaling.amdahl.serial_fraction, point.workers)).c_str(),
                   FittedText(usl, UslSpeedup(scaling.usl.contention, scaling.usl.coherency, point.workers)).c_str());
  }
  return !concluded ? text : text + "  " + scaling.amdahl_text + "\n  " + scaling.usl_text + "\n";
}

// The same over another setting.
std::string PointsTable(const ModelScaling& scaling, const SweepResult& sweep) {
  const bool answers = sweep.axis == "busy";
  std::string text = Format("  %9s   %s\n", sweep.axis.c_str(), answers ? "median late   99 % within" : "     time   speedup    95 %");
  for (size_t number = 0; number < scaling.points.size(); ++number) {
    const ModelResult& point = scaling.points[number];
    text += Format("  %9g   ", sweep.at[number]);
    if (point.response) text += Format("%11s   %11s\n", Duration(point.response->median_s).c_str(), Duration(point.response->p99_s).c_str());
    else text += Format("%9s   %7s    %s\n", Duration(point.median_s).c_str(), SpeedupText(point).c_str(), IntervalText(point.speedup).c_str());
  }
  return text;
}

}  // namespace

std::string AsTable(const SweepResult& result) {
  std::string text = result.answer + "\n\n" + KindName(result.experiment) + ": " + SweepSettingsText(result.experiment) + "\n";
  for (const ModelScaling& scaling : result.scaling) {
    text += "\n  " + LabelOf(scaling.model) + "\n" + (result.axis == "workers" ? WorkersTable(scaling, Concluded(result.verdict.code)) : PointsTable(scaling, result));
  }
  return text + "\n" + MachineText(result.calibration, result.environment) + Remarks(result);
}

std::string AsCsv(const SweepResult& result) {
  std::string text = kCsvHeader;
  for (const ModelScaling& scaling : result.scaling) {
    for (size_t point = 0; point < scaling.points.size(); ++point) text += CsvRows(result.experiment.kind, scaling.points[point], result.baselines[point].samples_s);
  }
  return text;
}

}  // namespace lab
