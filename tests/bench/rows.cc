#include "tests/bench/rows.h"

#include <optional>

#include "stats/estimate.h"
#include "stats/sample.h"

namespace lab::bench {
namespace {

nlohmann::json ToJson(const Estimate& estimate) {
  return {{"ratio", estimate.ratio}, {"low", estimate.low}, {"high", estimate.high}};
}

const char* RatioVerdict(const Estimate& best, double target) {
  if (best.confidence > 0 && best.low >= target) return "met";
  return best.confidence > 0 && best.high < target ? "not met" : "within the noise";
}

}  // namespace

Row RowFrom(const nlohmann::json& json) {
  Row row;
  json.at("part").get_to(row.part);
  json.at("what").get_to(row.what);
  json.at("unit").get_to(row.unit);
  json.at("ours_name").get_to(row.ours_name);
  json.at("ours_samples").get_to(row.ours);
  json.at("others").get_to(row.others);
  const nlohmann::json target = json.value("target", nlohmann::json::object());
  if (target.contains("ratio_at_least")) row.kind = Row::Target::kRatioAtLeast;
  if (target.contains("at_most")) row.kind = Row::Target::kFigureAtMost;
  if (row.kind != Row::Target::kNone) target.front().get_to(row.target);
  return row;
}

nlohmann::json Judged(const Row& row) {
  const double ours = Median(row.ours);
  nlohmann::json json = {{"part", row.part}, {"what", row.what},
                         {"unit", row.unit}, {"ours_name", row.ours_name},
                         {"ours", ours},     {"ours_samples", row.ours}};
  std::optional<Estimate> best;
  json["others"] = nlohmann::json::array();
  for (const auto& [name, samples] : row.others) {
    const Estimate times = Speedup(samples, row.ours);
    json["others"].push_back({{"name", name},
                              {"median", Median(samples)},
                              {"samples", samples},
                              {"times_slower", ToJson(times)}});
    if (!best || times.ratio < best->ratio) best = times;
  }
  if (best) json["best"] = ToJson(*best);
  switch (row.kind) {
    case Row::Target::kNone: break;
    case Row::Target::kRatioAtLeast:
      json["target"] = {{"ratio_at_least", row.target}};
      json["verdict"] = best ? RatioVerdict(*best, row.target) : "within the noise";
      break;
    case Row::Target::kFigureAtMost:
      json["target"] = {{"at_most", row.target}};
      json["verdict"] = ours <= row.target ? "met" : "not met";
      break;
  }
  return json;
}

}  // namespace lab::bench
