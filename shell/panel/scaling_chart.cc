#include "shell/panel/scaling_chart.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "experiment/model_names.h"

namespace lab::panel {
namespace {

Curve CurveOf(const ModelScaling& scaling) {
  const ModelName* name = FindModelName(scaling.model);
  Curve curve{.model = scaling.model, .label = name ? std::string(name->label) : scaling.model};
  for (const ModelResult& point : scaling.points) {
    curve.points.push_back({point.workers, point.speedup, point.efficiency, point.verdict.code == VerdictCode::kNoisy});
    // Only as far as it was fitted: beyond that the cores end.
    if (scaling.amdahl.describes && std::ssize(curve.amdahl) <= scaling.amdahl.points) curve.amdahl.push_back(AmdahlSpeedup(scaling.amdahl.serial_fraction, point.workers));
  }
  curve.words = {scaling.amdahl_text, scaling.usl_text};
  return curve;
}

}  // namespace

ScalingChart MakeScalingChart(const SweepResult& sweep) {
  ScalingChart chart;
  const bool waiting = sweep.experiment.kind == ExperimentKind::kDownloads;
  if (!waiting) chart.cores = sweep.calibration.effective_cores;
  double highest = std::max(1.5, chart.cores);
  for (const SweepBaseline& baseline : sweep.baselines) chart.workers.push_back(baseline.workers);
  for (const ModelScaling& scaling : sweep.scaling) {
    chart.curves.push_back(CurveOf(scaling));
    for (const CurvePoint& point : chart.curves.back().points) highest = std::max({highest, point.speedup.high});
  }
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
  std::string text = "model\tworkers\tmedian_s\tspeedup\tspeedup_low\tspeedup_high\tefficiency\tamdahl\tusl\n";
  for (const ModelScaling& scaling : sweep.scaling) {
    for (const ModelResult& point : scaling.points) {
      text += scaling.model + Format("\t%d\t%.6g\t%.4g\t%.4g\t%.4g\t%.4g\t%.4g\t%.4g\n", point.workers, point.median_s, point.speedup.ratio,
                                     point.speedup.low, point.speedup.high, point.efficiency, AmdahlSpeedup(scaling.amdahl.serial_fraction, point.workers),
                                     UslSpeedup(scaling.usl.contention, scaling.usl.coherency, point.workers));
    }
  }
  return text;
}

}  // namespace lab::panel
