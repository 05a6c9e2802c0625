#include "shell/view/scaling_chart.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "experiment/experiment_info.h"
#include "experiment/limit.h"
#include "experiment/model_info.h"
#include "experiment/plan.h"
#include "report/figures_text.h"
#include "shell/view/figures.h"
#include "stats/efficiency.h"
#include "words/english/view.h"

namespace lab::panel {
namespace {

CurvePoint PointOf(double at, const ModelResult& point, double timer_step_s) {
  CurvePoint place{.at = at, .doubt = DoubtOf(point)};
  if (place.doubt.empty() && point.verdict.probable) place.doubt = TextOf<words::kProbableMark>();
  if (point.response) {
    place.value = place.low = point.response->median_s * 1000;
    place.high = point.response->p99_s * 1000;
    place.brief = LateText(point.response->median_s, timer_step_s);
    place.figure = Phrase<words::kMedianAndP99>(
        "median"_a = place.brief, "p99"_a = LateText(point.response->p99_s, timer_step_s));
    return place;
  }
  place.value = point.speedup.ratio;
  place.low = point.speedup.low;
  place.high = point.speedup.high;
  place.figure = place.brief = kNotKnown;
  if (point.verdict.code == VerdictCode::kTooShort) return place;
  place.brief = TimesText(point.speedup);
  place.figure = Phrase<words::kSpeedupAndInterval>("speedup"_a = place.brief,
                                                    "interval"_a = RangeText(point.speedup));
  return place;
}

Curve CurveOf(const ModelScaling& scaling, const SweepResult& sweep) {
  const bool concluded = Concluded(sweep.verdict.code);
  Curve curve{.model = scaling.model, .label = LabelOf(scaling.model)};
  for (size_t number = 0; number < scaling.points.size(); ++number) {
    const ModelResult& point = scaling.points[number];
    curve.points.push_back(PointOf(sweep.at[number], point, sweep.calibration.timer_step_s));
    // Only as far as it was fitted: beyond that the cores end.
    if (concluded && scaling.amdahl.describes && std::ssize(curve.amdahl) <= scaling.amdahl.points)
      curve.amdahl.push_back(AmdahlSpeedup(scaling.amdahl.serial_fraction, point.workers));
  }
  for (const std::string& words : {scaling.amdahl_text, scaling.usl_text}) {
    if (concluded && !words.empty()) curve.words.push_back(words);
  }
  return curve;
}

void OverWorkers(ScalingChart& chart, const SweepResult& sweep) {
  if (Computes(sweep.experiment)) {
    chart.cores = sweep.calibration.effective_cores;
    const bool measured = sweep.calibration.cores_measured;
    chart.cores_label = CoresText(measured ? chart.cores : sweep.environment.cores, measured);
  }
  chart.ideal = {{chart.first, chart.first}, {chart.last, chart.last}};
  chart.ideal_label = TextOf<words::kLinearSpeedup>();
}

std::string WithDoubt(const std::string& figure, const std::string& doubt) {
  return doubt.empty() ? figure
                       : Phrase<words::kFigureAndMark>("figure"_a = figure, "mark"_a = doubt);
}

// What a lock allows that lets one compute at a time, as if there were one core.
void OverShares(ScalingChart& chart, const SweepResult& sweep) {
  chart.ideal_label = TextOf<words::kLimitOfLock>();
  if (sweep.crossing && Concluded(sweep.verdict.code)) chart.crossing = sweep.crossing->at;
  for (double share = 0; share <= 100; share += 2)
    chart.ideal.push_back({share, SpeedupLimit(sweep.experiment.workers, 1, share / 100)});
}

}  // namespace

ScalingChart MakeScalingChart(const SweepResult& sweep, std::span<const double> planned) {
  ScalingChart chart{.at = sweep.at};
  std::vector<double> places(planned.begin(), planned.end());
  places.insert(places.end(), sweep.at.begin(), sweep.at.end());
  if (!places.empty()) {
    const auto [first, last] = std::ranges::minmax(places);
    chart.first = first;
    chart.last = std::max(2.0, last);
  }
  const SweepAxis axis = chart.varied = AxisOf(sweep.axis);
  chart.heading = Phrase(*axis.heading);
  chart.axis = LabelOf(axis);
  chart.upwards = Phrase(*axis.upwards);
  switch (axis.kind) {
    case AxisKind::kWorkers:
    case AxisKind::kOther: OverWorkers(chart, sweep); break;
    case AxisKind::kShare: OverShares(chart, sweep); break;
    case AxisKind::kBusy: chart.unit = " ms"; break;
  }
  double highest = axis.kind == AxisKind::kBusy ? 1 : std::max(1.5, chart.cores);
  double whiskers = 0;
  for (const ModelScaling& scaling : sweep.scaling) {
    chart.curves.push_back(CurveOf(scaling, sweep));
    for (const CurvePoint& point : chart.curves.back().points) {
      highest = std::max(highest, point.doubt.empty() ? point.high : point.value);
      whiskers = std::max(whiskers, point.high);
    }
  }
  const bool concluded_beyond =
      chart.cores > 0 && std::ranges::any_of(sweep.scaling, [&](const ModelScaling& scaling) {
        return std::ranges::any_of(scaling.points, [&](const ModelResult& point) {
          return DoubtOf(point).empty() && point.speedup.low > kMoreThanCores * chart.cores;
        });
      });
  if (concluded_beyond) {
    chart.note = TextOf<words::kBeyondCores>();
    chart.cores = 0;
  }
  // An interval that says nothing shall not press the curves flat.
  constexpr double kLongestWhisker = 2;
  highest = std::max(highest, std::min(whiskers, kLongestWhisker * highest));
  chart.axis_end = highest * 1.12;
  return chart;
}

std::vector<double> AxisTicks(double low, double high, int most) {
  const double rough = (high - low) / std::max(1, most);
  const double power = std::pow(10, std::floor(std::log10(rough)));
  double step = 10 * power;
  for (const double factor : {5.0, 2.0, 1.0}) {
    if (factor * power >= rough) step = factor * power;
  }
  std::vector<double> ticks;
  for (double tick = std::ceil(low / step) * step; tick <= high + step * 1e-9; tick += step)
    ticks.push_back(tick);
  return ticks;
}

std::string CellText(const CurvePoint& point) { return WithDoubt(point.figure, point.doubt); }

std::string BriefText(const CurvePoint& point) { return WithDoubt(point.brief, point.doubt); }

std::string TableText(const SweepResult& sweep) {
  const ScalingChart chart = MakeScalingChart(sweep);
  std::string text = chart.axis;
  for (const Curve& curve : chart.curves) text += "\t" + curve.label;
  text += "\n";
  for (const double at : chart.at) {
    text += Format("%g", at);
    for (const Curve& curve : chart.curves) {
      const auto point = std::ranges::find(curve.points, at, &CurvePoint::at);
      text += "\t" + (point != curve.points.end() ? CellText(*point) : "");
    }
    text += "\n";
  }
  return text;
}

}  // namespace lab::panel
