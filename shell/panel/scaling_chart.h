// A sweep as a chart: one curve for each model over the number of workers, with the fits and the
// lines to compare with. Pure; scaling_view draws it.
#pragma once

#include <string>
#include <vector>

#include "engine/result.h"

namespace lab::panel {

struct CurvePoint {
  int workers = 1;
  Estimate speedup{};
  double efficiency = 0;
  bool noisy = false;
};

struct Curve {
  std::string model{};
  std::string label{};
  std::vector<CurvePoint> points{};
  std::vector<double> amdahl{};   // fitted speedup at each point; empty if the law does not describe it
  std::vector<std::string> words{};  // what the fits say
};

struct ScalingChart {
  std::vector<Curve> curves;
  std::vector<int> workers;       // of all points, rising
  double axis_end = 2;            // the speedup at the top
  double cores = 0;               // effective; 0 if the work needs none
};

ScalingChart MakeScalingChart(const SweepResult& sweep);

// Labels for about `most` places of an axis from `low` to `high`: round numbers, in steps of 1, 2 or 5
// times a power of ten.
std::vector<double> AxisTicks(double low, double high, int most);

// The chart's figures as tab-separated text with a header line.
std::string TableText(const SweepResult& sweep);

}  // namespace lab::panel
