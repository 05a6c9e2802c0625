#include "engine/sweep_summary.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/text.h"
#include "experiment/experiment_info.h"
#include "experiment/model_info.h"
#include "experiment/plan.h"
#include "experiment/settings.h"

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
    worst.all_disturbed |= each.all_disturbed;
  }
  worst.rounds = worst.disturbed_rounds = 0;
  double disturbing = 0;
  for (const RunResult& point : points) {
    worst.rounds += point.calibration.rounds;
    worst.disturbed_rounds += point.calibration.disturbed_rounds;
    disturbing += point.calibration.disturbed_rounds * point.calibration.disturbing_cores.value_or(0);
  }
  if (worst.disturbed_rounds > 0) worst.disturbing_cores = disturbing / worst.disturbed_rounds;
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
    // What follows from the curve follows from what could be concluded.
    if (Concluded(found->verdict.code)) curve.push_back({.workers = found->workers, .speedup = found->speedup});
  }
  if (InfoOf(asked.kind).axis.kind != AxisKind::kWorkers) return scaling;
  // Waits need no cores, so all points show the law.
  const double cores = Computes(asked) ? CoresOf(points) : asked.workers;
  scaling.amdahl = FitAmdahl(curve, cores);
  scaling.usl = FitUsl(curve);
  scaling.amdahl_text = AmdahlText(scaling.amdahl);
  scaling.usl_text = UslText(scaling.usl);
  return scaling;
}

// Threads under the GIL against those that it does not bind.
std::optional<Crossing> CrossingOf(const SweepResult& sweep) {
  const ModelScaling* bound = FindRole(sweep.scaling, ModelRole::kBound);
  const ModelScaling* unbound = FindRole(sweep.scaling, ModelRole::kIsolated);
  if (unbound == nullptr) unbound = FindRole(sweep.scaling, ModelRole::kUnbound);
  if (InfoOf(sweep.experiment.kind).axis.kind != AxisKind::kShare || bound == nullptr || unbound == nullptr) return std::nullopt;
  const auto curve = [&](const ModelScaling& scaling) {
    std::vector<CurvePoint> points;
    for (size_t point = 0; point < scaling.points.size(); ++point) {
      if (Concluded(bound->points[point].verdict.code) && Concluded(unbound->points[point].verdict.code)) {
        points.push_back({.at = sweep.at[point], .speedup = scaling.points[point].speedup});
      }
    }
    return points;
  };
  return FindCrossing(curve(*bound), curve(*unbound));
}

// The number of workers from which on a model gains no more, and what it gains there.
std::string Gain(const ModelScaling& scaling) {
  std::vector<ModelResult> sure;
  std::ranges::copy_if(scaling.points, std::back_inserter(sure), [](const ModelResult& point) { return Concluded(point.verdict.code); });
  if (sure.empty()) return LabelOf(scaling.model) + " too noisy to say";
  const auto best = std::ranges::max_element(sure, {}, [](const ModelResult& point) { return point.speedup.ratio; });
  constexpr double kAnyGain = 1.15;
  if (best->speedup.ratio < kAnyGain) return LabelOf(scaling.model) + " nothing with any number of workers";
  // The fewest workers that reach nearly as much.
  constexpr double kNearly = 0.95;
  const auto enough = std::ranges::find_if(sure, [&](const ModelResult& point) { return point.speedup.ratio >= kNearly * best->speedup.ratio; });
  return LabelOf(scaling.model) + " " + RatioText(enough->speedup) + "× with " + Format("%d worker%s", enough->workers, enough->workers == 1 ? "" : "s");
}

std::string AboutWorkers(const SweepResult& sweep) {
  std::string text;
  for (const ModelScaling& scaling : sweep.scaling) {
    if (!scaling.points.empty()) text += (text.empty() ? "What more workers gain: " : "; ") + Gain(scaling);
  }
  return text + ".";
}

std::string AboutShares(const SweepResult& sweep) {
  if (!sweep.crossing) return "Threads under the GIL gained as much as the others at every share of computing.";
  const int workers = sweep.experiment.workers;
  const Crossing& crossing = *sweep.crossing;
  const std::string most = Format(" The lock lets one compute at a time: with a share s of computing it allows 1/s, so %d workers are held back from %.0f %% on.",
                                  workers, 100.0 / workers);
  if (crossing.at <= sweep.at.front()) return "Threads under the GIL gained less than the others at every share of computing." + most;
  return Format("Up to about %.0f %% of computing threads under the GIL gain as much as others, beyond that less.", crossing.at) + most;
}

std::string AboutBusy(const SweepResult& sweep) {
  std::string text;
  for (const ModelScaling& scaling : sweep.scaling) {
    if (scaling.points.empty()) continue;
    const auto [least, most] = std::ranges::minmax(scaling.points, {}, &ModelResult::median_s);
    text += (text.empty() ? Format("Beside %.0f to %.0f computing threads answers came late by: ", sweep.at.front(), sweep.at.back()) : "; ") + LabelOf(scaling.model) + " " +
            Duration(least.median_s) + " to " + Duration(most.median_s);
  }
  return text + ".";
}

std::string AboutCurves(const SweepResult& sweep) {
  switch (InfoOf(sweep.experiment.kind).axis.kind) {
    case AxisKind::kShare: return AboutShares(sweep);
    case AxisKind::kBusy: return AboutBusy(sweep);
    case AxisKind::kWorkers:
    case AxisKind::kOther: break;
  }
  return AboutWorkers(sweep);
}

std::string AnswerOf(const SweepResult& sweep) {
  if (!Concluded(sweep.verdict.code)) return sweep.verdict.text;
  if (sweep.scaling.empty()) return "Choose a model besides the sequential one.";
  const std::string answer = AboutCurves(sweep);
  if (!sweep.verdict.probable) return answer;
  return Hedged(answer, {.reported_cores = sweep.environment.cores, .other_cores = sweep.calibration.other_cores, .governor = {}});
}

// The points about which nothing can be said, with the reason of the first one; empty if there are none.
std::string Inconclusive(const std::vector<RunResult>& points) {
  const Setting& axis = *FindSetting(points.front().experiment.kind, InfoOf(points.front().experiment.kind).axis.setting);
  std::string places;
  const RunResult* noisy = nullptr;
  for (const RunResult& point : points) {
    if (Concluded(point.verdict.code)) continue;
    if (noisy == nullptr) noisy = &point;
    places += (places.empty() ? "" : ", ") + ChosenText(point.experiment, axis.name);
  }
  return noisy == nullptr ? "" : std::string(axis.label) + " " + places + ": " + noisy->verdict.text;
}

// A curve stands without one of its points, but not without a third of them. Otherwise what the last point that concluded says, with
// the most workers.
Verdict VerdictOf(const std::vector<RunResult>& points) {
  constexpr int kMostWithout = 3;
  const auto concluded = [](const RunResult& point) { return Concluded(point.verdict.code); };
  const auto without = std::ssize(points) - std::ranges::count_if(points, concluded);
  if (kMostWithout * without >= std::ssize(points)) {
    const auto first = std::ranges::find_if_not(points, concluded);
    return {first->verdict.code, Inconclusive(points)};
  }
  Verdict verdict = std::find_if(points.rbegin(), points.rend(), concluded)->verdict;
  verdict.probable = std::ranges::any_of(points, [](const RunResult& point) { return point.verdict.probable; });
  return verdict;
}

}  // namespace

SweepResult SummarizeSweep(const Experiment& asked, const std::vector<RunResult>& points) {
  const RunResult& first = points.front();
  SweepResult sweep = {.recorded_at = first.recorded_at, .environment = first.environment, .experiment = asked, .calibration = WorstOf(points)};
  sweep.calibration.effective_cores = CoresOf(points);
  sweep.axis = InfoOf(asked.kind).axis.setting;
  for (const RunResult& point : points) {
    const ModelResult& baseline = point.models.front();
    sweep.at.push_back(SettingNumber(point.experiment, sweep.axis));
    sweep.baselines.push_back({.workers = point.experiment.workers, .median_s = baseline.median_s, .samples_s = baseline.samples_s});
    for (const std::string& note : point.notes) {
      if (std::ranges::find(sweep.notes, note) == sweep.notes.end()) sweep.notes.push_back(note);
    }
  }
  for (const std::string& model : asked.models) {
    if (model != kSequential) sweep.scaling.push_back(ScalingOf(model, asked, points));
  }
  sweep.crossing = CrossingOf(sweep);
  sweep.verdict = VerdictOf(points);
  if (const std::string inconclusive = Inconclusive(points); Concluded(sweep.verdict.code) && !inconclusive.empty()) sweep.notes.push_back(inconclusive);
  sweep.answer = AnswerOf(sweep);
  return sweep;
}

}  // namespace lab
