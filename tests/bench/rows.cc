#include "tests/bench/rows.h"

#include <algorithm>

#include "stats/estimate.h"
#include "stats/sample.h"

namespace lab::bench {

double RatioToBest(const Row& row) {
  double best = 0;
  for (const auto& [name, samples] : row.others) best = best == 0 ? Median(samples) : std::min(best, Median(samples));
  const double ours = Median(row.ours);
  return ours > 0 ? best / ours : 0;
}

nlohmann::json ToJson(const Row& row) {
  nlohmann::json json = {{"part", row.part}, {"what", row.what}, {"unit", row.unit}, {"ours_name", row.ours_name},
                         {"ours", Median(row.ours)}, {"ours_samples", row.ours}};
  json["others"] = nlohmann::json::array();
  for (const auto& [name, samples] : row.others) {
    const Estimate times = RatioOf(samples, row.ours);
    json["others"].push_back({{"name", name}, {"median", Median(samples)}, {"samples", samples},
                              {"times_slower", {{"ratio", times.ratio}, {"low", times.low}, {"high", times.high}}}});
  }
  if (!row.others.empty()) json["ratio_to_best"] = RatioToBest(row);
  switch (row.kind) {
    case Row::Target::kNone: break;
    case Row::Target::kRatioAtLeast:
      json["target"] = {{"ratio_at_least", row.target}};
      json["met"] = RatioToBest(row) >= row.target;
      break;
    case Row::Target::kFigureAtMost:
      json["target"] = {{"at_most", row.target}};
      json["met"] = Median(row.ours) <= row.target;
      break;
  }
  return json;
}

}  // namespace lab::bench
