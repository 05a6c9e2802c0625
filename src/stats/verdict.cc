#include "stats/verdict.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/clock_steps.h"
#include "base/text.h"
#include "stats/capacity.h"

namespace lab {
namespace {

constexpr std::array<std::pair<VerdictCode, std::string_view>, 13> kVerdictNames = {{
    {VerdictCode::kBaseline, "baseline"},
    {VerdictCode::kGains, "gains"},
    {VerdictCode::kNoGain, "no-gain"},
    {VerdictCode::kSlower, "slower"},
    {VerdictCode::kGilBound, "gil-bound"},
    {VerdictCode::kMemoryBound, "memory-bound"},
    {VerdictCode::kFewerCores, "fewer-cores"},
    {VerdictCode::kTooShort, "too-short"},
    {VerdictCode::kDelayed, "delayed"},
    {VerdictCode::kPrompt, "prompt"},
    {VerdictCode::kNoisy, "noisy"},
    {VerdictCode::kClear, "clear"},
    {VerdictCode::kUnknown, "unknown"},
}};

// From here on people would notice a loss.
constexpr double kLoss = 0.87;
// A change of the machine's own speed that is worth a remark.
constexpr double kMostDrift = 0.1;
// How late a response comes beside programs that use more than this many cores is their doing.
constexpr double kMostBesideAnswers = 0.5;
// Later than alone, clearly: twice as late.
constexpr double kLate = 0.5;

// Waiting takes a system this long at most; who holds the lock for longer than asked for has other
// causes.
constexpr double kShortInterval = 0.001;
constexpr double kLongTurn = 1.5;

bool IsBaseline(const Evidence& evidence) { return evidence.model.role == ModelRole::kBaseline; }

bool Parallel(const Evidence& evidence) { return evidence.model.parallel && evidence.workers > 1; }

bool FewerCores(const Conditions& machine) {
  return machine.effective_cores < kCoresThere * machine.reported_cores;
}

// Whether the cores bound what this model could reach.
bool BoundByCores(const Evidence& evidence, const Conditions& machine) {
  return machine.work == WorkKind::kComputing && Parallel(evidence) && FewerCores(machine) &&
         std::min(evidence.workers, evidence.tasks) * machine.compute_share >
             machine.effective_cores;
}

bool TooShort(const Evidence& evidence, const Conditions& machine) {
  // A response without delay is what is hoped for; but with a coarse clock a late one looks the
  // same.
  if (machine.work == WorkKind::kAnswering)
    return !DelaySeen(evidence.median_s, machine.timer_step_s);
  return evidence.median_s < ShortestTrial(machine.timer_step_s);
}

// The others of its samples would tell how far they lie apart.
bool SingleRound(const Conditions& machine) { return machine.repetitions == 1; }

// Late or not; enough responses are so alike in their size that little noise stands in the way.
Conclusion FromDelay(const Evidence& evidence) {
  if (evidence.median_s < kNoticeableS) return {VerdictCode::kPrompt};
  if (evidence.speedup.low > kLate) return {VerdictCode::kPrompt, Cause::kAsLateAsAlone};
  if (evidence.speedup.high > kLate || evidence.speedup.ratio <= 0)
    return {VerdictCode::kNoisy, Cause::kVaries};
  return {VerdictCode::kDelayed};
}

// An interval with room for others may be wider: what it says is hedged.
double MostSpread(const Conditions& machine) { return Disturbed(machine) ? 0.7 : 0.4; }

// Whether the repetitions leave open what they mean.
bool Unsure(const Evidence& evidence, const Conditions& machine) {
  if (SingleRound(machine)) return true;
  if (machine.work != WorkKind::kAnswering) return TooNoisy(evidence.speedup, MostSpread(machine));
  return FromDelay(evidence).code == VerdictCode::kNoisy ||
         (Disturbed(machine) && machine.other_cores.value_or(0) > kMostBesideAnswers);
}

Conclusion TooWide(const Evidence& evidence) {
  return {VerdictCode::kNoisy, evidence.speedup.ratio > 0 ? Cause::kVaries : Cause::kUnmeasured};
}

// A gain, or none, where the interval is narrow enough to say so.
Conclusion FromInterval(const Evidence& evidence, const Conditions& machine) {
  const Estimate& speedup = evidence.speedup;
  const bool computing = machine.work == WorkKind::kComputing;
  if (Gains(speedup))
    return {BoundByCores(evidence, machine) ? VerdictCode::kFewerCores : VerdictCode::kGains};
  if (speedup.high < 1 && speedup.ratio <= kLoss) return {VerdictCode::kSlower};
  if (speedup.high > 2 * kGain) return TooWide(evidence);
  if (evidence.workers == 1) return {VerdictCode::kNoGain, Cause::kOneWorker};
  if (computing && evidence.model.role == ModelRole::kBound) return {VerdictCode::kGilBound};
  if (BoundByCores(evidence, machine)) return {VerdictCode::kFewerCores};
  return {VerdictCode::kNoGain,
          computing && machine.reported_cores == 1 ? Cause::kOneCore : Cause::kNone};
}

bool MemoryBound(const Evidence& evidence, const Conditions& machine) {
  const double expected = std::min({static_cast<double>(evidence.workers),
                                    static_cast<double>(evidence.tasks), machine.effective_cores});
  return machine.work == WorkKind::kComputing && Parallel(evidence) &&
         evidence.workers <= machine.effective_cores * 1.1 &&
         evidence.task_inflation.value_or(1) > kInflated &&
         evidence.speedup.high < expected / kInflated * 1.1;
}

// What the figures say by themselves.
Conclusion FromFigures(const Evidence& evidence, const Conditions& machine) {
  if (machine.work == WorkKind::kAnswering) return FromDelay(evidence);
  if (TooNoisy(evidence.speedup, MostSpread(machine))) return TooWide(evidence);
  if (MemoryBound(evidence, machine)) return {VerdictCode::kMemoryBound};
  return FromInterval(evidence, machine);
}

}  // namespace

bool Concluded(VerdictCode code) {
  return code != VerdictCode::kNoisy && code != VerdictCode::kTooShort;
}

CodeNames<VerdictCode> NamesOf(VerdictCode) { return kVerdictNames; }

bool Disturbed(const Conditions& machine) {
  return machine.all_disturbed && machine.work != WorkKind::kWaiting;
}

bool Gains(const Estimate& speedup) { return speedup.low > 1 && speedup.ratio >= kGain; }

bool IntervalTooShort(const Conditions& machine) {
  return machine.turn_s && *machine.turn_s > kLongTurn * machine.switch_interval_s &&
         machine.switch_interval_s < kShortInterval;
}

bool Drifted(const Conditions& machine) {
  return machine.work == WorkKind::kComputing && std::fabs(machine.drift) > kMostDrift;
}

Conclusion ConclusionOf(const Evidence& evidence, const Conditions& machine) {
  if (TooShort(evidence, machine)) return {VerdictCode::kTooShort};
  if (IsBaseline(evidence)) return {VerdictCode::kBaseline};
  if (SingleRound(machine)) return {VerdictCode::kNoisy, Cause::kOneRepetition};
  const bool disturbed = Disturbed(machine);
  if (disturbed && Unsure(evidence, machine)) return {VerdictCode::kNoisy, Cause::kOthers};
  Conclusion conclusion = FromFigures(evidence, machine);
  conclusion.probable = disturbed && Concluded(conclusion.code);
  return conclusion;
}

RunConclusion ConclusionOfRun(std::span<const Evidence> models, const Conditions& machine) {
  const auto any = [&](auto what) { return std::ranges::any_of(models, what); };
  if (any([&](const Evidence& evidence) { return TooShort(evidence, machine); }))
    return {.conclusion = {VerdictCode::kTooShort}};
  if (SingleRound(machine) && models.size() > 1)
    return {.conclusion = {VerdictCode::kNoisy, Cause::kOneRepetition}};
  RunConclusion run;
  for (size_t at = 0; at < models.size(); ++at) {
    if (!IsBaseline(models[at]) && Unsure(models[at], machine)) run.unsure.push_back(at);
  }
  run.all_unsure =
      std::ssize(run.unsure) ==
      std::ranges::count_if(models, [](const Evidence& evidence) { return !IsBaseline(evidence); });
  const bool disturbed = Disturbed(machine);
  if (!run.unsure.empty()) {
    run.conclusion = {VerdictCode::kNoisy,
                      disturbed ? Cause::kOthers : TooWide(models[run.unsure.front()]).cause};
  } else if (disturbed) {
    run.conclusion = {VerdictCode::kClear, Cause::kOthers, /*probable=*/true};
  } else if (any([&](const Evidence& evidence) { return BoundByCores(evidence, machine); })) {
    run.conclusion = {VerdictCode::kFewerCores};
  }
  return run;
}

}  // namespace lab
