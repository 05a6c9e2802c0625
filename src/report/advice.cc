#include "report/advice.h"

#include "experiment/experiment_info.h"
#include "experiment/model_info.h"
#include "words/english/experiments.h"

namespace lab {
namespace {

// The model's figures, if they allow a conclusion.
const ModelResult* Find(const RunResult& result, ModelRole role) {
  const ModelResult* found = FindRole(result.models, role);
  return found != nullptr && Concluded(found->verdict.code) ? found : nullptr;
}

bool Gains(const ModelResult* figure) {
  return figure != nullptr && figure->speedup.low > 1 && figure->speedup.ratio >= kGain;
}

std::string AboutComputing(const ModelResult& gil, const ModelResult& processes,
                           const ModelResult* free, const char* sure) {
  if (Gains(&gil)) return "";
  if (!Gains(&processes)) return Phrase<words::kAdviceInTurn>("sure"_a = sure);
  return Gains(free) ? Phrase<words::kAdviceProcessesOrFree>("sure"_a = sure)
                     : Phrase<words::kAdviceProcesses>("sure"_a = sure);
}

std::string AboutWaiting(const ModelResult& gil, const ModelResult& processes, const char* sure) {
  if (!Gains(&gil)) return "";
  const bool enough = processes.speedup.low <= gil.speedup.high;
  return enough ? Phrase<words::kAdviceThreads>("sure"_a = sure)
                : Phrase<words::kAdviceThreadsHelp>("sure"_a = sure);
}

std::string AboutMixed(const ModelResult& gil, const ModelResult& processes, double share,
                       const char* sure) {
  if (Gains(&processes) && processes.speedup.low > gil.speedup.high)
    return Phrase<words::kAdviceMixedProcesses>("share"_a = share, "sure"_a = sure);
  return Gains(&gil) ? Phrase<words::kAdviceMixedThreads>("share"_a = share, "sure"_a = sure) : "";
}

std::string AboutResponses(const ModelResult& gil, const ModelResult& processes, const char* sure) {
  if (processes.verdict.code != VerdictCode::kPrompt) return "";
  if (gil.verdict.code == VerdictCode::kDelayed)
    return Phrase<words::kAdviceOwnProcess>("sure"_a = sure);
  return gil.verdict.code == VerdictCode::kPrompt
             ? Phrase<words::kAdviceSameProcess>("sure"_a = sure)
             : "";
}

}  // namespace

std::string Advice(const RunResult& result) {
  const ModelResult* gil = Find(result, ModelRole::kBound);
  const ModelResult* processes = Find(result, ModelRole::kIsolated);
  const bool compares = gil != nullptr && processes != nullptr && gil->workers > 1;
  if (!compares || result.error || !Concluded(result.verdict.code)) return "";
  const ExperimentKind kind = result.experiment.kind;
  if (kind == ExperimentKind::kUnknown) return "";
  const char* sure = gil->verdict.probable || processes->verdict.probable ? "no" : "yes";
  switch (InfoOf(kind).work) {
    case WorkKind::kWaiting: return AboutWaiting(*gil, *processes, sure);
    case WorkKind::kAnswering:
      return result.experiment.busy > 0 ? AboutResponses(*gil, *processes, sure) : "";
    case WorkKind::kComputing: break;
  }
  if (!OnlyComputes(kind)) return AboutMixed(*gil, *processes, result.experiment.cpu_share, sure);
  return AboutComputing(*gil, *processes, Find(result, ModelRole::kUnbound), sure);
}

}  // namespace lab
