#include "explain/answer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "base/text.h"
#include "explain/verdict_text.h"
#include "words/english/answers.h"
#include "words/english/verdicts.h"

namespace lab {
namespace {

// What is told of one model, with what follows from its figures.
struct Told {
  const Evidence* evidence = nullptr;
  Conclusion conclusion;
};

Told Find(std::span<const Evidence> models, ModelRole role, const Conditions& machine) {
  const auto found =
      std::ranges::find(models, role, [](const Evidence& evidence) { return evidence.model.role; });
  if (found == models.end()) return {};
  return {.evidence = &*found, .conclusion = ConclusionOf(*found, machine)};
}

bool Concluded(const Told& told) {
  return told.evidence != nullptr && Concluded(told.conclusion.code);
}

// Whether its ratio is a gain that the headline tells.
bool Gained(const Told& told) {
  const VerdictCode code = told.conclusion.code;
  return code == VerdictCode::kGains || code == VerdictCode::kMemoryBound ||
         (code == VerdictCode::kFewerCores && Gains(told.evidence->speedup));
}

const char* Sure(const Told& told) { return told.conclusion.probable ? "no" : "yes"; }

// One sentence of the headline.
std::string Sentence(const Told& told, const Conditions& machine) {
  if (told.evidence == nullptr) return "";
  const Evidence& evidence = *told.evidence;
  const std::string who = Phrase(*evidence.model.who, evidence.workers);
  const std::string ratio = RatioText(evidence.speedup);
  if (told.conclusion.code == VerdictCode::kNoisy) return Phrase<words::kNoAnswer>("who"_a = who);
  if (told.conclusion.code == VerdictCode::kTooShort)
    return Phrase<words::kNotTimed>("who"_a = who);
  if (told.conclusion.code == VerdictCode::kSlower)
    return Phrase<words::kLost>("who"_a = who, "sure"_a = Sure(told), "ratio"_a = ratio);
  if (!Gained(told)) return Phrase<words::kGainedNothing>("who"_a = who, "sure"_a = Sure(told));
  const bool few_cores = evidence.model.parallel && machine.work == WorkKind::kComputing &&
                         machine.compute_share == 1 && evidence.workers > machine.reported_cores &&
                         machine.reported_cores > 1;
  if (few_cores)
    return Phrase<words::kGainedOnCores>("who"_a = who, "sure"_a = Sure(told), "ratio"_a = ratio,
                                         "cores"_a = machine.reported_cores);
  return Phrase<words::kGained>("who"_a = who, "sure"_a = Sure(told), "ratio"_a = ratio);
}

// Why threads under the GIL gained what they did.
std::string ReasonOfBound(const Told& gil, const Conditions& machine) {
  if (!Concluded(gil)) return "";
  if (gil.evidence->workers == 1) return Phrase<words::kOneWorkerIsOne>();
  if (Gained(gil) && machine.work == WorkKind::kWaiting) return Phrase<words::kWaitsOverlap>();
  if (Gained(gil) && machine.compute_share < 1) {
    return Phrase<words::kWaitsOverlapOnly>("share"_a = Format("%.0f", machine.compute_share * 100),
                                            "limit"_a = Format("%.1f", 1 / machine.compute_share));
  }
  if (Gained(gil) || !gil.evidence->handoffs || machine.work != WorkKind::kComputing) return "";
  return Phrase<words::kOnlyHolderComputes>("count"_a = std::round(*gil.evidence->handoffs));
}

// Why those did that it does not bind.
std::string ReasonOfOthers(const Told& others, const Conditions& machine) {
  if (!Concluded(others)) return "";
  const Evidence& evidence = *others.evidence;
  switch (others.conclusion.code) {
    case VerdictCode::kMemoryBound: return Phrase<words::kSharedSomething>();
    case VerdictCode::kFewerCores:
      return Phrase<words::kCoresAvailable>("cores"_a = CoresShown(machine.effective_cores),
                                            "reported"_a = machine.reported_cores);
    case VerdictCode::kSlower: {
      const bool larger = evidence.chunk > 0 && evidence.tasks > evidence.workers * evidence.chunk;
      return evidence.messages ? Phrase<words::kMessagesCost>("chunks"_a = larger ? "larger" : "")
                               : "";
    }
    case VerdictCode::kNoGain: break;
    default: return "";
  }
  if (others.conclusion.cause == Cause::kOneWorker) return Phrase<words::kOneWorkerIsOne>();
  return others.conclusion.cause == Cause::kOneCore ? Phrase<words::kOneCore>() : "";
}

std::string Late(const Told& told, const Conditions& machine) {
  return DurationSeen(told.evidence->median_s,
                      told.conclusion.code == VerdictCode::kTooShort ? machine.timer_step_s : 0);
}

// How late one thread responds beside others that compute.
Answer OfResponses(const Told& gil, const Told& free, const Told& processes, int busy,
                   const Conditions& machine) {
  const bool delayed = gil.evidence != nullptr && gil.conclusion.code == VerdictCode::kDelayed;
  const std::string why = delayed ? Phrase<words::kHadToWaitForGil>("busy"_a = busy)
                                  : Phrase<words::kBesideBusy>("busy"_a = busy);
  const std::string bound =
      gil.evidence == nullptr
          ? ""
          : Phrase<words::kResponsesUnderGil>("late"_a = Late(gil, machine), "sure"_a = Sure(gil));
  const std::string unbound =
      free.evidence == nullptr
          ? ""
          : Phrase<words::kResponsesWithoutGil>("late"_a = Late(free, machine));
  const std::string isolated =
      processes.evidence == nullptr
          ? ""
          : Phrase<words::kResponsesOfProcess>("late"_a = Late(processes, machine));
  // Three figures are too many for a headline.
  if (bound.empty() || isolated.empty())
    return {.headline = Sentences(std::array{bound, unbound, isolated}), .reason = why};
  return {.headline = Sentences(std::array{bound, isolated}),
          .reason = Sentences(std::array{why, unbound})};
}

Answer OfSpeedups(const Told& gil, const Told& free, const Told& processes,
                  const Conditions& machine) {
  const bool use_free = processes.evidence == nullptr || (!Concluded(processes) && Concluded(free));
  const Told& others = use_free ? free : processes;
  std::array<std::string, 2> sentences = {Sentence(gil, machine), Sentence(others, machine)};
  std::vector<std::string> reasons = {ReasonOfBound(gil, machine), ReasonOfOthers(others, machine)};
  if (reasons[0] == reasons[1]) reasons.pop_back();
  // What was asked about comes first.
  if (machine.pool) std::ranges::reverse(sentences);
  for (const Told* told : {&gil, &others}) {
    const std::string next = told->evidence == nullptr ? "" : NextStep(told->conclusion, machine);
    if (std::ranges::find(reasons, next) == reasons.end()) reasons.push_back(next);
  }
  return {.headline = Sentences(sentences), .reason = Sentences(reasons)};
}

}  // namespace

Answer AnswerOf(std::span<const Evidence> models, const Conditions& machine) {
  if (models.size() < 2) return {.headline = Phrase<words::kNothingCompared>(), .reason = {}};
  const RunConclusion run = ConclusionOfRun(models, machine);
  const bool nothing = std::ranges::none_of(models.subspan(1), [&](const Evidence& evidence) {
    return Concluded(ConclusionOf(evidence, machine).code);
  });
  if (nothing)
    return {.headline = Meaning(run, models, machine), .reason = NextStep(run.conclusion, machine)};
  const Told gil = Find(models, ModelRole::kBound, machine);
  const Told free = Find(models, ModelRole::kUnbound, machine);
  const Told processes = Find(models, ModelRole::kIsolated, machine);
  Answer answer = machine.work == WorkKind::kAnswering
                      ? OfResponses(gil, free, processes, models.back().workers - 1, machine)
                      : OfSpeedups(gil, free, processes, machine);
  if (Disturbed(machine))
    answer.reason = Sentences(std::array{
        answer.reason, OthersUsed(machine.other_cores.value_or(0), machine.reported_cores)});
  return answer;
}

}  // namespace lab
