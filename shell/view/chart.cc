#include "shell/view/chart.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "base/text.h"
#include "experiment/experiment_info.h"
#include "experiment/limit.h"
#include "experiment/model_info.h"
#include "experiment/plan.h"
#include "report/figures_text.h"
#include "shell/view/figures.h"
#include "words/english/report.h"
#include "words/english/view.h"

namespace lab::panel {
namespace {

std::string ReasonAgainst(const State& state, std::string_view model) {
  for (const UnavailableModel& skipped : state.outcome().skipped) {
    if (skipped.model == model) return Phrase<words::kCannotRunHere>("reason"_a = skipped.reason);
  }
  if (state.outcome().recorded) return Phrase<words::kNotInRecording>();
  const ModelStatus* status = StatusOf(state, model);
  return status && !status->available ? Phrase<words::kCannotRunHere>("reason"_a = status->reason)
                                      : "";
}

// Those of a model here; of a recorded run, those that were there.
std::string WorkersText(const State& state, std::string_view model, int workers) {
  if (model == kSequential) return Phrase(words::kAtWorkers, 1);
  const Outcome& outcome = state.outcome();
  const Environment* machine = outcome.recorded && outcome.result ? &outcome.result->environment
                               : state.environment                ? &*state.environment
                                                                  : nullptr;
  const ModelFacts facts = FactsOf(model);
  if (machine == nullptr) return Phrase(words::kAtWorkers, workers);
  if (facts.role != ModelRole::kIsolated) {
    return Phrase<words::kSomeWorkers>("count"_a = workers, "one"_a = Phrase(*facts.worker.one),
                                       "many"_a = Phrase(*facts.worker.many));
  }
  return machine->platform == "native" ? Phrase<words::kSomeOsProcesses>("count"_a = workers)
                                       : Phrase<words::kSomeIsolatedWorkers>("count"_a = workers);
}

// Of the run that is shown; null if none was calibrated.
const Calibration* CalibrationOf(const State& state) {
  const Outcome& outcome = state.outcome();
  if (outcome.result) return &outcome.result->calibration;
  return outcome.calibration ? &*outcome.calibration : nullptr;
}

// The share of a model's trials that are in, of as many as there will be.
double Filled(const State& state, const ModelResult& figure) {
  const Outcome& outcome = state.outcome();
  if (outcome.kind == Outcome::Kind::kFinished) return 1;
  const bool under_way =
      outcome.kind == Outcome::Kind::kRunning && state.progress && !state.progress->sweep;
  const int models = static_cast<int>(std::max<size_t>(1, outcome.experiment.models.size()));
  const int warmups = Computes(outcome.experiment) ? outcome.experiment.warmups : 0;
  const int rounds =
      under_way ? state.progress->trials / models - warmups : outcome.experiment.repetitions;
  const auto measured = static_cast<double>(figure.samples_s.size() + figure.disturbed_s.size());
  return std::min(1.0, measured / std::max(1, rounds));
}

void Fill(BarRow& row, const ModelResult& figure, std::span<const ModelResult> beside,
          const Experiment& shown, const TimeScale& scale, const Calibration* calibration) {
  row.speedup = figure.speedup;
  // Of a run under way the first two repetitions say nothing yet.
  const bool tells = row.kind == BarRow::Kind::kMeasured || figure.samples_s.size() > 2;
  const bool too_short = figure.verdict.code == VerdictCode::kTooShort;
  row.noisy = row.model != kSequential && tells && !too_short &&
              (!Concluded(figure.verdict.code) || TooNoisy(figure.speedup));
  row.probable = row.model != kSequential && !row.noisy && figure.verdict.probable;
  row.verdict = figure.verdict.text;
  row.doubt = too_short      ? TextOf<words::kDoubtTooShort>()
              : row.noisy    ? TextOf<words::kDoubtNoisy>()
              : row.probable ? TextOf<words::kProbableMark>()
                             : "";
  row.beyond = !row.noisy && !EfficiencyDoubt(figure, shown).empty();
  if (too_short) row.kind = BarRow::Kind::kUnknown;
  else row.ratio = TimesText(figure.speedup);
  row.time = too_short ? kNotKnown : TimeText(figure.median_s, scale);
  if (Computes(shown)) row.efficiency = row.noisy ? kNotKnown : EfficiencyText(figure, beside);
  if (row.beyond) row.verdict = Sentences(std::array{row.verdict, EfficiencyDoubt(figure, shown)});
  row.startup =
      figure.startup_s > 0
          ? DurationSeen(figure.startup_s, calibration != nullptr ? calibration->timer_step_s : 0)
          : "";
}

BarRow MakeRow(const State& state, const std::string& model, const TimeScale& scale) {
  const Outcome& outcome = state.outcome();
  const Experiment& shown = Shown(state);
  BarRow row{.model = model};
  row.label = LabelOf(model);
  // The baseline of a convoy is the thread that responds, with nobody beside it.
  if (Answers(shown.kind) && model == kSequential) row.label = TextOf<words::kAlone>();
  row.workers = WorkersText(state, model, std::max(1, shown.workers));
  row.active =
      state.progress && state.progress->kind == shown.kind && state.progress->model == model;
  const auto figure = std::ranges::find(outcome.figures, model, &ModelResult::model);
  if (figure != outcome.figures.end()) {
    row.kind =
        outcome.kind == Outcome::Kind::kFinished ? BarRow::Kind::kMeasured : BarRow::Kind::kPartial;
    row.filled = Filled(state, *figure);
    Fill(row, *figure, outcome.figures, shown, scale, CalibrationOf(state));
  } else if (row.reason = ReasonAgainst(state, model); !row.reason.empty()) {
    row.kind = BarRow::Kind::kUnavailable;
  }
  return row;
}

// Every model that was asked for or measured, in the catalogue's order, then those it does not
// know.
std::vector<std::string> ModelsOf(const State& state) {
  const Outcome& outcome = state.outcome();
  std::vector<std::string> wanted = Shown(state).models;
  for (const ModelResult& figure : outcome.figures) wanted.push_back(figure.model);
  for (const UnavailableModel& skipped : outcome.skipped) wanted.push_back(skipped.model);
  std::vector<std::string> models;
  const auto add = [&](std::string_view model) {
    if (std::ranges::find(models, model) == models.end()) models.emplace_back(model);
  };
  for (const ModelInfo& known : Models()) {
    if (std::ranges::find(wanted, known.name) != wanted.end()) add(known.name);
  }
  for (const std::string& model : wanted) add(model);
  return models;
}

void SetLimit(Chart& chart, const State& state) {
  const Experiment& shown = Shown(state);
  if (shown.kind == ExperimentKind::kUnknown) {
    chart.limit = 0;
    return;
  }
  const int parallel = std::max(1, std::min(shown.workers, shown.tasks));
  const double cores = CoresOf(state);
  const Calibration* calibration = CalibrationOf(state);
  const bool measured = calibration != nullptr && calibration->cores_measured;
  const bool part = InfoOf(shown.kind).compute_share != nullptr;  // of a task computes
  const double wanted = parallel * ComputeShare(shown);           // cores
  if (wanted == 0) {
    chart.limit = parallel;
    chart.limit_label = Phrase<words::kMostAtOnce>("count"_a = parallel);
    chart.efficiency = false;
  } else if (cores > 0 && (part ? cores < wanted : std::round(cores * 10) / 10 <= wanted)) {
    chart.limit = SpeedupLimit(shown, std::numeric_limits<double>::infinity(), cores);
    // Who waits for a part of the time needs a part of a core.
    chart.limit_label = Phrase<words::kMostOnCores>(
        "limit"_a = part ? Format("%.1f", chart.limit) : "",
        "available"_a = measured ? Format("%.1f", cores) : "", "reported"_a = std::floor(cores));
  } else {
    chart.limit = parallel;
    chart.limit_label = Phrase(words::kAtWorkers, parallel);
  }
}

}  // namespace

const Experiment& Shown(const State& state) {
  const Outcome& outcome = state.outcome();
  return outcome.kind == Outcome::Kind::kNothing ? state.experiment : outcome.experiment;
}

Chart MakeChart(const State& state) {
  const Outcome& outcome = state.outcome();
  const TimeScale scale = ScaleFor(outcome.figures);
  Chart chart;
  chart.time_unit = scale.unit;
  SetLimit(chart, state);
  double furthest = std::max(1.0, chart.limit);
  double whiskers = 0;
  for (const std::string& model : ModelsOf(state)) {
    chart.rows.push_back(MakeRow(state, model, scale));
    const BarRow& row = chart.rows.back();
    if (row.ratio.empty()) continue;
    furthest = std::max(furthest, row.speedup.ratio);
    whiskers = std::max(whiskers, row.speedup.high);
    if (row.beyond) chart.limit_holds = false;
  }
  // An interval that says nothing shall not make the bars too short to see.
  constexpr double kLongestWhisker = 5;
  furthest = std::max(furthest, std::min(whiskers, kLongestWhisker * furthest));
  chart.axis_end = furthest * 1.06;
  return chart;
}

double CoresOf(const State& state) {
  if (const Calibration* calibration = CalibrationOf(state)) return calibration->effective_cores;
  return state.environment ? state.environment->cores : 0;
}

double TimerStepOf(const State& state) {
  const Calibration* calibration = CalibrationOf(state);
  if (calibration != nullptr) return calibration->timer_step_s;
  return state.environment ? state.environment->timer_step_s : 0;
}

std::string CoresText(const State& state) {
  const Calibration* calibration = CalibrationOf(state);
  return CoresText(CoresOf(state), calibration != nullptr && calibration->cores_measured);
}

namespace {

std::string ResponsesTable(const Outcome& outcome, const Chart& chart, double timer_step_s) {
  std::string text = Phrase<words::kResponseColumns>() + "\n";
  for (const BarRow& row : chart.rows) {
    const auto figure = std::ranges::find(outcome.figures, row.model, &ModelResult::model);
    if (figure == outcome.figures.end() || !figure->response) continue;
    text += row.label + Format("\t%d\t", figure->workers) +
            LateText(figure->response->median_s, timer_step_s) + "\t" +
            LateText(figure->response->p99_s, timer_step_s) + "\t" + AsLate(*figure) + "\n";
  }
  return text;
}

}  // namespace

std::string TableText(const State& state) {
  const Chart chart = MakeChart(state);
  const Outcome& outcome = state.outcome();
  if (Answers(outcome.experiment.kind)) return ResponsesTable(outcome, chart, TimerStepOf(state));
  std::string text = Phrase<words::kSpeedupColumns>("unit"_a = chart.time_unit) + "\n";
  for (const BarRow& row : chart.rows) {
    if (row.time.empty()) continue;
    const std::string interval =
        row.ratio.empty() || row.model == kSequential ? kNotKnown : RangeText(row.speedup);
    text += row.label + "\t" + row.workers + "\t" + (row.ratio.empty() ? kNotKnown : row.ratio) +
            "\t" + interval + "\t" + row.doubt + "\t" + row.time + "\t" + row.efficiency + "\t" +
            row.startup + "\n";
  }
  return text;
}

}  // namespace lab::panel
