#include "experiment/model_names.h"

#include <array>

namespace lab {
namespace {

constexpr std::array kNames = {
    ModelName{kSequential, "sequential", "One worker does all tasks, one after the other: the baseline.", false},
    ModelName{"threads-gil", "threads, GIL",
              "Real threads that take turns under a lock with CPython's protocol: Python's threading.", false},
    ModelName{"threads-free", "threads, free",
              "The same real threads without the lock: free-threaded Python (3.13t and later)."},
    ModelName{"processes", "processes",
              "Workers with their own memory that only exchange messages: Python's multiprocessing."},
};

}  // namespace

std::span<const ModelName> ModelNames() { return kNames; }

const ModelName* FindModelName(std::string_view name) {
  for (const ModelName& known : kNames) {
    if (known.name == name) return &known;
  }
  return nullptr;
}

std::string LabelOf(std::string_view model) {
  const ModelName* name = FindModelName(model);
  return std::string(name == nullptr ? model : name->label);
}

}  // namespace lab
