#include "report/markdown.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "experiment/model_info.h"
#include "experiment/experiment_info.h"
#include "report/figures_text.h"
#include "report/machine_text.h"
#include "report/newer_text.h"
#include "words/english/report.h"

namespace lab {
namespace {

using Cells = std::vector<std::string>;

// A text within a table: one line, in which `|` does not end the cell.
std::string Cell(const std::string& text) {
  std::string cell;
  for (const char c : text) cell += c == '|' ? "\\|" : std::string(1, c == '\n' ? ' ' : c);
  return cell;
}

std::string Line(const Cells& cells) {
  std::string line = "|";
  for (const std::string& cell : cells) line += " " + Cell(cell) + " |";
  return line + "\n";
}

// The names of the columns, and a line that says how each is aligned; the first one and words to
// the left.
std::string Head(const Cells& names) {
  Cells rules;
  for (const std::string& name : names)
    rules.push_back(rules.empty() || name == TextOf<words::kColumnVerdict>() ? "---" : "---:");
  return Line(names) + Line(rules);
}

// "Count: 2 tasks for 2 workers, 10 repetitions". Says nothing of the setting that is varied, if
// one is.
std::string HeadingOf(const Experiment& experiment, const std::string& axis = {}) {
  const std::string title = TitleOf(experiment);
  const int repetitions = experiment.repetitions;
  if (Answers(experiment.kind)) {
    return axis.empty() ? Phrase<words::kHeadingResponses>(
                              "experiment"_a = title, "responses"_a = experiment.answers,
                              "busy"_a = experiment.busy, "repetitions"_a = repetitions)
                        : Phrase<words::kHeadingBusy>("experiment"_a = title,
                                                      "responses"_a = experiment.answers,
                                                      "repetitions"_a = repetitions);
  }
  if (!axis.empty() && AxisOf(axis).kind == AxisKind::kWorkers) {
    return Phrase<words::kHeadingWorkers>("experiment"_a = title, "workers"_a = experiment.workers,
                                          "repetitions"_a = repetitions);
  }
  const std::string share = InfoOf(experiment.kind).compute_share != nullptr && axis.empty()
                                ? Format("%g", experiment.cpu_share)
                                : "";
  return Phrase<words::kHeadingRun>("experiment"_a = title, "tasks"_a = experiment.tasks,
                                    "workers"_a = experiment.workers, "share"_a = share,
                                    "repetitions"_a = repetitions);
}

// Of a newer version's file: as it has it.
std::string CodeOf(const Verdict& verdict) {
  return verdict.unknown_code.empty() ? std::string(Name(verdict.code)) : verdict.unknown_code;
}

std::string SpeedupCell(const ModelResult& model) {
  if (model.verdict.code == VerdictCode::kBaseline) return "1×";
  if (!Concluded(model.verdict.code)) return kNotKnown;
  return RatioWithInterval(model.speedup);
}

// With how sure the intervals are, if there are any.
std::string SpeedupName(std::vector<const ModelResult*> models) {
  std::erase_if(models, [](const ModelResult* model) {
    return model->verdict.code == VerdictCode::kBaseline || !Concluded(model->verdict.code);
  });
  const std::string confidence =
      models.empty() ? "" : Format("%.0f", models.front()->speedup.confidence * 100);
  return Phrase<words::kColumnSpeedup>("confidence"_a = confidence);
}

std::string SpeedupTable(const RunResult& result) {
  std::vector<const ModelResult*> models;
  for (const ModelResult& model : result.models) models.push_back(&model);
  std::string text =
      Head({Phrase<words::kColumnModel>(), Phrase<words::kColumnWorkers>(),
            Phrase<words::kColumnMedian>(), SpeedupName(models), Phrase<words::kColumnEfficiency>(),
            Phrase<words::kColumnStartUp>(), Phrase<words::kColumnVerdict>()});
  for (const ModelResult& model : result.models) {
    text += Line({LabelOf(model.model), Format("%d", model.workers),
                  MedianText(model, result.calibration.timer_step_s), SpeedupCell(model),
                  EfficiencyText(model, result.models),
                  DurationSeen(model.startup_s, result.calibration.timer_step_s),
                  CodeOf(model.verdict)});
  }
  return text + "\n" +
         Sentences(std::array{Phrase<words::kTimesAre>(), EfficiencyMeaning(result.experiment)}) +
         "\n";
}

std::string ResponseTable(const RunResult& result) {
  const double step_s = result.calibration.timer_step_s;
  std::string text = Head({Phrase<words::kColumnModel>(), Phrase<words::kColumnThreads>(),
                           Phrase<words::kColumnMedianDelay>(), Phrase<words::kColumnWithin>(),
                           Phrase<words::kColumnVersusAlone>(), Phrase<words::kColumnVerdict>()});
  for (const ModelResult& model : result.models) {
    const bool shown = model.response && Concluded(model.verdict.code);
    text += Line({model.model == kSequential ? Phrase<words::kAlone>() : LabelOf(model.model),
                  Format("%d", model.workers),
                  shown ? LateText(model.response->median_s, step_s) : kNotKnown,
                  shown ? LateText(model.response->p99_s, step_s) : kNotKnown,
                  shown ? AsLate(model) : kNotKnown, CodeOf(model.verdict)});
  }
  return text + "\n" + Phrase<words::kDelaysAre>() + "\n";
}

std::string PointCell(const ModelResult& point, double timer_step_s) {
  if (!point.response) return SpeedupCell(point);
  const auto late = [&](double seconds) { return LateText(seconds, timer_step_s); };
  return Concluded(point.verdict.code)
             ? Phrase<words::kDelayWithin>("median"_a = late(point.response->median_s),
                                           "most"_a = late(point.response->p99_s))
             : kNotKnown;
}

std::string Points(const SweepResult& result) {
  Cells names = {ColumnOf(AxisOf(result.axis))};
  for (const ModelScaling& scaling : result.scaling) names.push_back(LabelOf(scaling.model));
  std::string text = Head(names);
  for (size_t at = 0; at < result.at.size(); ++at) {
    Cells cells = {Format("%g", result.at[at])};
    for (const ModelScaling& scaling : result.scaling)
      cells.push_back(at < scaling.points.size()
                          ? PointCell(scaling.points[at], result.calibration.timer_step_s)
                          : kNotKnown);
    text += Line(cells);
  }
  return text;
}

std::string Item(const std::string& text) { return "- " + text + "\n"; }
std::string ItemOf(const std::string& model, const std::string& text) {
  return Item(Phrase<words::kOfModel>("model"_a = LabelOf(model), "text"_a = text));
}

// Of the models that have dashes. A text that something is noisy says what.
std::string Reasons(const RunResult& result) {
  std::string text;
  for (const ModelResult& model : result.models) {
    const VerdictCode code = model.verdict.code;
    if (!Concluded(code))
      text += code == VerdictCode::kNoisy ? Item(model.verdict.text)
                                          : ItemOf(model.model, model.verdict.text);
    if (const std::string doubt = EfficiencyDoubt(model, result.experiment); !doubt.empty())
      text += ItemOf(model.model, doubt);
  }
  return text;
}

// Of each model's first point that has one, with the places of all.
std::string Reasons(const SweepResult& result) {
  std::string text;
  for (const ModelScaling& scaling : result.scaling) {
    std::string places;
    std::string reason;
    for (size_t at = 0; at < std::min(result.at.size(), scaling.points.size()); ++at) {
      const Verdict& verdict = scaling.points[at].verdict;
      if (Concluded(verdict.code)) continue;
      if (places.empty()) reason = verdict.text;
      places += (places.empty() ? "" : ", ") + Format("%g", result.at[at]);
    }
    if (!places.empty())
      text += Item(Phrase<words::kAtPlaces>("model"_a = LabelOf(scaling.model), "places"_a = places,
                                            "text"_a = reason));
  }
  return text;
}

template <typename T>  // RunResult or SweepResult
std::string RemarkList(const T& result) {
  std::string text = Reasons(result);
  for (const UnavailableModel& model : result.unavailable)
    text += ItemOf(model.model, model.reason);
  if (result.error) text += Item(Phrase<words::kEndedEarly>("text"_a = result.error->message));
  for (const std::string& note : NotesOf(result)) text += Item(note);
  return text.empty() ? "" : "\n" + text;
}

template <typename T>
std::string MachineLine(const T& result) {
  const Environment& machine = result.environment;
  const std::string available =
      result.calibration.cores_measured ? Format("%.1f", result.calibration.effective_cores) : "";
  return "\n" +
         Phrase<words::kMeasuredOn>(
             "cores"_a = machine.cores, "available"_a = available, "limits"_a = LimitsText(machine),
             "cpu"_a = machine.cpu, "system"_a = machine.system, "recorded"_a = result.recorded_at,
             "version"_a = machine.lab_version, "platform"_a = machine.platform) +
         "\n";
}

template <typename T>
std::string Document(const std::string& title, const std::string& table, const T& result) {
  return "### " + title + "\n\n" +
         (result.answer.empty() ? ""
                                : "**" + result.answer + "**" +
                                      (result.reason.empty() ? "" : " " + result.reason) + "\n\n") +
         table + RemarkList(result) + MachineLine(result);
}

}  // namespace

std::string AsMarkdown(const RunResult& result) {
  const bool answers = Answers(result.experiment.kind);
  return Document(HeadingOf(result.experiment),
                  answers ? ResponseTable(result) : SpeedupTable(result), result);
}

std::string AsMarkdown(const SweepResult& result) {
  return Document(HeadingOf(result.experiment, result.axis), Points(result), result);
}

}  // namespace lab
