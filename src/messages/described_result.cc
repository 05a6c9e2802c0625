#include "messages/described_result.h"

#include <algorithm>
#include <iterator>

namespace lab {
namespace {

// What is told of a model is told once.
template <typename T>
std::string Twins(const char* key, const std::vector<T>& each) {
  for (size_t at = 0; at < each.size(); ++at) {
    const auto before = each.begin() + std::ptrdiff_t(at);
    const bool twin = std::any_of(each.begin(), before, [&](const T& other) { return other.model == before->model; });
    if (twin) return std::string("\"") + key + "\" has the model " + Shown(Json(before->model)) + " twice";
  }
  return "";
}

}  // namespace

std::string Settle(RunResult& result) {
  size_t events = 0;
  for (const ModelResult& model : result.models) events += model.trace ? CountEvents(*model.trace) : 0;
  if (events > kMostEventsShown) return "its traces have more than 4,000,000 events together";
  return Twins("models", result.models);
}

std::string Settle(SweepResult& result) {
  // The first release knew only workers, and told them with the baselines.
  if (result.at.empty()) std::ranges::transform(result.baselines, std::back_inserter(result.at), &SweepBaseline::workers);
  if (result.at.empty()) return "it is a sweep that has no points";
  const bool one_each = std::ranges::all_of(result.scaling, [&](const ModelScaling& scaling) { return scaling.points.size() == result.at.size(); });
  if (!one_each || result.baselines.size() != result.at.size()) return "a model does not have one point for each place";
  return Twins("scaling", result.scaling);
}

}  // namespace lab
