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

constexpr std::array<std::pair<VerdictCode, std::string_view>, 12> kVerdictNames = {{
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
}};

// From here on people would notice a loss.
constexpr double kLoss = 0.87;
// A change of the machine's own speed that is worth a remark.
constexpr double kMostDrift = 0.1;
// How late an answer comes beside programs that use more than this many cores is their doing.
constexpr double kMostBesideAnswers = 0.5;
// Later than alone, clearly: twice as late.
constexpr double kLate = 0.5;

// Waiting takes a system this long at most; who holds the lock for longer than asked for has other causes.
constexpr double kShortInterval = 0.001;
constexpr double kLongTurn = 1.5;

constexpr const char* kAgain = " Close other programs and tabs, and run again.";

bool IsBaseline(const Evidence& evidence) { return evidence.model.role == ModelRole::kBaseline; }

bool Parallel(const Evidence& evidence) { return evidence.model.parallel && evidence.workers > 1; }

// As people call its workers.
std::string InWords(const Evidence& evidence) { return std::string(evidence.model.called); }

std::string Who(const Evidence& evidence) { return Capital(InWords(evidence)); }

std::string Cores(double cores) {
  const double rounded = std::round(cores * 10) / 10;
  return rounded == std::round(rounded) ? Format("%.0f", rounded) : Format("%.1f", rounded);
}

bool FewerCores(const Circumstances& machine) {
  return machine.effective_cores < kCoresThere * machine.reported_cores;
}

std::string OfCores(const Circumstances& machine) {
  return Cores(machine.effective_cores) + Format(" of the %d reported core%s", machine.reported_cores, machine.reported_cores == 1 ? "" : "s");
}

// Whether the cores bound what this model could reach.
bool BoundByCores(const Evidence& evidence, const Circumstances& machine) {
  return machine.work == WorkKind::kComputing && Parallel(evidence) && FewerCores(machine) &&
         std::min(evidence.workers, evidence.tasks) * machine.compute_share > machine.effective_cores;
}

bool TooShort(const Evidence& evidence, const Circumstances& machine) {
  // An answer in no time at all is what is hoped for; but with a coarse clock a late one looks the same.
  if (machine.work == WorkKind::kAnswering) return !DelaySeen(evidence.median_s, machine.timer_step_s);
  return evidence.median_s < ShortestTrial(machine.timer_step_s);
}

// What helps where times are too short for the clock.
std::string HowToTime(const Circumstances& machine) {
  return machine.work == WorkKind::kAnswering ? "Ask for a longer switch interval, or use a browser with a finer clock." : "Make the tasks larger.";
}

// The others of its samples would tell how far they lie apart.
bool SingleRound(const Circumstances& machine) { return machine.repetitions == 1; }

constexpr const char* kOneRound = "one repetition has no interval. Ask for two or more.";

std::string Varied(const Evidence& evidence) {
  if (evidence.speedup.ratio <= 0) return "their times could not be measured";
  const auto [low, high] = BoundsText(evidence.speedup);
  return "their speedup may be anything from " + low + "× to " + high + "×";
}

// Late or not; enough answers are so alike in their size that little noise stands in the way.
Verdict FromDelay(const Evidence& evidence) {
  const std::string came = Who(evidence) + ": answers came " + Duration(evidence.median_s) + " late";
  if (evidence.median_s < kNoticeableS) return {VerdictCode::kPrompt, came + ", which nobody notices."};
  if (evidence.speedup.low > kLate) return {VerdictCode::kPrompt, came + ", about as late as alone."};
  if (evidence.speedup.high > kLate || evidence.speedup.ratio <= 0) return {VerdictCode::kNoisy, came + ", but they vary too much to conclude anything." + kAgain};
  return {VerdictCode::kDelayed, came + Format(", %.0f times as late as alone.", 1 / evidence.speedup.ratio)};
}

// Whether rounds count although others took cores from what computes.
bool Disturbed(const Circumstances& machine) { return machine.all_disturbed && machine.work != WorkKind::kWaiting; }

// An interval with room for others may be wider: what it says is hedged.
double MostSpread(const Circumstances& machine) { return Disturbed(machine) ? 0.7 : 0.4; }

// Whether the repetitions leave open what they mean.
bool Unsure(const Evidence& evidence, const Circumstances& machine) {
  if (SingleRound(machine)) return true;
  if (machine.work != WorkKind::kAnswering) return TooNoisy(evidence.speedup, MostSpread(machine));
  return FromDelay(evidence).code == VerdictCode::kNoisy || (Disturbed(machine) && machine.other_cores.value_or(0) > kMostBesideAnswers);
}

// A gain, or none, where the interval is narrow enough to say so.
Verdict FromInterval(const Evidence& evidence, const Circumstances& machine) {
  const Estimate& speedup = evidence.speedup;
  const std::string ratio = RatioText(speedup) + "× as fast as one after the other";
  if (speedup.low > 1 && speedup.ratio >= kGain) {
    if (BoundByCores(evidence, machine)) {
      return {VerdictCode::kFewerCores, Who(evidence) + " were " + ratio + ": only " + OfCores(machine) + " were there for them."};
    }
    return {VerdictCode::kGains, Who(evidence) + " were " + ratio + "."};
  }
  if (speedup.high < 1 && speedup.ratio <= kLoss) return {VerdictCode::kSlower, Who(evidence) + " were slower: " + ratio + "."};
  if (speedup.high > 2 * kGain) return {VerdictCode::kNoisy, Who(evidence) + ": cannot conclude, " + Varied(evidence) + "." + kAgain};
  if (evidence.workers == 1) return {VerdictCode::kNoGain, Who(evidence) + " gain nothing: one worker is one worker."};
  if (machine.work == WorkKind::kComputing && evidence.model.role == ModelRole::kBound) {
    return {VerdictCode::kGilBound, "Threads under the GIL gain nothing here: only the lock's holder computes."};
  }
  if (BoundByCores(evidence, machine)) {
    return {VerdictCode::kFewerCores, Who(evidence) + " gain nothing: only " + OfCores(machine) + " were there for them."};
  }
  if (machine.work == WorkKind::kComputing && machine.reported_cores == 1) {
    return {VerdictCode::kNoGain, Who(evidence) + " gain nothing: this machine has one core."};
  }
  return {VerdictCode::kNoGain, Who(evidence) + " gain nothing here."};
}

bool MemoryBound(const Evidence& evidence, const Circumstances& machine) {
  const double expected = std::min({static_cast<double>(evidence.workers), static_cast<double>(evidence.tasks), machine.effective_cores});
  return machine.work == WorkKind::kComputing && Parallel(evidence) && evidence.workers <= machine.effective_cores * 1.1 &&
         evidence.task_inflation.value_or(1) > kInflated && evidence.speedup.high < expected / kInflated * 1.1;
}

// What the figures say by themselves.
Verdict FromFigures(const Evidence& evidence, const Circumstances& machine) {
  if (machine.work == WorkKind::kAnswering) return FromDelay(evidence);
  if (TooNoisy(evidence.speedup, MostSpread(machine))) return {VerdictCode::kNoisy, Who(evidence) + ": cannot conclude, " + Varied(evidence) + "." + kAgain};
  if (MemoryBound(evidence, machine)) {
    return {VerdictCode::kMemoryBound,
            Format("%s had a core each, but a task took %.1f times as long beside the others: they share something other than cores, such as "
                   "memory or caches.", Who(evidence).c_str(), *evidence.task_inflation)};
  }
  return FromInterval(evidence, machine);
}

// "a fifth of the processor"
std::string PartOfProcessor(double share) {
  struct Part {
    double up_to;
    const char* words;
  };
  constexpr Part kParts[] = {{0.03, "a little"}, {0.07, "a twentieth"}, {0.13, "a tenth"}, {0.18, "a sixth"}, {0.22, "a fifth"}, {0.29, "a quarter"},
                             {0.36, "a third"}, {0.45, "two fifths"}, {0.58, "half"}, {0.71, "two thirds"}};
  for (const Part& part : kParts) {
    if (share <= part.up_to) return std::string(part.words) + " of the processor";
  }
  return "most of the processor";
}

// The models about which nothing can be said, with what varied.
std::string WhatVaried(std::span<const Evidence> models, const Circumstances& machine) {
  std::vector<const Evidence*> unsure;
  for (const Evidence& evidence : models) {
    if (!IsBaseline(evidence) && Unsure(evidence, machine)) unsure.push_back(&evidence);
  }
  if (unsure.size() == 1) return InWords(*unsure.front()) + ": " + Varied(*unsure.front());
  std::string text = "the times of ";
  for (size_t at = 0; at < unsure.size(); ++at) text += (at == 0 ? "" : at + 1 == unsure.size() ? " and " : ", ") + InWords(*unsure[at]);
  return text + " vary too much";
}

}  // namespace

bool Concluded(VerdictCode code) { return code != VerdictCode::kNoisy && code != VerdictCode::kTooShort; }

std::string_view Name(VerdictCode code) { return std::ranges::find(kVerdictNames, code, &decltype(kVerdictNames)::value_type::first)->second; }

std::optional<VerdictCode> VerdictCodeNamed(std::string_view name) {
  const auto found = std::ranges::find(kVerdictNames, name, &decltype(kVerdictNames)::value_type::second);
  if (found == kVerdictNames.end()) return std::nullopt;
  return found->first;
}

std::string Disturbance(const Circumstances& machine) {
  if (!Disturbed(machine)) return "";
  const std::string cores = Cores(machine.other_cores.value_or(0));
  return "other programs used about " + cores + (cores == "1" ? " core" : " cores");
}

std::string Hedged(std::string sentence, const Circumstances& machine) {
  return "Probably: " + Uncapital(std::move(sentence)) + " Other programs used " + PartOfProcessor(machine.other_cores.value_or(0) / std::max(1, machine.reported_cores)) + ".";
}

Verdict VerdictOf(const Evidence& evidence, const Circumstances& machine) {
  if (TooShort(evidence, machine)) {
    return {VerdictCode::kTooShort,
            "Too short to be timed: the clock counts in steps of " + Duration(machine.timer_step_s) + ". " + HowToTime(machine)};
  }
  if (IsBaseline(evidence)) return {VerdictCode::kBaseline, "What the others are compared with."};
  const std::string disturbance = Disturbance(machine);
  if (SingleRound(machine)) return {VerdictCode::kNoisy, Who(evidence) + ": cannot conclude, since " + kOneRound};
  if (Unsure(evidence, machine) && !disturbance.empty()) {
    return {VerdictCode::kNoisy, Who(evidence) + ": cannot conclude, since " + disturbance + "." + kAgain};
  }
  Verdict verdict = FromFigures(evidence, machine);
  if (disturbance.empty() || !Concluded(verdict.code)) return verdict;
  return {verdict.code, Hedged(std::move(verdict.text), machine), /*probable=*/true};
}

Verdict VerdictOfRun(std::span<const Evidence> models, const Circumstances& machine) {
  const auto any = [&](auto what) { return std::ranges::any_of(models, what); };
  if (any([&](const Evidence& evidence) { return TooShort(evidence, machine); })) {
    return {VerdictCode::kTooShort, "Some times were too short for this clock, which counts in steps of " + Duration(machine.timer_step_s) + ". " + HowToTime(machine)};
  }
  const std::string disturbance = Disturbance(machine);
  if (SingleRound(machine) && models.size() > 1) return {VerdictCode::kNoisy, std::string("Cannot conclude: ") + kOneRound};
  const std::string varied = disturbance.empty() ? WhatVaried(models, machine) : disturbance;
  const bool unsure = any([&](const Evidence& evidence) { return !IsBaseline(evidence) && Unsure(evidence, machine); });
  const bool all = std::ranges::all_of(models, [&](const Evidence& evidence) { return IsBaseline(evidence) || Unsure(evidence, machine); });
  if (unsure) {
    return {VerdictCode::kNoisy, (all ? "Cannot conclude: " : "Cannot conclude about all models: ") + varied + "." + kAgain};
  }
  if (!disturbance.empty()) {
    return {VerdictCode::kClear, "These figures are no more than probable: " + disturbance + ", and too few rounds were free of them.", /*probable=*/true};
  }
  if (any([&](const Evidence& evidence) { return BoundByCores(evidence, machine); })) {
    return {VerdictCode::kFewerCores, "Only " + OfCores(machine) + " were there, although nobody else seems to use them."};
  }
  return {VerdictCode::kClear, "Nothing speaks against these figures."};
}

std::vector<std::string> Remarks(const Circumstances& machine) {
  std::vector<std::string> remarks;
  if (!machine.optimised) remarks.emplace_back("This is a debug build: its times say nothing.");
  if (machine.work == WorkKind::kComputing && !machine.cores_measured) {
    remarks.push_back("How many cores are free is unknown: this clock counts in steps of " + Duration(machine.timer_step_s) +
                      ", too coarse to measure it. The reported ones are taken for granted.");
  }
  if (machine.hidden) remarks.emplace_back("The page was hidden for a while: browsers slow down what nobody sees. Keep it in front and run again.");
  if (machine.on_battery) remarks.emplace_back("The machine runs on its battery, which may slow it down. Plug it in for steady figures.");
  if (!machine.governor.empty() && machine.governor != "performance") {
    remarks.push_back("The processor's frequency is governed by \"" + machine.governor + "\"; \"performance\" gives steadier figures.");
  }
  if (machine.work == WorkKind::kComputing && std::fabs(machine.drift) > kMostDrift) {
    remarks.push_back(Format("The sequential run took %.0f %% %s at the end than at the beginning; each round is compared with its own.",
                             std::fabs(machine.drift) * 100, machine.drift > 0 ? "longer" : "less time"));
  }
  if (machine.turn_s && *machine.turn_s > kLongTurn * machine.switch_interval_s && machine.switch_interval_s < kShortInterval) {
    remarks.push_back("A switch interval of " + Duration(machine.switch_interval_s) + " is shorter than this system can wait: the lock changed hands every " +
                      Duration(*machine.turn_s) + ".");
  }
  const std::string disturbance = Disturbance(machine);
  if (!disturbance.empty()) remarks.push_back("During the run " + disturbance + ".");
  return remarks;
}

}  // namespace lab
