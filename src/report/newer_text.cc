#include "report/newer_text.h"

#include <algorithm>
#include <array>

#include "experiment/model_info.h"
#include "words/english/files.h"

namespace lab {
namespace {

constexpr size_t kMostNamed = 10;

std::string TextFor(const Experiment& measured, std::vector<std::string> models, int version) {
  std::vector<std::string> unknown;
  if (measured.kind == ExperimentKind::kUnknown)
    unknown.push_back(Phrase<words::kTheExperiment>("name"_a = measured.unknown_name));
  models.insert(models.begin(), measured.models.begin(), measured.models.end());
  std::vector<std::string> told;
  for (const std::string& model : models) {
    if (FindModel(model) != nullptr || std::ranges::find(told, model) != told.end()) continue;
    told.push_back(model);
    unknown.push_back(Phrase<words::kTheModel>("name"_a = model));
  }
  for (const UnknownField& setting : measured.unknown)
    unknown.push_back(Phrase<words::kTheSetting>("name"_a = setting.name));
  if (unknown.empty() && version <= kFileVersion) return "";
  if (unknown.empty()) return Phrase<words::kNewerFile>();
  unknown.resize(std::min(unknown.size(), kMostNamed));
  return Sentences(std::array{Phrase<words::kNewerFile>(),
                              Phrase<words::kUnknownHere>("names"_a = Listed(unknown))});
}

template <typename T>
void AddNames(const std::vector<T>& each, std::vector<std::string>& names) {
  std::ranges::transform(each, std::back_inserter(names), &T::model);
}

}  // namespace

std::string NewerText(const RunResult& result) {
  std::vector<std::string> models;
  AddNames(result.models, models);
  AddNames(result.unavailable, models);
  return TextFor(result.experiment, std::move(models), result.version);
}

std::string NewerText(const SweepResult& result) {
  std::vector<std::string> models;
  AddNames(result.scaling, models);
  AddNames(result.unavailable, models);
  return TextFor(result.experiment, std::move(models), result.version);
}

}  // namespace lab
