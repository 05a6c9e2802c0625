// The heavy sum: the tutorial's example for a pool of processes.
#include "experiment/kinds.h"

namespace lab {
namespace {

constexpr std::string_view kHeavySettings[] = {"workers", "tasks", "size", "calibrate", "serial-fraction", "chunk"};
constexpr ShownFile kHeavyFiles[] = {{"workload/heavy.cc", "the loop that sums"}, {"workload/sine.h", "the sine, the same on every machine"}};

}  // namespace

constinit const ExperimentInfo kHeavyExperiment = {
    .kind = ExperimentKind::kHeavy,
    .name = "heavy",
    .title = "Heavy sum",
    .tag = "Pool of 4",
    .question = "Does a pool of four sum four times as fast?",
    .about = "The tutorial sums sqrt(i)\xC2\xB7sin(i) in a Pool of four processes: each has its own "
             "interpreter and its own GIL, so they run on as many cores as there are.",
    .verb = "sum",
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
