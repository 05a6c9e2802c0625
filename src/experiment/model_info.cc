#include "experiment/model_info.h"

#include <algorithm>
#include <array>

namespace lab {
namespace {

constexpr Noun kThread = {&words::kThread, &words::kThreads};
constexpr Noun kProcess = {&words::kProcess, &words::kProcesses};

constexpr ShownFile kThreadsFile = {"model/threads.cc", &words::kShowsThreads};
constexpr std::array kThreadFiles = {kThreadsFile};
constexpr std::array kGilFiles = {ShownFile{"gil/gil.cc", &words::kShowsGil}, kThreadsFile};
constexpr std::array kProcessFiles = {ShownFile{"model/process_pool.cc", &words::kShowsProcesses}};

constexpr std::array kModels = {
    ModelInfo{.name = kSequential,
              .label = &words::kSequentialLabel,
              .meaning = &words::kSequentialMeaning,
              .facts = {.role = ModelRole::kBaseline,
                        .parallel = false,
                        .worker = kThread,
                        .who = &words::kSequentialWho,
                        .called = &words::kSequentialCalled},
              .colour = 0,
              .python = PythonWorkers::kLoop,
              .sources = kThreadFiles},
    ModelInfo{.name = "threads-gil",
              .label = &words::kThreadsGilLabel,
              .meaning = &words::kThreadsGilMeaning,
              .facts = {.role = ModelRole::kBound,
                        .parallel = false,
                        .worker = kThread,
                        .who = &words::kThreadsGilWho,
                        .called = &words::kThreadsGilCalled},
              .colour = 1,
              .python = PythonWorkers::kThreadsUnderGil,
              .sources = kGilFiles},
    ModelInfo{.name = "threads-free",
              .label = &words::kThreadsFreeLabel,
              .meaning = &words::kThreadsFreeMeaning,
              .facts = {.role = ModelRole::kUnbound,
                        .worker = kThread,
                        .who = &words::kThreadsFreeWho,
                        .called = &words::kThreadsFreeCalled},
              .colour = 2,
              .python = PythonWorkers::kFreeThreads,
              .sources = kThreadFiles},
    ModelInfo{.name = "processes",
              .label = &words::kProcessesLabel,
              .meaning = &words::kProcessesMeaning,
              .facts = {.role = ModelRole::kIsolated,
                        .worker = kProcess,
                        .who = &words::kProcessesWho,
                        .called = &words::kProcessesCalled},
              .colour = 3,
              .python = PythonWorkers::kProcesses,
              .sources = kProcessFiles},
};

}  // namespace

std::span<const ModelInfo> Models() { return kModels; }

const ModelInfo* FindModel(std::string_view name) {
  const auto found = std::ranges::find(kModels, name, &ModelInfo::name);
  return found == kModels.end() ? nullptr : &*found;
}

ModelInfo InfoOf(std::string_view model) {
  if (const ModelInfo* known = FindModel(model)) return *known;
  ModelInfo unknown;
  unknown.name = model;
  return unknown;
}

std::string LabelOf(std::string_view model) {
  const PlainText* label = InfoOf(model).label;
  return label != nullptr ? Phrase(*label) : std::string(model);
}

std::string MeaningOf(std::string_view model) {
  const PlainText* meaning = InfoOf(model).meaning;
  return meaning != nullptr ? Phrase(*meaning) : "";
}

ModelFacts FactsOf(std::string_view model) {
  const ModelInfo* known = FindModel(model);
  return known != nullptr ? known->facts : ModelFacts{};
}

ModelRole RoleOf(std::string_view model) { return FactsOf(model).role; }

const ModelInfo& ModelIn(ModelRole role) {
  return *std::ranges::find(kModels, role, [](const ModelInfo& model) { return model.facts.role; });
}

}  // namespace lab
