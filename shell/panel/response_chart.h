// How late answers came, as data: for each model a histogram on an axis that all share. Pure;
// response_view draws it.
#pragma once

#include <vector>

#include "shell/panel/chart.h"

namespace lab::panel {

struct ResponseRow {
  BarRow row;                   // name, workers, state; what is said of the speedup means nothing here
  std::vector<double> columns;  // share of the answers in each step of the axis, 0..1; empty: not measured
  double median_s = 0;
  double p99_s = 0;
};

struct ResponseChart {
  std::vector<ResponseRow> rows;
  double end_s = 0.01;          // the right end of the axis; later answers are in the last step
  double interval_s = 0;        // one switch interval
};

inline constexpr int kResponseSteps = 80;

ResponseChart MakeResponseChart(const State& state);

}  // namespace lab::panel
