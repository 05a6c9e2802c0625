#include "messages/described_result.h"
#include "words/english/messages.h"

#include <algorithm>
#include <iterator>

namespace lab {
namespace {

// What is told of a model is told once.
template <typename T>
std::string Twins(const char* key, const std::vector<T>& each) {
  for (size_t at = 0; at < each.size(); ++at) {
    const auto before = each.begin() + std::ptrdiff_t(at);
    const bool twin = std::any_of(each.begin(), before,
                                  [&](const T& other) { return other.model == before->model; });
    if (twin)
      return Phrase<words::kModelTwice>("key"_a = key, "model"_a = Shown(Json(before->model)));
  }
  return "";
}

}  // namespace

std::string Settle(RunResult& result) {
  size_t events = 0;
  for (const ModelResult& model : result.models)
    events += model.trace ? CountEvents(*model.trace) : 0;
  if (events > kMostEventsShown)
    return Phrase<words::kTooManyEventsTogether>("most"_a = kMostEventsShown);
  return Twins("models", result.models);
}

std::string Settle(SweepResult& result) {
  // The first release knew only workers, and told them with the baselines.
  if (result.at.empty())
    std::ranges::transform(result.baselines, std::back_inserter(result.at),
                           &SweepBaseline::workers);
  if (result.at.empty()) return Phrase<words::kNoPoints>();
  const bool one_each = std::ranges::all_of(result.scaling, [&](const ModelScaling& scaling) {
    return scaling.points.size() == result.at.size();
  });
  if (!one_each || result.baselines.size() != result.at.size())
    return Phrase<words::kPointsMissing>();
  return Twins("scaling", result.scaling);
}

}  // namespace lab
