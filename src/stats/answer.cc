#include "stats/answer.h"

#include <algorithm>
#include <tuple>

#include "base/text.h"

namespace lab {
namespace {

const Evidence* Find(std::span<const Evidence> models, ModelRole role) {
  const auto found = std::ranges::find(models, role, [](const Evidence& evidence) { return evidence.model.role; });
  return found == models.end() ? nullptr : &*found;
}

std::string Workers(const Evidence& evidence) {
  const Noun& worker = evidence.model.worker;
  return Capital(NumberWord(evidence.workers)) + " " + std::string(evidence.workers == 1 ? worker.one : worker.many);
}

// What the verdict says of one model.
VerdictCode CodeOf(const Evidence& evidence, const Circumstances& machine) { return VerdictOf(evidence, machine).code; }

// At a ratio below 1, and how that came.
std::string Slower(const std::string& who, const Evidence& evidence) {
  std::string text = who + (evidence.workers == 1 ? " was" : " were") + " slower than one after the other, " + RatioText(evidence.speedup) + "× as fast";
  if (!evidence.messages) return text + ".";
  text += ": most of the time went into messages";
  const bool fewer = evidence.chunk > 0 && evidence.tasks > evidence.workers * evidence.chunk;
  return text + (fewer ? ", and larger chunks need fewer of them." : ".");
}

std::string Turns(const Evidence& gil, const Circumstances& machine) {
  if (!gil.handoffs || machine.work != WorkKind::kComputing) return "";
  return " They took turns " + Often(*gil.handoffs) + ": only the lock's holder runs.";
}

std::string AboutGil(const std::string& verb, const Evidence& gil, const Circumstances& machine) {
  const std::string who = Workers(gil) + " under the GIL";
  const bool one = gil.workers == 1;
  switch (CodeOf(gil, machine)) {
    case VerdictCode::kNoisy: return who + ": the repetitions lie too far apart to conclude anything.";
    case VerdictCode::kTooShort: return who + ": too short for this clock. Make the tasks larger.";
    case VerdictCode::kGains: {
      const std::string gain = who + (one ? " was " : " were ") + RatioText(gil.speedup) + "× as fast as one after the other";
      if (machine.work == WorkKind::kWaiting) return gain + ": whoever waits for an answer has let go of the lock, so they wait at the same time.";
      if (machine.compute_share == 1) return gain + ".";
      return gain + Format(": they wait at the same time but compute one at a time, so with %.0f %% computing it cannot be more than %.1f×.",
                           machine.compute_share * 100, 1 / machine.compute_share);
    }
    case VerdictCode::kSlower: return Slower(who, gil) + Turns(gil, machine);
    default: break;
  }
  if (one) return who + " " + verb + "s no faster than the sequential run: it is the same work on one thread.";
  return who + " " + verb + " no faster than one." + Turns(gil, machine);
}

bool Concluded(const Evidence& evidence, const Circumstances& machine) { return lab::Concluded(CodeOf(evidence, machine)); }

// Of the models that the GIL does not bind: the processes, or the free threads if those say more.
std::string AboutOthers(const Evidence* gil, const Evidence* free, const Evidence* processes, const Circumstances& machine) {
  const bool use_free = processes == nullptr || (!Concluded(*processes, machine) && free != nullptr && Concluded(*free, machine));
  const Evidence* best = use_free ? free : processes;
  if (best == nullptr) return "";
  const std::string who = Workers(*best) + (use_free ? " without the lock" : "");
  const VerdictCode code = CodeOf(*best, machine);
  const std::string ratio = (best->workers == 1 ? " was " : " were ") + RatioText(best->speedup) + "× as fast";
  const bool few = machine.work == WorkKind::kComputing && machine.compute_share == 1 && best->workers > machine.reported_cores && machine.reported_cores > 1;
  switch (code) {
    case VerdictCode::kNoisy: return who + ": too noisy to conclude. Close other programs and run again.";
    case VerdictCode::kTooShort: return who + ": too short for this clock. Make the tasks larger.";
    case VerdictCode::kGains: return who + ratio + (few ? ", because there are " + NumberWord(machine.reported_cores) + " cores." : ".");
    case VerdictCode::kMemoryBound: return who + ratio + ": there was a core for each, but they share something else, such as memory.";
    case VerdictCode::kSlower: return Slower(who, *best);
    case VerdictCode::kFewerCores: return who + ratio + ": " + Format("%.1f", machine.effective_cores) + " cores were there for them.";
    default: break;
  }
  const bool either = gil != nullptr && Concluded(*gil, machine) && CodeOf(*gil, machine) != VerdictCode::kGains;
  const std::string text = who + " gained nothing" + (either ? " either" : "");
  if (best->workers == 1) return text + ": one worker is one worker.";
  return text + (machine.reported_cores == 1 ? ": this machine has one core." : ".");
}

std::string Lateness(const Evidence& evidence, const Circumstances& machine) {
  const bool seen = CodeOf(evidence, machine) != VerdictCode::kTooShort;
  return seen ? Duration(evidence.median_s) : "less than this clock can tell (" + Duration(machine.timer_step_s) + " a step)";
}

// How late one thread answers that others hold up, or not.
std::string AboutAnswers(std::span<const Evidence> models, const Circumstances& machine) {
  const int busy = models.back().workers - 1;
  const std::string beside = busy == 0 ? " beside nobody" : " beside " + NumberWord(busy) + (busy == 1 ? " that computes" : " that compute");
  std::string text;
  if (const Evidence* gil = Find(models, ModelRole::kBound)) {
    text = "Under the GIL a thread" + beside + " answered " + Lateness(*gil, machine) + " late";
    text += CodeOf(*gil, machine) == VerdictCode::kDelayed ? ": each time it had to wait for the lock." : ".";
  }
  const Evidence* free = Find(models, ModelRole::kUnbound);
  const Evidence* processes = Find(models, ModelRole::kIsolated);
  std::string others;
  if (free != nullptr) others = "without the lock " + Lateness(*free, machine);
  if (processes != nullptr) others += std::string(free != nullptr ? ", " : "") + "in a process of its own " + Lateness(*processes, machine);
  if (others.empty()) return text;
  return text + (text.empty() ? "" : " ") + Capital(others) + ".";
}

std::string AboutModels(const std::string& verb, std::span<const Evidence> models, const Circumstances& machine) {
  if (machine.work == WorkKind::kAnswering) return AboutAnswers(models, machine);
  const Evidence* gil = Find(models, ModelRole::kBound);
  const std::string threads = gil != nullptr ? AboutGil(verb, *gil, machine) : "";
  // What was asked about comes first.
  const std::string others = AboutOthers(machine.pool ? nullptr : gil, Find(models, ModelRole::kUnbound), Find(models, ModelRole::kIsolated), machine);
  const auto& [first, second] = machine.pool ? std::tie(others, threads) : std::tie(threads, others);
  return first + (first.empty() || second.empty() ? "" : " ") + second;
}

}  // namespace

std::string Answer(const std::string& verb, std::span<const Evidence> models, const Circumstances& machine) {
  if (models.size() < 2) return "Choose another model to compare the sequential run with.";
  const Verdict verdict = VerdictOfRun(models, machine);
  const bool nothing = std::ranges::none_of(models.subspan(1), [&](const Evidence& evidence) { return Concluded(evidence, machine); });
  if (nothing) return verdict.text;
  const std::string answer = AboutModels(verb, models, machine);
  return Disturbance(machine).empty() ? answer : Hedged(answer, machine);
}

}  // namespace lab
