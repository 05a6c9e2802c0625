#include "engine/sweep_summary.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "base/text.h"
#include "experiment/experiment_info.h"
#include "experiment/model_info.h"
#include "experiment/plan.h"
#include "experiment/settings.h"
#include "explain/answer.h"
#include "explain/scaling_text.h"
#include "explain/verdict_text.h"
#include "words/english/answers.h"

namespace lab {
namespace {

// The worst of all points: the latest largest drift, theft and load.
Calibration WorstOf(const std::vector<RunResult>& points) {
  Calibration worst = points.front().calibration;
  for (const RunResult& point : points) {
    const Calibration& each = point.calibration;
    worst.stolen = std::max(worst.stolen, each.stolen);
    if (std::fabs(each.drift) > std::fabs(worst.drift)) worst.drift = each.drift;
    if (each.other_cores)
      worst.other_cores = std::max(worst.other_cores.value_or(0), *each.other_cores);
    worst.scaled |= each.scaled;
    worst.all_disturbed |= each.all_disturbed;
  }
  worst.rounds = worst.disturbed_rounds = 0;
  double disturbing = 0;
  for (const RunResult& point : points) {
    worst.rounds += point.calibration.rounds;
    worst.disturbed_rounds += point.calibration.disturbed_rounds;
    disturbing +=
        point.calibration.disturbed_rounds * point.calibration.disturbing_cores.value_or(0);
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

ModelScaling ScalingOf(const std::string& model, const Experiment& asked,
                       const std::vector<RunResult>& points) {
  ModelScaling scaling = {.model = model};
  std::vector<ScalingPoint> curve;
  for (const RunResult& point : points) {
    const auto found = std::ranges::find(point.models, model, &ModelResult::model);
    if (found == point.models.end()) continue;
    scaling.points.push_back(*found);
    // What follows from the curve follows from what could be concluded.
    if (Concluded(found->verdict.code))
      curve.push_back({.workers = found->workers, .speedup = found->speedup});
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

// Those that the GIL does not bind: processes, or the free threads where there are none.
const ModelScaling* Unbound(const SweepResult& sweep) {
  const ModelScaling* isolated = FindRole(sweep.scaling, ModelRole::kIsolated);
  return isolated != nullptr ? isolated : FindRole(sweep.scaling, ModelRole::kUnbound);
}

// Threads under the GIL against those.
std::optional<Crossing> CrossingOf(const SweepResult& sweep) {
  const ModelScaling* bound = FindRole(sweep.scaling, ModelRole::kBound);
  const ModelScaling* unbound = Unbound(sweep);
  if (InfoOf(sweep.experiment.kind).axis.kind != AxisKind::kShare || bound == nullptr ||
      unbound == nullptr)
    return std::nullopt;
  const auto curve = [&](const ModelScaling& scaling) {
    std::vector<SpeedupPoint> points;
    for (size_t point = 0; point < scaling.points.size(); ++point) {
      if (Concluded(bound->points[point].verdict.code) &&
          Concluded(unbound->points[point].verdict.code)) {
        points.push_back({.at = sweep.at[point], .speedup = scaling.points[point].speedup});
      }
    }
    return points;
  };
  return FindCrossing(curve(*bound), curve(*unbound));
}

const char* Sure(const SweepResult& sweep) { return sweep.verdict.probable ? "no" : "yes"; }

// As it begins a sentence.
std::string NameOf(const ModelScaling& scaling) {
  return Capital(Phrase(*FactsOf(scaling.model).called));
}

// The number of workers from which on a model gains no more, and what it gains there.
std::string Gain(const ModelScaling& scaling, const char* sure) {
  std::vector<ModelResult> certain;
  std::ranges::copy_if(scaling.points, std::back_inserter(certain),
                       [](const ModelResult& point) { return Concluded(point.verdict.code); });
  if (certain.empty()) return Phrase<words::kBestUnknown>("model"_a = NameOf(scaling));
  const auto best = std::ranges::max_element(
      certain, {}, [](const ModelResult& point) { return point.speedup.ratio; });
  if (best->speedup.ratio < kGain)
    return Phrase<words::kBestNothing>("model"_a = NameOf(scaling), "sure"_a = sure);
  // The fewest workers that reach nearly as much.
  constexpr double kNearly = 0.95;
  const auto enough = std::ranges::find_if(certain, [&](const ModelResult& point) {
    return point.speedup.ratio >= kNearly * best->speedup.ratio;
  });
  return Phrase<words::kBestWith>("model"_a = NameOf(scaling), "sure"_a = sure,
                                  "ratio"_a = RatioText(enough->speedup),
                                  "workers"_a = enough->workers);
}

std::string Slowest(const ModelScaling& scaling, const char* sure) {
  const auto slowest = std::ranges::max_element(scaling.points, {}, &ModelResult::median_s);
  return Phrase<words::kResponsesUpTo>("model"_a = NameOf(scaling), "sure"_a = sure,
                                       "most"_a = Duration(slowest->median_s));
}

// A sentence a model: two in the headline, threads under the GIL and those that it does not bind,
// the rest below.
template <typename SentenceOf>
Answer OfEachModel(const SweepResult& sweep, SentenceOf sentence, const std::string& more) {
  const ModelScaling* bound = FindRole(sweep.scaling, ModelRole::kBound);
  const ModelScaling* unbound = Unbound(sweep);
  std::vector<std::string> headline;
  std::vector<std::string> reason;
  for (const ModelScaling& scaling : sweep.scaling) {
    if (scaling.points.empty()) continue;
    (&scaling == bound || &scaling == unbound ? headline : reason)
        .push_back(sentence(scaling, Sure(sweep)));
  }
  reason.push_back(more);
  return {.headline = Sentences(headline.empty() ? reason : headline),
          .reason = headline.empty() ? "" : Sentences(reason)};
}

Answer AboutShares(const SweepResult& sweep) {
  if (!sweep.crossing)
    return {.headline = Phrase<words::kNeverHurts>("sure"_a = Sure(sweep)), .reason = {}};
  const int workers = sweep.experiment.workers;
  const double at = sweep.crossing->at;
  return {.headline = at <= sweep.at.front()
                          ? Phrase<words::kAlwaysHurts>("sure"_a = Sure(sweep))
                          : Phrase<words::kHurtsFrom>("sure"_a = Sure(sweep),
                                                      "share"_a = Format("%.0f", at)),
          .reason = Phrase<words::kWhyItHurts>("workers"_a = workers,
                                               "share"_a = Format("%.0f", 100.0 / workers))};
}

Answer AboutCurves(const SweepResult& sweep) {
  switch (InfoOf(sweep.experiment.kind).axis.kind) {
    case AxisKind::kShare: return AboutShares(sweep);
    case AxisKind::kBusy:
      return OfEachModel(sweep, Slowest,
                         Phrase<words::kBesideFewToMany>("least"_a = sweep.at.front(),
                                                         "most"_a = sweep.at.back()));
    case AxisKind::kWorkers:
    case AxisKind::kOther: break;
  }
  return OfEachModel(sweep, Gain, "");
}

Answer AnswerOf(const SweepResult& sweep) {
  if (!Concluded(sweep.verdict.code))
    return {.headline = Phrase<words::kSweepSaysNothing>(), .reason = sweep.verdict.text};
  if (sweep.scaling.empty()) return {.headline = Phrase<words::kSweepChooseModel>(), .reason = {}};
  Answer answer = AboutCurves(sweep);
  if (!sweep.verdict.probable) return answer;
  answer.reason =
      Sentences(std::array{answer.reason, OthersUsed(sweep.calibration.other_cores.value_or(0),
                                                     sweep.environment.cores)});
  return answer;
}

// The points about which nothing can be said, with the reason of the first one; empty if there are
// none.
std::string Inconclusive(const std::vector<RunResult>& points) {
  const Setting& axis = *FindSetting(points.front().experiment.kind,
                                     InfoOf(points.front().experiment.kind).axis.setting);
  std::vector<std::string> places;
  const RunResult* noisy = nullptr;
  for (const RunResult& point : points) {
    if (Concluded(point.verdict.code)) continue;
    if (noisy == nullptr) noisy = &point;
    places.push_back(ChosenText(point.experiment, axis.name));
  }
  if (noisy == nullptr) return "";
  return Phrase<words::kPointsUnsure>("axis"_a = Phrase(*axis.label), "points"_a = Listed(places),
                                      "reason"_a = noisy->verdict.text);
}

// A curve stands without one of its points, but not without a third of them. Otherwise what the
// last point that concluded says, with the most workers.
Verdict VerdictOf(const std::vector<RunResult>& points) {
  constexpr int kMostWithout = 3;
  const auto concluded = [](const RunResult& point) { return Concluded(point.verdict.code); };
  const auto without = std::ssize(points) - std::ranges::count_if(points, concluded);
  if (kMostWithout * without >= std::ssize(points)) {
    const auto first = std::ranges::find_if_not(points, concluded);
    return {first->verdict.code, Inconclusive(points)};
  }
  Verdict verdict = std::find_if(points.rbegin(), points.rend(), concluded)->verdict;
  verdict.probable =
      std::ranges::any_of(points, [](const RunResult& point) { return point.verdict.probable; });
  return verdict;
}

}  // namespace

SweepResult SummarizeSweep(const Experiment& asked, const std::vector<RunResult>& points) {
  const RunResult& first = points.front();
  SweepResult sweep = {.recorded_at = first.recorded_at,
                       .environment = first.environment,
                       .experiment = asked,
                       .calibration = WorstOf(points)};
  sweep.calibration.effective_cores = CoresOf(points);
  sweep.axis = InfoOf(asked.kind).axis.setting;
  for (const RunResult& point : points) {
    const ModelResult& baseline = point.models.front();
    sweep.at.push_back(SettingNumber(point.experiment, sweep.axis));
    sweep.baselines.push_back({.workers = point.experiment.workers,
                               .median_s = baseline.median_s,
                               .samples_s = baseline.samples_s});
    for (const std::string& note : point.notes) {
      if (std::ranges::find(sweep.notes, note) == sweep.notes.end()) sweep.notes.push_back(note);
    }
  }
  for (const std::string& model : asked.models) {
    if (model != kSequential) sweep.scaling.push_back(ScalingOf(model, asked, points));
  }
  sweep.crossing = CrossingOf(sweep);
  sweep.verdict = VerdictOf(points);
  if (const std::string inconclusive = Inconclusive(points);
      Concluded(sweep.verdict.code) && !inconclusive.empty())
    sweep.notes.push_back(inconclusive);
  Answer answer = AnswerOf(sweep);
  sweep.answer = std::move(answer.headline);
  sweep.reason = std::move(answer.reason);
  return sweep;
}

}  // namespace lab
