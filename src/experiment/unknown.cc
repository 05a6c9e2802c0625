// What stands for an experiment that only a newer version knows: its results can be shown.
#include "experiment/kinds.h"
#include "words/english/experiments.h"

namespace lab {
namespace {

constexpr std::string_view kUnknownSettings[] = {"workers", "tasks", "size"};

}  // namespace

constinit const ExperimentInfo kUnknownExperiment = {
    .kind = ExperimentKind::kUnknown,
    .name = "unknown",
    .title = &words::kUnknownTitle,
    .tag = &words::kUnknownTag,
    .question = &words::kUnknownQuestion,
    .about = &words::kUnknownAbout,
    .settings = kUnknownSettings,
};

}  // namespace lab
