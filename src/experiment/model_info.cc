#include "experiment/model_info.h"

#include <algorithm>
#include <array>

namespace lab {
namespace {

constexpr Noun kThread = {"thread", "threads"};
constexpr Noun kProcess = {"process", "processes"};

constexpr ShownFile kThreadsFile = {"model/threads.cc", "the threads, and how they take tasks"};
constexpr std::array kThreadFiles = {kThreadsFile};
constexpr std::array kGilFiles = {ShownFile{"gil/gil.cc", "the lock, with CPython's protocol"}, kThreadsFile};
constexpr std::array kProcessFiles = {ShownFile{"model/process_pool.cc", "the processes, and the messages to them"}};

constexpr std::array kModels = {
    ModelInfo{.name = kSequential,
              .label = "sequential",
              .meaning = "One worker does all tasks, one after the other: the baseline.",
              .facts = {.role = ModelRole::kBaseline, .parallel = false, .worker = kThread},
              .colour = 0,
              .python = PythonWorkers::kLoop,
              .sources = kThreadFiles},
    ModelInfo{.name = "threads-gil",
              .label = "threads, GIL",
              .meaning = "Real threads that take turns under a lock with CPython's protocol: Python's threading.",
              .facts = {.role = ModelRole::kBound, .parallel = false, .worker = kThread, .called = "threads under the GIL"},
              .colour = 1,
              .python = PythonWorkers::kThreadsUnderGil,
              .sources = kGilFiles},
    ModelInfo{.name = "threads-free",
              .label = "threads, free",
              .meaning = "The same real threads without the lock: free-threaded Python (3.13t and later).",
              .facts = {.role = ModelRole::kUnbound, .worker = kThread, .called = "threads without a lock"},
              .colour = 2,
              .python = PythonWorkers::kFreeThreads,
              .sources = kThreadFiles},
    ModelInfo{.name = "processes",
              .label = "processes",
              .meaning = "Workers with their own memory that only exchange messages: Python's multiprocessing.",
              .facts = {.role = ModelRole::kIsolated, .worker = kProcess, .called = "processes"},
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
  unknown.name = unknown.label = model;
  return unknown;
}

const ModelInfo& ModelIn(ModelRole role) {
  return *std::ranges::find(kModels, role, [](const ModelInfo& model) { return model.facts.role; });
}

}  // namespace lab
