#include "engine/sweep_summary.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "experiment/model_names.h"

namespace lab {
namespace {

// The worst of all points: the latest largest drift, theft and load.
Calibration WorstOf(const std::vector<RunResult>& points) {
  Calibration worst = points.front().calibration;
  for (const RunResult& point : points) {
    const Calibration& each = point.calibration;
    worst.stolen = std::max(worst.stolen, each.stolen);
    if (std::fabs(each.drift) > std::fabs(worst.drift)) worst.drift = each.drift;
    if (each.other_cores) worst.other_cores = std::max(worst.other_cores.value_or(0), *each.other_cores);
    worst.scaled |= each.scaled;
    worst.steady &= each.steady;
  }
  return worst;
}

// The effective cores that the points agree on: one disturbed measurement shall not decide.
double CoresOf(const std::vector<RunResult>& points) {
  std::vector<double> cores;
  for (const RunResult& point : points) cores.push_back(point.calibration.effective_cores);
  std::ranges::nth_element(cores, cores.begin() + std::ssize(cores) / 2);
  return cores[cores.size() / 2];
}

ModelScaling ScalingOf(const std::string& model, const Experiment& asked, const std::vector<RunResult>& points) {
  ModelScaling scaling = {.model = model};
  std::vector<ScalingPoint> curve;
  for (const RunResult& point : points) {
    const auto found = std::ranges::find(point.models, model, &ModelResult::model);
    if (found == point.models.end()) continue;
    scaling.points.push_back(*found);
    curve.push_back({.workers = found->workers, .speedup = found->speedup});
  }
  // Waits need no cores, so all points show the law.
  const double cores = asked.kind == ExperimentKind::kDownloads ? asked.workers : CoresOf(points);
  scaling.amdahl = FitAmdahl(curve, cores);
  scaling.usl = FitUsl(curve);
  scaling.amdahl_text = AmdahlText(scaling.amdahl);
  scaling.usl_text = UslText(scaling.usl);
  return scaling;
}

std::string LabelOf(const std::string& model) {
  const ModelName* name = FindModelName(model);
  return name == nullptr ? model : std::string(name->label);
}

// The number of workers from which on a model gains no more, and what it gains there.
std::string Gain(const ModelScaling& scaling) {
  const auto best = std::ranges::max_element(scaling.points, {}, [](const ModelResult& point) { return point.speedup.ratio; });
  constexpr double kAnyGain = 1.15;
  if (best->speedup.ratio < kAnyGain) return LabelOf(scaling.model) + " nothing with any number of workers";
  // The fewest workers that reach nearly as much.
  constexpr double kNearly = 0.95;
  const auto enough = std::ranges::find_if(scaling.points, [&](const ModelResult& point) { return point.speedup.ratio >= kNearly * best->speedup.ratio; });
  return LabelOf(scaling.model) + " " + RatioText(enough->speedup) + "× with " + Format("%d worker%s", enough->workers, enough->workers == 1 ? "" : "s");
}

std::string AnswerOf(const SweepResult& sweep) {
  if (sweep.verdict.code == VerdictCode::kNoisy) return sweep.verdict.text;
  std::string text;
  for (const ModelScaling& scaling : sweep.scaling) {
    if (!scaling.points.empty()) text += (text.empty() ? "What more workers gain: " : "; ") + Gain(scaling);
  }
  return text.empty() ? "Choose a model besides the sequential one." : text + ".";
}

// Noisy if a point is; otherwise what the last point, with the most workers, says.
Verdict VerdictOf(const std::vector<RunResult>& points) {
  std::string workers;
  const RunResult* noisy = nullptr;
  for (const RunResult& point : points) {
    if (point.verdict.code != VerdictCode::kNoisy && point.verdict.code != VerdictCode::kTooShort) continue;
    if (noisy == nullptr) noisy = &point;
    workers += (workers.empty() ? "" : ", ") + Format("%d", point.experiment.workers);
  }
  if (noisy == nullptr) return points.back().verdict;
  return {noisy->verdict.code, "With " + workers + " workers: " + noisy->verdict.text};
}

}  // namespace

SweepResult SummarizeSweep(const Experiment& asked, const std::vector<RunResult>& points) {
  const RunResult& first = points.front();
  SweepResult sweep = {.recorded_at = first.recorded_at, .environment = first.environment, .experiment = asked, .calibration = WorstOf(points)};
  sweep.calibration.effective_cores = CoresOf(points);
  for (const RunResult& point : points) {
    const ModelResult& baseline = point.models.front();
    sweep.baselines.push_back({.workers = point.experiment.workers, .median_s = baseline.median_s, .samples_s = baseline.samples_s});
    for (const std::string& note : point.notes) {
      if (std::ranges::find(sweep.notes, note) == sweep.notes.end()) sweep.notes.push_back(note);
    }
  }
  for (const std::string& model : asked.models) {
    if (model != kSequential) sweep.scaling.push_back(ScalingOf(model, asked, points));
  }
  sweep.verdict = VerdictOf(points);
  sweep.answer = AnswerOf(sweep);
  return sweep;
}

}  // namespace lab
