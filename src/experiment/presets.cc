#include "experiment/presets.h"

#include <algorithm>
#include <array>

#include "experiment/model_info.h"

namespace lab {
namespace {

constexpr std::array kExperiments = {
    ExperimentInfo{ExperimentKind::kCount, "count", "Count", "CPU-bound",
                   "Do two threads count twice as fast?",
                   "The tutorial counts to fifty million twice, once after the other and once in two "
                   "threads, and finds no speedup: the GIL lets one thread run at a time. Here the "
                   "same loop runs under every model.",
                   "count", "workers"},
    ExperimentInfo{ExperimentKind::kDownloads, "downloads", "Downloads", "I/O-bound",
                   "Do five threads download five times as fast?",
                   "The tutorial fetches five pages. A thread that waits for the network has released "
                   "the GIL, so the waits overlap. Here five real requests go to a server that takes "
                   "its time to answer.",
                   "download", "workers", false},
    ExperimentInfo{ExperimentKind::kHeavy, "heavy", "Heavy sum", "Pool of 4",
                   "Does a pool of four sum four times as fast?",
                   "The tutorial sums sqrt(i)\xC2\xB7sin(i) in a Pool of four processes: each has its own "
                   "interpreter and its own GIL, so they run on as many cores as there are.",
                   "sum", "workers", true, true},
    ExperimentInfo{ExperimentKind::kMixed, "mixed", "Mixed", "part CPU, part I/O",
                   "How much computing do threads stand?",
                   "Most programs wait and compute in turns. While a thread waits, others may have the GIL; while it computes, "
                   "nobody else can. Here each task is part computing, part waiting: the more it computes, the less threads gain.",
                   "work", "cpu-share"},
    ExperimentInfo{ExperimentKind::kConvoy, "convoy", "Convoy", "latency",
                   "Does a busy thread hold up one that answers?",
                   "A thread that comes back from waiting needs the GIL to go on. If another one computes, it waits for a whole switch "
                   "interval, at every single answer. Here one thread waits and answers beside others that only compute.",
                   "answer", "busy"},
};

static_assert(kExperiments.size() == kExperimentKinds);

struct NamedPreset {
  Preset preset;
  std::string_view name;
};

constexpr std::array kPresets = {
    NamedPreset{Preset::kDefault, "default"},
    NamedPreset{Preset::kTutorial, "tutorial"},
};

// Iterations of one task. Those of C++ are far cheaper than Python's: the tutorial's own 50 million
// would last 40 ms, a few switch intervals only.
constexpr int64_t kCountDefault = 100'000'000;
constexpr int64_t kCountTutorial = 780'000'000;
constexpr int64_t kHeavyDefault = 82'000'000;
constexpr int64_t kHeavyTutorial = 210'000'000;

}  // namespace

std::span<const ExperimentInfo> Experiments() { return kExperiments; }

const ExperimentInfo& InfoOf(ExperimentKind kind) {
  return *std::ranges::find(kExperiments, kind, &ExperimentInfo::kind);
}

const ExperimentInfo* FindExperiment(std::string_view name) {
  const auto found = std::ranges::find(kExperiments, name, &ExperimentInfo::name);
  return found == kExperiments.end() ? nullptr : &*found;
}

std::string_view Name(Preset preset) {
  return std::ranges::find(kPresets, preset, &NamedPreset::preset)->name;
}

const Preset* FindPreset(std::string_view name) {
  const auto found = std::ranges::find(kPresets, name, &NamedPreset::name);
  return found == kPresets.end() ? nullptr : &found->preset;
}

Experiment MakeExperiment(ExperimentKind kind, Preset preset) {
  Experiment experiment{.kind = kind};
  for (const ModelInfo& model : Models()) experiment.models.emplace_back(model.name);
  const bool tutorial = preset == Preset::kTutorial;
  switch (kind) {
    case ExperimentKind::kMixed:
      experiment.workers = 4;
      experiment.tasks = 8;
      break;
    case ExperimentKind::kConvoy:
      experiment.workers = experiment.tasks = experiment.busy + 1;
      break;
    case ExperimentKind::kCount:
      experiment.size = tutorial ? kCountTutorial : kCountDefault;
      experiment.left_to_plan.size = !tutorial;
      break;
    case ExperimentKind::kDownloads:
      experiment.workers = experiment.tasks = 5;
      experiment.left_to_plan.size = !tutorial;
      break;
    case ExperimentKind::kHeavy:
      experiment.workers = experiment.tasks = 4;
      experiment.size = tutorial ? kHeavyTutorial : kHeavyDefault;
      experiment.left_to_plan.size = !tutorial;
      break;
  }
  return experiment;
}

}  // namespace lab
