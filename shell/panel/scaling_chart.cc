#include "shell/panel/scaling_chart.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "experiment/experiment_info.h"
#include "experiment/limit.h"
#include "experiment/model_info.h"
#include "experiment/plan.h"
#include "shell/panel/figures.h"

namespace lab::panel {
namespace {

CurvePoint PointOf(double at, const ModelResult& point) {
  CurvePoint place{.at = at, .doubt = !Concluded(point.verdict.code) ? "noisy" : point.verdict.probable ? "probably" : ""};
  if (point.response) {
    place.value = place.low = point.response->median_s * 1000;
    place.high = point.response->p99_s * 1000;
    place.brief = Duration(point.response->median_s);
    place.figure = place.brief + ", 99 % within " + Duration(point.response->p99_s);
    return place;
  }
  place.value = point.speedup.ratio;
  place.low = point.speedup.low;
  place.high = point.speedup.high;
  place.brief = TimesText(point.speedup);
  place.figure = place.brief + " (" + RangeText(point.speedup) + ")";
  return place;
}

Curve CurveOf(const ModelScaling& scaling, const std::vector<double>& at, bool concluded) {
  Curve curve{.model = scaling.model, .label = LabelOf(scaling.model)};
  for (size_t number = 0; number < scaling.points.size(); ++number) {
    const ModelResult& point = scaling.points[number];
    curve.points.push_back(PointOf(at[number], point));
    // Only as far as it was fitted: beyond that the cores end.
    if (concluded && scaling.amdahl.describes && std::ssize(curve.amdahl) <= scaling.amdahl.points) curve.amdahl.push_back(AmdahlSpeedup(scaling.amdahl.serial_fraction, point.workers));
  }
  for (const std::string& words : {scaling.amdahl_text, scaling.usl_text}) {
    if (concluded && !words.empty()) curve.words.push_back(words);
  }
  return curve;
}

// An empty cell where there is no fit.
std::string FittedSpeedup(bool fitted, double speedup) { return fitted ? Format("%.4g", speedup) : ""; }

void OverWorkers(ScalingChart& chart, const SweepResult& sweep) {
  if (Computes(sweep.experiment)) chart.cores = sweep.calibration.effective_cores;
  chart.ideal = {{chart.first, chart.first}, {chart.last, chart.last}};
  chart.ideal_label = "as many times as workers";
}

// What a lock allows that lets one compute at a time, as if there were one core.
void OverShares(ScalingChart& chart, const SweepResult& sweep) {
  chart.ideal_label = "most that one lock allows: 1 / share";
  if (sweep.crossing && Concluded(sweep.verdict.code)) chart.crossing = sweep.crossing->at;
  for (double share = 0; share <= 100; share += 2) chart.ideal.push_back({share, SpeedupLimit(sweep.experiment.workers, 1, share / 100)});
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
  const SweepAxis axis = AxisOf(sweep.axis);
  chart.heading = axis.heading;
  chart.axis = axis.label;
  chart.upwards = axis.upwards;
  switch (axis.kind) {
    case AxisKind::kWorkers:
    case AxisKind::kOther: OverWorkers(chart, sweep); break;
    case AxisKind::kShare: OverShares(chart, sweep); break;
    case AxisKind::kBusy: chart.unit = " ms"; break;
  }
  double highest = axis.kind == AxisKind::kBusy ? 1 : std::max(1.5, chart.cores);
  double whiskers = 0;
  for (const ModelScaling& scaling : sweep.scaling) {
    chart.curves.push_back(CurveOf(scaling, sweep.at, Concluded(sweep.verdict.code)));
    for (const CurvePoint& point : chart.curves.back().points) {
      highest = std::max(highest, point.doubt.empty() ? point.high : point.value);
      whiskers = std::max(whiskers, point.high);
    }
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
  for (double tick = std::ceil(low / step) * step; tick <= high + step * 1e-9; tick += step) ticks.push_back(tick);
  return ticks;
}

std::string TableText(const SweepResult& sweep) {
  const bool workers = AxisOf(sweep.axis).kind == AxisKind::kWorkers;
  std::string text = "model\t" + sweep.axis + "\tmedian_s\tspeedup\tspeedup_low\tspeedup_high\tefficiency" + (workers ? "\tamdahl\tusl\n" : "\n");
  for (const ModelScaling& scaling : sweep.scaling) {
    for (size_t number = 0; number < scaling.points.size(); ++number) {
      const ModelResult& point = scaling.points[number];
      text += scaling.model + Format("\t%g\t%.6g\t%.4g\t%.4g\t%.4g\t%.4g", sweep.at[number], point.median_s, point.speedup.ratio, point.speedup.low, point.speedup.high,
                                     point.efficiency);
      const bool concluded = Concluded(sweep.verdict.code);
      if (workers) text += "\t" + FittedSpeedup(concluded && scaling.amdahl.points > 0, AmdahlSpeedup(scaling.amdahl.serial_fraction, point.workers)) + "\t" +
                           FittedSpeedup(concluded && scaling.usl.points > 0, UslSpeedup(scaling.usl.contention, scaling.usl.coherency, point.workers));
      text += "\n";
    }
  }
  return text;
}

}  // namespace lab::panel
