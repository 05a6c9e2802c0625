// The heavy sum: the tutorial's example for a pool of processes.
#include "experiment/kinds.h"
#include "words/english/experiments.h"

namespace lab {
namespace {

constexpr std::string_view kHeavySettings[] = {"workers",   "tasks",           "size",
                                               "calibrate", "serial-fraction", "chunk"};
constexpr ShownFile kHeavyFiles[] = {{"workload/heavy.cc", &words::kShowsSumming},
                                     {"workload/sine.h", &words::kShowsSine}};

}  // namespace

constinit const ExperimentInfo kHeavyExperiment = {
    .kind = ExperimentKind::kHeavy,
    .name = "heavy",
    .title = &words::kHeavyTitle,
    .tag = &words::kHeavyTag,
    .question = &words::kHeavyQuestion,
    .about = &words::kHeavyAbout,
    .whole = false,
    .pool = true,
    .workers = 4,
    .tasks = 4,
    .size = 82'000'000,
    .tutorial_size = 210'000'000,
    .settings = kHeavySettings,
    .largest_size = 1e9,  // the sine's argument reduction is exact up to 2^30 (workload/sine.h)
    .kernel = TaskKind::kHeavy,
    .usual_speed = 3e8,
    .sources = kHeavyFiles,
};

}  // namespace lab
