// A sweep as a chart: one curve for each model over what was varied, with the fits and the lines to
// compare with. Pure; scaling_view draws it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "experiment/experiment_info.h"
#include "messages/result.h"

namespace lab::panel {

struct CurvePoint {
  double at = 1;  // on the axis
  double value = 1;  // and up from it
  // Of the interval; of responses: the median and what 99 of 100 stay below.
  double low = 1, high = 1;
  std::string figure{};  // "1.93× (1.90 to 1.95×)"
  std::string brief{};  // "1.93×"
  std::string doubt{};  // "noisy", "too short", "probably"; empty if there is none
};

struct Curve {
  std::string model{};
  std::string label{};
  std::vector<CurvePoint> points{};
  std::vector<double> amdahl{};  // fitted speedup at each point; empty if the law does not describe
                                 // it, or nothing was concluded
  std::vector<std::string> words{};  // what the fits say
};

// A place on the chart.
struct Place {
  double at = 0;
  double value = 0;
};

struct ScalingChart {
  std::vector<Curve> curves;
  std::vector<double> at;  // of all points, rising
  double first = 0, last = 1;  // the ends of the axis
  SweepAxis varied;
  std::string heading;  // "More and more workers"
  std::string axis;  // "workers", "% computing"
  std::string upwards;  // "speedup over sequential"
  std::string unit = "×";  // of the values
  double axis_end = 2;  // the value at the top
  double cores = 0;  // drawn as a line; 0 for none
  std::string cores_label;  // "1.9 cores available", "2 cores reported"
  std::string note;  // why something is not drawn; empty if all is
  std::vector<Place> ideal;  // the line to compare with; empty for none
  std::string ideal_label;
  std::optional<double> crossing;  // on the axis
};

// `planned`: places where points are still to come.
ScalingChart MakeScalingChart(const SweepResult& sweep, std::span<const double> planned = {});

// Labels for about `most` places of an axis from `low` to `high`: round numbers, in steps of 1, 2
// or 5 times a power of ten.
std::vector<double> AxisTicks(double low, double high, int most);

// A point in a table, with its interval: "1.93× (1.90 to 1.95×) probably"; or in short.
std::string CellText(const CurvePoint& point);
std::string BriefText(const CurvePoint& point);
// The table as tab-separated text, with the names of the columns above.
std::string TableText(const SweepResult& sweep);

}  // namespace lab::panel
