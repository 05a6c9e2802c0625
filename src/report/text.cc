#include "report/text.h"

#include <algorithm>

#include "base/text.h"
#include "experiment/model_info.h"
#include "experiment/experiment_info.h"
#include "report/figures_text.h"
#include "report/machine_text.h"
#include "report/newer_text.h"
#include "report/settings_text.h"
#include "report/wrap.h"
#include "stats/estimate.h"
#include "stats/scaling.h"
#include "words/english/report.h"

namespace lab {
namespace {

// A paragraph, hanging.
std::string Line(const std::string& text, size_t indent = 2) {
  return Wrapped(text, indent) + "\n";
}

// A cell of a CSV file (RFC 4180).
std::string CsvCell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == text.npos) return text;
  std::string quoted = "\"";
  for (const char letter : text)
    quoted += letter == '"' ? std::string("\"\"") : std::string(1, letter);
  return quoted + "\"";
}

std::string Faster(const ModelResult& model) {
  const bool told = model.rounds_won && model.verdict.code != VerdictCode::kTooShort;
  return told ? Phrase<words::kRoundsWon>("won"_a = model.rounds_won->faster,
                                          "rounds"_a = model.rounds_won->of)
              : "";
}

std::string Row(const ModelResult& model, const RunResult& result) {
  const double step_s = result.calibration.timer_step_s;
  const std::string mad = MadText(model, step_s);
  const std::string efficiency = EfficiencyText(model, result.models);
  return "  " + Left(LabelOf(model.model), 13) + Format(" %7d ", model.workers) +
         Right(MedianText(model, step_s), 9) + "  " + mad +
         Right(SpeedupText(model), 16 - std::min<size_t>(8, Columns(mad))) + "  " +
         Left(SpeedupIntervalText(model), 10) + Right(Faster(model), 9) + Right(efficiency, 7) +
         "\n";
}

std::string StartRow(const ModelResult& model, double timer_step_s) {
  return "  " + Left(LabelOf(model.model), 13) +
         Right(DurationSeen(model.startup_s, timer_step_s), 11) +
         Right(DurationSeen(model.warm_startup_s, timer_step_s), 12) +
         (model.handoffs ? Format("  %9.0f", *model.handoffs) : "") + "\n";
}

std::string Megabytes(double bytes) {
  return bytes < 1e6 ? Format("%.0f KiB", bytes / 1024) : Format("%.1f MiB", bytes / 1024 / 1024);
}

// So many lanes have a line each.
constexpr size_t kMostLanes = 16;

std::string UsageRow(const std::string& model, const std::string& lane, const std::string& busy,
                     double cpu_s, double voluntary, double involuntary) {
  return "  " + Left(LabelOf(model), 13) + Right(lane, 8) + Right(busy, 11) +
         Right(Duration(cpu_s), 11) + Format("  %9.0f  %10.0f", voluntary, involuntary);
}

std::string MemoryText(const ModelResult& model) {
  return model.memory_bytes ? "  " + Megabytes(*model.memory_bytes) : "";
}

// All lanes of a model in one line: what they did together.
std::string UsageTogether(const ModelResult& model, double timer_step_s) {
  double busy = 0, cpu = 0, voluntary = 0, involuntary = 0;
  for (const LaneFigures& lane : model.lanes) {
    busy += lane.busy_s;
    cpu += lane.cpu_s.value_or(0);
    voluntary += lane.voluntary.value_or(0);
    involuntary += lane.involuntary.value_or(0);
  }
  return UsageRow(model.model, Phrase<words::kAllLanes>("count"_a = model.lanes.size()),
                  DurationSeen(busy, timer_step_s), cpu, voluntary, involuntary) +
         MemoryText(model) + "\n";
}

// What the operating system counted, where it counts.
std::string UsageOf(const ModelResult& model, double timer_step_s) {
  if (model.lanes.size() > kMostLanes && model.lanes.front().cpu_s)
    return UsageTogether(model, timer_step_s);
  std::string text;
  for (const LaneFigures& lane : model.lanes) {
    if (!lane.cpu_s) continue;
    const std::string number = Format("%zu", &lane - model.lanes.data() + 1);
    text += UsageRow(model.model, number, DurationSeen(lane.busy_s, timer_step_s), *lane.cpu_s,
                     lane.voluntary.value_or(0), lane.involuntary.value_or(0));
    if (&lane == model.lanes.data()) text += MemoryText(model);
    text += "\n";
  }
  return text;
}

// How late responses came.
std::string Responses(const RunResult& result) {
  std::string text = Phrase<words::kHeadResponses>() + "\n";
  const auto late = [&](double seconds) {
    return LateText(seconds, result.calibration.timer_step_s);
  };
  for (const ModelResult& model : result.models) {
    if (!model.response) continue;
    const std::string label =
        model.model == kSequential ? Phrase<words::kAlone>() : LabelOf(model.model);
    text += "  " + Left(label, 13) + Format(" %7d", model.workers) +
            Right(late(model.response->median_s), 14) + Right(late(model.response->p90_s), 9) +
            Right(late(model.response->p99_s), 10) +
            Format("%11zu", model.response->delays_s.size());
    text += Right(AsLate(model), 11) + "\n";
  }
  return text;
}

std::string MachineText(const Calibration& calibration, const Environment& machine) {
  std::vector<std::string> text;
  const std::string limits = LimitsText(machine);
  if (calibration.cores_measured) {
    text.push_back(Phrase<words::kMachine>(
        "cpu"_a = machine.cpu, "available"_a = Format("%.1f", calibration.effective_cores),
        "reported"_a = machine.cores, "limits"_a = limits));
  } else {
    text.push_back(Phrase<words::kMachineUnknown>(
        "cpu"_a = machine.cpu, "reported"_a = machine.cores, "limits"_a = limits));
  }
  text.push_back(Phrase<words::kDriftWas>("drift"_a = Format("%+.0f", calibration.drift * 100)));
  text.push_back(Phrase<words::kClockTicks>("step"_a = Duration(calibration.timer_step_s)));
  if (calibration.task_s > 0)
    text.push_back(Phrase<words::kTaskTook>("time"_a = Duration(calibration.task_s)));
  if (calibration.other_cores)
    text.push_back(
        Phrase<words::kOthersUsedCores>("cores"_a = Format("%.2f", *calibration.other_cores)));
  text.push_back(Phrase<words::kWarmedUp>("count"_a = calibration.warmups));
  if (calibration.took_s > 0)
    text.push_back(Phrase<words::kTookInAll>("time"_a = Duration(calibration.took_s)));
  return Line(Sentences(text));
}

std::string OfModel(const std::string& model, const std::string& text) {
  return Phrase<words::kOfModel>("model"_a = LabelOf(model), "text"_a = text);
}

// Blank before the first.
template <typename T>
std::string Remarks(const T& result) {
  std::string text;
  for (const UnavailableModel& model : result.unavailable)
    text += Line(OfModel(model.model, model.reason));
  for (const std::string& note : NotesOf(result))
    text += Line(Phrase<words::kNote>("text"_a = note));
  return text.empty() ? text : "\n" + text;
}

// What was found about each model and why. That nothing can be concluded is the answer's to say,
// once.
std::string Findings(const RunResult& result) {
  std::string text;
  for (const ModelResult& model : result.models) {
    if (model.model == kSequential) continue;
    const bool said = !Concluded(result.verdict.code) && !Concluded(model.verdict.code);
    text += said ? LabelOf(model.model) + ":\n"
                 : Line(Phrase<words::kVerdictIs>("text"_a = model.verdict.text));
    for (const Reason& reason : model.why)
      text += Line("  " + Phrase<words::kWhyIs>("text"_a = reason.text), 4);
  }
  return text;
}

// What the tables have of all repetitions, and what the reasons have of one.
std::string WhatFiguresAre(const RunResult& result) {
  const bool reasons = std::ranges::any_of(
      result.models, [](const ModelResult& model) { return !model.why.empty(); });
  std::vector<std::string> text = {Phrase<words::kFiguresAre>()};
  if (reasons) text.push_back(Phrase<words::kReasonsAre>());
  if (Answers(result.experiment.kind)) return Line(Sentences(text));
  text.push_back(EfficiencyMeaning(result.experiment));
  for (const ModelResult& model : result.models) {
    if (const std::string doubt = EfficiencyDoubt(model, result.experiment); !doubt.empty())
      text.push_back(Capital(OfModel(model.model, doubt)));
  }
  return Line(Sentences(text));
}

std::string Details(const RunResult& result) {
  std::string text = "\n";
  if (Answers(result.experiment.kind)) text += Responses(result);
  else text += Phrase<words::kHeadModels>() + "\n";
  for (const ModelResult& model : result.models) text += model.response ? "" : Row(model, result);
  text += "\n" + Phrase<words::kHeadStarts>() + "\n";
  for (const ModelResult& model : result.models)
    text += StartRow(model, result.calibration.timer_step_s);
  std::string usage;
  for (const ModelResult& model : result.models)
    usage += UsageOf(model, result.calibration.timer_step_s);
  if (!usage.empty()) text += "\n" + Phrase<words::kHeadUsage>() + "\n" + usage;
  return text + "\n" + WhatFiguresAre(result) + "\n" +
         MachineText(result.calibration, result.environment) + "\n" + Findings(result);
}

constexpr const char* kCsvHeader = "experiment,model,workers,repetition,seconds,speedup";

// `more`: what stands behind each line.
std::string CsvRows(const Experiment& experiment, const ModelResult& model,
                    const std::vector<double>& baseline, const std::string& more = "\n") {
  std::string text;
  for (size_t at = 0; at < model.samples_s.size(); ++at) {
    const double seconds = model.samples_s[at];
    const double speedup = at < baseline.size() && seconds > 0 ? baseline[at] / seconds : 0;
    text += Format("%s,%s,%d,%zu,%.9f,%.6f", CsvCell(NameOf(experiment)).c_str(),
                   CsvCell(model.model).c_str(), model.workers, at + 1, seconds, speedup) +
            more;
  }
  return text;
}

}  // namespace

std::string AsTable(const RunResult& result, bool details) {
  std::string text = Line(Phrase<words::kSettingsOf>(
      "experiment"_a = NameOf(result.experiment),
      "settings"_a = SettingsText(result.experiment, result.calibration.rounds)));
  return text + (details ? Details(result) : "") + Remarks(result);
}

std::string AsCsv(const RunResult& result) {
  std::string text = std::string(kCsvHeader) + "\n";
  for (const ModelResult& model : result.models)
    text += CsvRows(result.experiment, model, result.models.front().samples_s);
  return text;
}

namespace {

std::string FittedText(bool fitted, double speedup) {
  return fitted ? Format("%6.2f", speedup) : "     –";
}

// The points of one model over the number of workers, with the laws where something was concluded.
std::string WorkersTable(const ModelScaling& scaling, const SweepResult& sweep) {
  const bool concluded = Concluded(sweep.verdict.code);
  const double step_s = sweep.calibration.timer_step_s;
  const bool amdahl = concluded && scaling.amdahl.points > 0;
  const bool usl = concluded && scaling.usl.points > 0;
  std::string text = Phrase<words::kHeadWorkers>() + "\n";
  for (const ModelResult& point : scaling.points) {
    text +=
        Format("  %7d", point.workers) + Right(MedianText(point, step_s), 12) +
        Right(SpeedupText(point), 10) + "    " + Left(SpeedupIntervalText(point), 10) +
        Right(EfficiencyText(point), 7) + "   " +
        FittedText(amdahl, AmdahlSpeedup(scaling.amdahl.serial_fraction, point.workers)) + "   " +
        FittedText(usl, UslSpeedup(scaling.usl.contention, scaling.usl.coherency, point.workers)) +
        "\n";
  }
  return !concluded ? text
                    : text + Line("  " + scaling.amdahl_text) + Line("  " + scaling.usl_text);
}

// The same over another setting.
std::string PointsTable(const ModelScaling& scaling, const SweepResult& sweep) {
  const bool answers = AxisOf(sweep.axis).kind == AxisKind::kBusy;
  const double step_s = sweep.calibration.timer_step_s;
  const std::string label = LabelOf(AxisOf(sweep.axis));
  const size_t column = std::max<size_t>(9, Columns(label));
  std::string text =
      "  " + Right(label, column) + "   " +
      (answers ? Phrase<words::kHeadPointsOfResponses>() : Phrase<words::kHeadPoints>()) + "\n";
  for (size_t number = 0; number < scaling.points.size(); ++number) {
    const ModelResult& point = scaling.points[number];
    text += "  " + Right(Format("%g", sweep.at[number]), column) + "   ";
    if (point.response)
      text += Right(LateText(point.response->median_s, step_s), 12) +
              Right(LateText(point.response->p99_s, step_s), 14) + Right(AsLate(point), 12) + "\n";
    else
      text += Right(MedianText(point, step_s), 9) + Right(SpeedupText(point), 10) + "    " +
              SpeedupIntervalText(point) + "\n";
  }
  return text;
}

}  // namespace

std::string AsTable(const SweepResult& result, bool details) {
  std::string text =
      Line(Phrase<words::kSettingsOf>("experiment"_a = NameOf(result.experiment),
                                      "settings"_a = SweepSettingsText(result.experiment)));
  for (const ModelScaling& scaling : result.scaling) {
    text += "\n  " + LabelOf(scaling.model) + "\n" +
            (AxisOf(result.axis).kind == AxisKind::kWorkers ? WorkersTable(scaling, result)
                                                            : PointsTable(scaling, result));
  }
  return text + (details ? "\n" + MachineText(result.calibration, result.environment) : "") +
         Remarks(result);
}

std::string AsCsv(const SweepResult& result) {
  const bool workers = AxisOf(result.axis).kind == AxisKind::kWorkers;  // a column already
  std::string text = kCsvHeader + (workers ? "" : "," + result.axis) + "\n";
  for (const ModelScaling& scaling : result.scaling) {
    for (size_t point = 0; point < scaling.points.size(); ++point) {
      const std::string at = workers ? "\n" : Format(",%g\n", result.at[point]);
      text +=
          CsvRows(result.experiment, scaling.points[point], result.baselines[point].samples_s, at);
    }
  }
  return text;
}

}  // namespace lab
