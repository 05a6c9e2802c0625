// Counting: tasks that compute and share nothing.
#include "experiment/kinds.h"
#include "words/english/experiments.h"

namespace lab {
namespace {

constexpr std::string_view kCountSettings[] = {"workers",   "tasks",           "size",
                                               "calibrate", "serial-fraction", "chunk"};
constexpr ShownFile kCountFiles[] = {{"workload/count.cc", &words::kShowsCounting}};

}  // namespace

constinit const ExperimentInfo kCountExperiment = {
    .kind = ExperimentKind::kCount,
    .name = "count",
    .title = &words::kCountTitle,
    .tag = &words::kCountTag,
    .question = &words::kCountQuestion,
    .about = &words::kCountAbout,
    // Iterations of C++ are far cheaper than Python's: the tutorial's own 50 million would last 40
    // ms, a few switch intervals only.
    .size = 100'000'000,
    .tutorial_size = 780'000'000,
    .settings = kCountSettings,
    .sources = kCountFiles,
};

}  // namespace lab
