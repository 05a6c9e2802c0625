#include "shell/view/response_chart.h"

#include <algorithm>

#include "report/figures_text.h"
#include "stats/response.h"

namespace lab::panel {
namespace {

const ModelResult* FigureOf(const Outcome& outcome, const std::string& model) {
  const auto found = std::ranges::find(outcome.figures, model, &ModelResult::model);
  return found == outcome.figures.end() || !found->response ? nullptr : &*found;
}

// Every response but the latest hundredth, and one switch interval in any case: the scale of what
// is to be seen.
double EndOf(const State& state, double interval_s) {
  double end_s = interval_s * 1.2;
  for (const ModelResult& figure : state.outcome().figures) {
    if (figure.response) end_s = std::max(end_s, figure.response->p99_s * 1.1);
  }
  return end_s;
}

}  // namespace

ResponseChart MakeResponseChart(const State& state) {
  const Outcome& outcome = state.outcome();
  ResponseChart chart = {.interval_s = Shown(state).switch_interval_ms / 1000,
                         .timer_step_s = TimerStepOf(state)};
  chart.end_s = EndOf(state, chart.interval_s);
  for (BarRow& row : MakeChart(state).rows) {
    ResponseRow response{.row = std::move(row)};
    if (const ModelResult* figure = FigureOf(outcome, response.row.model)) {
      const std::vector<double>& delays = figure->response->delays_s;
      const bool seen = figure->verdict.code != VerdictCode::kTooShort;
      for (const int count : Histogram(delays, chart.end_s, kResponseSteps)) {
        if (seen) response.columns.push_back(count / static_cast<double>(delays.size()));
      }
      response.median = LateText(figure->response->median_s, chart.timer_step_s);
      response.p99 = LateText(figure->response->p99_s, chart.timer_step_s);
      response.median_s = figure->response->median_s;
    }
    chart.rows.push_back(std::move(response));
  }
  return chart;
}

}  // namespace lab::panel
