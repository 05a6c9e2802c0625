// Counting: tasks that compute and share nothing.
#include "experiment/kinds.h"

namespace lab {
namespace {

constexpr std::string_view kCountSettings[] = {"workers", "tasks", "size", "calibrate", "serial-fraction", "chunk"};
constexpr ShownFile kCountFiles[] = {{"workload/count.cc", "the loop that counts"}};

}  // namespace

constinit const ExperimentInfo kCountExperiment = {
    .kind = ExperimentKind::kCount,
    .name = "count",
    .title = "Count",
    .tag = "CPU-bound",
    .question = "Do two threads count twice as fast?",
    .about = "The tutorial counts to fifty million twice, once after the other and once in two "
             "threads, and finds no speedup: the GIL lets one thread run at a time. Here the "
             "same loop runs under every model.",
    .verb = "count",
    // Iterations of C++ are far cheaper than Python's: the tutorial's own 50 million would last 40 ms, a few switch intervals only.
    .size = 100'000'000,
    .tutorial_size = 780'000'000,
    .settings = kCountSettings,
    .sources = kCountFiles,
};

}  // namespace lab
