// How late responses came, as data: for each model a histogram on an axis that all share. Pure;
// response_view draws it.
#pragma once

#include <vector>

#include "shell/view/chart.h"

namespace lab::panel {

struct ResponseRow {
  BarRow row;  // name, workers, state; what is said of the speedup means nothing here
  std::vector<double> columns;  // share of the responses in each step of the axis, 0..1; empty: not
                                // measured, or not to be told by the clock
  double median_s = 0;
  std::string median, p99;  // in words; empty: not measured
};

struct ResponseChart {
  std::vector<ResponseRow> rows;
  double end_s = 0.01;  // the right end of the axis; later responses are in the last step
  double interval_s = 0;  // one switch interval
  double timer_step_s = 0;  // of the clock they were measured with
};

inline constexpr int kResponseSteps = 80;

ResponseChart MakeResponseChart(const State& state);

}  // namespace lab::panel
