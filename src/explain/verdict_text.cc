#include "explain/verdict_text.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "words/english/answers.h"
#include "words/english/verdicts.h"

namespace lab {
namespace {

std::string Who(const Evidence& evidence) { return Phrase(*evidence.model.who, evidence.workers); }

std::string NoisyText(Cause cause, const Evidence& evidence, const Conditions& machine) {
  const std::string who = Who(evidence);
  if (machine.work == WorkKind::kAnswering && cause == Cause::kVaries)
    return Phrase<words::kResponsesVary>("who"_a = who, "late"_a = Duration(evidence.median_s));
  switch (cause) {
    case Cause::kOneRepetition: return Phrase<words::kOneRepetition>("who"_a = who);
    case Cause::kOthers:
      return Phrase<words::kDisturbed>("who"_a = who,
                                       "cores"_a = CoresShown(machine.other_cores.value_or(0)));
    case Cause::kUnmeasured: return Phrase<words::kUnmeasured>("who"_a = who);
    default: break;
  }
  const auto [low, high] = BoundsText(evidence.speedup);
  return Phrase<words::kVaries>("who"_a = who, "low"_a = low, "high"_a = high);
}

std::string NoGainText(Cause cause, const std::string& who) {
  if (cause == Cause::kOneWorker) return Phrase<words::kNoSpeedupOfOne>("who"_a = who);
  if (cause == Cause::kOneCore) return Phrase<words::kNoSpeedupOnOneCore>("who"_a = who);
  return Phrase<words::kNoSpeedup>("who"_a = who);
}

std::string FewerCoresText(const Evidence& evidence, const Conditions& machine) {
  const std::string who = Who(evidence);
  const double cores = CoresShown(machine.effective_cores);
  if (!Gains(evidence.speedup))
    return Phrase<words::kNoSpeedupOnFewerCores>("who"_a = who, "cores"_a = cores,
                                                 "reported"_a = machine.reported_cores);
  return Phrase<words::kFasterOnFewerCores>("who"_a = who, "ratio"_a = RatioText(evidence.speedup),
                                            "cores"_a = cores,
                                            "reported"_a = machine.reported_cores);
}

std::string MeaningOf(const Conclusion& conclusion, const Evidence& evidence,
                      const Conditions& machine) {
  const std::string who = Who(evidence);
  switch (conclusion.code) {
    case VerdictCode::kBaseline: return Phrase<words::kBaseline>();
    case VerdictCode::kGains:
      return Phrase<words::kFaster>("who"_a = who, "ratio"_a = RatioText(evidence.speedup));
    case VerdictCode::kNoGain: return NoGainText(conclusion.cause, who);
    case VerdictCode::kSlower:
      return Phrase<words::kSlower>("who"_a = who, "ratio"_a = RatioText(evidence.speedup));
    case VerdictCode::kGilBound: return Phrase<words::kNoSpeedupUnderGil>("who"_a = who);
    case VerdictCode::kMemoryBound:
      return Phrase<words::kMemoryBound>(
          "who"_a = who, "times"_a = Format("%.1f", evidence.task_inflation.value_or(1)));
    case VerdictCode::kFewerCores: return FewerCoresText(evidence, machine);
    case VerdictCode::kTooShort:
      return Phrase<words::kTooShort>("step"_a = Duration(machine.timer_step_s));
    case VerdictCode::kDelayed:
      return Phrase<words::kDelayed>("who"_a = who, "late"_a = Duration(evidence.median_s),
                                     "times"_a = Format("%.0f", 1 / evidence.speedup.ratio));
    case VerdictCode::kPrompt:
      if (conclusion.cause == Cause::kAsLateAsAlone)
        return Phrase<words::kAsLateAsAlone>("who"_a = who, "late"_a = Duration(evidence.median_s));
      return Phrase<words::kUnnoticed>("who"_a = who, "late"_a = Duration(evidence.median_s));
    case VerdictCode::kNoisy: return NoisyText(conclusion.cause, evidence, machine);
    case VerdictCode::kClear:
    case VerdictCode::kUnknown: break;  // is only read
  }
  return Phrase<words::kRunClear>();
}

// The models about which nothing can be concluded, with what varied.
std::string WhatVaried(const RunConclusion& run, std::span<const Evidence> models) {
  const std::string about = run.all_unsure ? "all" : "some";
  if (run.unsure.size() > 1) {
    std::vector<std::string> called;
    for (const size_t at : run.unsure) called.push_back(Phrase(*models[at].model.called));
    return Phrase<words::kRunVaries>("about"_a = about, "models"_a = Listed(called));
  }
  const Evidence& unsure = models[run.unsure.front()];
  const std::string called = Phrase(*unsure.model.called);
  if (unsure.speedup.ratio <= 0)
    return Phrase<words::kRunOneUnmeasured>("about"_a = about, "model"_a = called);
  const auto [low, high] = BoundsText(unsure.speedup);
  return Phrase<words::kRunOneVaries>("about"_a = about, "model"_a = called, "low"_a = low,
                                      "high"_a = high);
}

}  // namespace

double CoresShown(double cores) { return std::round(cores * 10) / 10; }

Verdict VerdictOf(const Evidence& evidence, const Conditions& machine) {
  const Conclusion conclusion = ConclusionOf(evidence, machine);
  const std::string others =
      conclusion.probable ? OthersUsed(machine.other_cores.value_or(0), machine.reported_cores)
                          : "";
  return {.code = conclusion.code,
          .text = Sentences(std::array{MeaningOf(conclusion, evidence, machine), others,
                                       NextStep(conclusion, machine)}),
          .probable = conclusion.probable};
}

Verdict VerdictOfRun(std::span<const Evidence> models, const Conditions& machine) {
  const RunConclusion run = ConclusionOfRun(models, machine);
  return {.code = run.conclusion.code,
          .text = Sentences(
              std::array{Meaning(run, models, machine), NextStep(run.conclusion, machine)}),
          .probable = run.conclusion.probable};
}

std::string Meaning(const RunConclusion& run, std::span<const Evidence> models,
                    const Conditions& machine) {
  const double others = CoresShown(machine.other_cores.value_or(0));
  const Conclusion& conclusion = run.conclusion;
  if (conclusion.code == VerdictCode::kTooShort)
    return Phrase<words::kRunTooShort>("step"_a = Duration(machine.timer_step_s));
  if (conclusion.code == VerdictCode::kFewerCores) {
    return Phrase<words::kRunFewerCores>("cores"_a = CoresShown(machine.effective_cores),
                                         "reported"_a = machine.reported_cores);
  }
  if (conclusion.probable) return Phrase<words::kRunProbable>("cores"_a = others);
  if (conclusion.code != VerdictCode::kNoisy) return Phrase<words::kRunClear>();
  if (conclusion.cause == Cause::kOneRepetition) return Phrase<words::kRunOneRepetition>();
  if (conclusion.cause == Cause::kOthers)
    return Phrase<words::kRunDisturbed>("about"_a = run.all_unsure ? "all" : "some",
                                        "cores"_a = others);
  return WhatVaried(run, models);
}

std::string NextStep(const Conclusion& conclusion, const Conditions& machine) {
  if (conclusion.code == VerdictCode::kTooShort)
    return Phrase(machine.work == WorkKind::kAnswering ? words::kLongerInterval
                                                       : words::kLargerTasks);
  if (conclusion.code != VerdictCode::kNoisy) return "";
  return Phrase(conclusion.cause == Cause::kOneRepetition ? words::kAskForMore
                                                          : words::kCloseOthers);
}

std::string PartOfProcessor(double share) {
  struct Part {
    double up_to;
    const PlainText* text;
  };
  constexpr std::array kParts = {
      Part{0.03, &words::kPartLittle}, Part{0.07, &words::kPartTwentieth},
      Part{0.13, &words::kPartTenth},  Part{0.18, &words::kPartSixth},
      Part{0.22, &words::kPartFifth},  Part{0.29, &words::kPartQuarter},
      Part{0.36, &words::kPartThird},  Part{0.45, &words::kPartTwoFifths},
      Part{0.58, &words::kPartHalf},   Part{0.71, &words::kPartTwoThirds}};
  const auto part =
      std::ranges::find_if(kParts, [&](const Part& each) { return share <= each.up_to; });
  return Phrase(part == kParts.end() ? words::kPartMost : *part->text);
}

std::string OthersUsed(double other_cores, int reported_cores) {
  return Phrase<words::kOthersUsed>("part"_a =
                                        PartOfProcessor(other_cores / std::max(1, reported_cores)));
}

std::vector<std::string> Remarks(const Conditions& machine) {
  std::vector<std::string> remarks;
  if (!machine.optimised) remarks.push_back(Phrase<words::kDebugBuild>());
  if (machine.work == WorkKind::kComputing && !machine.cores_measured)
    remarks.push_back(Phrase<words::kCoresUnknown>("step"_a = Duration(machine.timer_step_s)));
  if (machine.hidden) remarks.push_back(Phrase<words::kHidden>());
  if (machine.on_battery) remarks.push_back(Phrase<words::kOnBattery>());
  if (!machine.governor.empty() && machine.governor != "performance")
    remarks.push_back(Phrase<words::kGovernor>("governor"_a = machine.governor));
  if (Drifted(machine)) {
    remarks.push_back(
        Phrase<words::kDrift>("percent"_a = Format("%.0f", std::fabs(machine.drift) * 100),
                              "longer"_a = machine.drift > 0 ? "yes" : "no"));
  }
  if (IntervalTooShort(machine))
    remarks.push_back(Phrase<words::kIntervalTooShort>(
        "interval"_a = Duration(machine.switch_interval_s), "turn"_a = Duration(*machine.turn_s)));
  if (Disturbed(machine))
    remarks.push_back(
        Phrase<words::kOthersComputed>("cores"_a = CoresShown(machine.other_cores.value_or(0))));
  return remarks;
}

}  // namespace lab
