#include "report/advice.h"

#include <utility>

#include "base/text.h"
#include "experiment/experiment_info.h"
#include "experiment/model_info.h"

namespace lab {
namespace {

// The model's figures, if they allow a conclusion.
const ModelResult* Find(const RunResult& result, ModelRole role) {
  const ModelResult* found = FindRole(result.models, role);
  return found != nullptr && Concluded(found->verdict.code) ? found : nullptr;
}

bool Gains(const ModelResult* figure) { return figure != nullptr && figure->speedup.low > 1 && figure->speedup.ratio >= kGain; }

std::string AboutComputing(const ModelResult& gil, const ModelResult& processes, const ModelResult* free) {
  if (Gains(&gil)) return "";
  if (!Gains(&processes)) return "Leave work like this at one after the other: neither threads nor processes gained anything here.";
  return std::string("Use processes for work that computes like this: threads under the GIL gained nothing") +
         (Gains(free) ? ", threads without it did." : ".");
}

std::string AboutWaiting(const ModelResult& gil, const ModelResult& processes) {
  if (!Gains(&gil)) return "";
  const bool enough = processes.speedup.low <= gil.speedup.high;
  if (!enough) return "Threads help with work that waits like this, but processes were faster.";
  return "Use threads for work that waits like this: they gain although there is a GIL, and processes were not clearly faster.";
}

std::string AboutMixed(const ModelResult& gil, const ModelResult& processes, double share) {
  const std::string with = Format("With %g %% computing ", share);
  if (Gains(&processes) && processes.speedup.low > gil.speedup.high) return with + "use processes: threads under the GIL were clearly slower.";
  return Gains(&gil) ? with + "use threads: processes were not clearly faster." : "";
}

std::string AboutAnswers(const ModelResult& gil, const ModelResult& processes) {
  if (processes.verdict.code != VerdictCode::kPrompt) return "";
  if (gil.verdict.code == VerdictCode::kDelayed) return "What has to answer in time belongs in a process of its own when others compute: under the GIL it was late.";
  return gil.verdict.code == VerdictCode::kPrompt ? "What has to answer needs no process of its own here: under the GIL it was in time." : "";
}

std::string About(const RunResult& result, const ModelResult& gil, const ModelResult& processes) {
  const ExperimentKind kind = result.experiment.kind;
  switch (InfoOf(kind).work) {
    case WorkKind::kWaiting: return AboutWaiting(gil, processes);
    case WorkKind::kAnswering: return result.experiment.busy > 0 ? AboutAnswers(gil, processes) : "";
    case WorkKind::kComputing: break;
  }
  return OnlyComputes(kind) ? AboutComputing(gil, processes, Find(result, ModelRole::kUnbound)) : AboutMixed(gil, processes, result.experiment.cpu_share);
}

}  // namespace

std::string Advice(const RunResult& result) {
  const ModelResult* gil = Find(result, ModelRole::kBound);
  const ModelResult* processes = Find(result, ModelRole::kIsolated);
  const bool compares = gil != nullptr && processes != nullptr && gil->workers > 1;
  if (!compares || result.error || !Concluded(result.verdict.code)) return "";
  std::string advice = About(result, *gil, *processes);
  if (advice.empty() || !(gil->verdict.probable || processes->verdict.probable)) return advice;
  return "Probably: " + Uncapital(std::move(advice));
}

}  // namespace lab
