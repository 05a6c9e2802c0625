// The execution models: all that is known about each, in one table. Whether one can run here is the
// catalog's business (model/catalog.h). Nothing else compares names: it asks for a fact or a role.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "words/english/sources.h"
#include "words/model_facts.h"

namespace lab {

// A file of ours that shows how something runs: "gil/gil.cc", below src.
struct ShownFile {
  std::string_view path;
  const PlainText* shows;
};

// How Python does the same.
enum class PythonWorkers { kNone, kLoop, kThreadsUnderGil, kFreeThreads, kProcesses };

struct ModelInfo {
  std::string_view name;  // in settings, JSON and URLs: "threads-gil"
  const PlainText* label = nullptr;  // on the screen: "threads, GIL"; its name if there is none
  const PlainText* meaning = nullptr;  // one sentence for a tooltip; nothing if there is none
  ModelFacts facts{};
  bool usual = true;  // part of a run unless others are asked for
  size_t colour = 0;  // its place in the palettes of panel and terminal; 0: grey
  PythonWorkers python = PythonWorkers::kNone;
  std::span<const ShownFile> sources{};
};

// The name of the baseline; it is part of every run.
inline constexpr std::string_view kSequential = "sequential";

// In the order in which people are shown them, the baseline first.
std::span<const ModelInfo> Models();
const ModelInfo* FindModel(std::string_view name);  // null if unknown
// Of one that is unknown, as in files of later versions: that its label is its name, and nothing
// else.
ModelInfo InfoOf(std::string_view model);
// The first one in that role.
const ModelInfo& ModelIn(ModelRole role);

std::string LabelOf(std::string_view model);
std::string MeaningOf(std::string_view model);
ModelFacts FactsOf(std::string_view model);
ModelRole RoleOf(std::string_view model);

// The first one in that role, of results or whatever else has the name of its `model`; null if
// there is none.
template <typename T>
const T* FindRole(const std::vector<T>& all, ModelRole role) {
  for (const T& each : all) {
    if (RoleOf(each.model) == role) return &each;
  }
  return nullptr;
}

}  // namespace lab
