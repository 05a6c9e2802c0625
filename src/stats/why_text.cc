#include "stats/why_text.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "base/text.h"
#include "stats/timeline.h"
#include "stats/why_words.h"

namespace lab {
namespace {

// What holds for this share of the time is what a sentence is about; less needs other words.
constexpr double kMostOfTheTime = 0.5;

// As the clock of the record sees it.
std::string Seen(double seconds, const Findings& findings) { return DurationSeen(seconds, findings.background.timer_step_s); }

std::string AboutGil(const Findings& findings) {
  const auto ready = [&](int least) {
    return ShareOf(findings.census, TimeWhile(findings.census, [&](const Headcount& workers) {
      return CountOf(workers, Occupation::kRunning) + CountOf(workers, Occupation::kWaitingForGil) >= least;
    }));
  };
  const auto handoffs = std::ranges::count_if(HandOffsOf(findings.trace), [&](const HandOff& each) { return each.at <= findings.census.end; });
  const std::string turns = handoffs > 0 ? "; it changed hands " + Often(static_cast<double>(handoffs)) + "." : "; it never changed hands.";
  const std::string one = ", but only one held the GIL at any instant" + turns;
  const double all = ready(findings.census.workers);
  if (all >= kMostOfTheTime) return Capital(AllWorkers(findings)) + " were ready " + ForTime(all) + one;
  const double two = ready(2);
  if (two >= kMostOfTheTime) return (ready(3) > 0 ? "Two or more of " : "Two of ") + TheWorkers(findings) + " were ready " + ForTime(two) + one;
  return Capital(TheWorkers(findings)) + " waited for the GIL for " + Percent(ShareOf(findings.census, Occupation::kWaitingForGil)) + " of their time" + turns;
}

std::string AboutOverlap(const Findings& findings) {
  const double together = Together(findings.census, Occupation::kBlocked);
  const int count = static_cast<int>(std::lround(together));
  if (count < 2) {
    const Nanoseconds both = TimeWhile(findings.census, [](const Headcount& workers) {
      return CountOf(workers, Occupation::kBlocked) > 0 && CountOf(workers, Occupation::kRunning) + CountOf(workers, Occupation::kBlocked) > 1;
    });
    return Capital(ForTime(ShareOf(findings.census, both))) + " one " + Worker(findings) + " waited while another worked or waited as well.";
  }
  std::string who = "On average " + NumberWord(count) + " of the " + Tasks(findings);
  if (count >= findings.census.tasks) who = count == 2 ? "Both " + Task(2, findings) : "The " + Tasks(findings);
  const Nanoseconds waited = WorkersTime(findings.census, Occupation::kBlocked);
  const Nanoseconds took = TimeWhile(findings.census, [](const Headcount& workers) { return CountOf(workers, Occupation::kBlocked) > 0; });
  return who + " waited at the same time" + (findings.census.gil ? ", since whoever waits lets go of the GIL: " : ": ") +
         Seen(InSeconds(waited), findings) + " of waiting took " + Seen(InSeconds(took), findings) + ".";
}

std::string AboutParallel(const Findings& findings) {
  const auto running = [&](int least) {
    return ShareOf(findings.census, TimeWhile(findings.census, [&](const Headcount& workers) { return CountOf(workers, Occupation::kRunning) >= least; }));
  };
  const int workers = findings.census.workers;
  const double all = running(workers);
  const double together = Together(findings.census, Occupation::kRunning);
  const double cores = findings.limits.cores;
  if (together > kMoreThanCores * cores) {
    return Format("On average %.1f of ", together) + TheWorkers(findings) + Format(" wanted to compute, on the %.1f cores that they had.", cores);
  }
  if (workers == 2 || all >= kMostOfTheTime) return Capital(AllWorkers(findings)) + " computed side by side " + ForTime(all) + ".";
  if (together >= 2) return Format("On average %.1f of ", together) + TheWorkers(findings) + " computed side by side.";
  return "Two or more of " + TheWorkers(findings) + " computed side by side " + ForTime(running(2)) + ".";
}

std::string AboutStartup(const Findings& findings) {
  const Background& known = findings.background;
  const std::string who = Capital(TheWorkers(findings));
  const StartupCost cost = StartupOf(findings);
  if (cost == StartupCost::kDominates) {
    const std::string messages = findings.census.messages ? ", " + Seen(findings.messages_s, findings) + " on messages" : "";
    const std::string work = findings.work_s > 0 ? Seen(findings.work_s, findings) : "no time that the clock can tell";
    return who + " spent " + Seen(known.startup_s, findings) + " starting" + messages + " and " + work + " on the " + Task(findings.census.tasks, findings) + ".";
  }
  if (cost == StartupCost::kMuchOfGain) {
    return who + " took " + Seen(known.startup_s, findings) + " to start, which the speedup leaves out; a trial gained " + Seen(findings.gained_s, findings) + ".";
  }
  const Nanoseconds beginning = TimeWhile(findings.census, [](const Headcount& each) { return CountOf(each, Occupation::kBeginning) > 0; });
  if (beginning == findings.census.length()) return "All the " + Task(2, findings) + " were done before the last of " + TheWorkers(findings) + " had begun.";
  return "It took " + Percent(ShareOf(findings.census, beginning)) + " of the time until the last of " + TheWorkers(findings) + " had begun.";
}

std::string AboutMessages(const Findings& findings) {
  const Nanoseconds working = WorkersTime(findings.census, Occupation::kRunning) + WorkersTime(findings.census, Occupation::kBlocked);
  ptrdiff_t messages = 0;
  for (const LaneTrace& lane : findings.trace.lanes) {
    if (!lane.worker) continue;
    messages += std::ranges::count_if(lane.events, [](const Event& event) { return event.kind == EventKind::kSending || event.kind == EventKind::kReceiving; });
  }
  const double worked = ShareOf(findings.census, working) / std::max(1, findings.census.workers);
  const std::string of_time = findings.census.workers == 1 ? " of its time" : " of their time";
  return Capital(TheWorkers(findings)) + " spent " + Percent(ShareOf(findings.census, Occupation::kMessages)) + of_time +
         " on messages and waiting for them, " + Percent(worked) + " on the " + Task(2, findings) + ": " + Tasks(findings) + " took " +
         NumberWord(static_cast<int>(messages)) + (messages == 1 ? " message." : " messages.");
}

// The end of the sentence: what made it uneven, as far as the tasks show it. `tail_s` is how long some had nothing left.
std::string CauseOfUneven(const Findings& findings, double tail_s) {
  std::vector<double> seconds;
  size_t fewest = SIZE_MAX;
  size_t most = 0;
  for (const LaneTrace& lane : findings.trace.lanes) {
    if (!lane.worker) continue;
    const std::vector<TaskOnLane> tasks = TasksOf(lane, findings.trace.length);
    for (const TaskOnLane& task : tasks) seconds.push_back(InSeconds(task.end - task.begin));
    fewest = std::min(fewest, tasks.size());
    most = std::max(most, tasks.size());
  }
  const auto [shortest, longest] = std::ranges::minmax(seconds);
  if (longest >= 2 * shortest && longest >= tail_s) {
    return ": the shortest " + Task(1, findings) + " took " + Seen(shortest, findings) + ", the longest " + Seen(longest, findings) + ".";
  }
  if (most == fewest) return ".";
  if (most == fewest + 1) return ": " + Tasks(findings) + " cannot be shared out evenly among " + Workers(findings.census.workers, findings) + ".";
  return ": one had " + NumberWord(static_cast<int>(most)) + " " + Task(static_cast<int>(most), findings) + ", another " +
         (fewest == 0 ? "none" : NumberWord(static_cast<int>(fewest))) + ".";
}

std::string AboutUneven(const Findings& findings) {
  const int workers = findings.census.workers;
  const auto idle = [](const Headcount& each) { return CountOf(each, Occupation::kOutOfWork) + CountOf(each, Occupation::kDoneSooner); };
  const Nanoseconds alone = TimeWhile(findings.census, [&](const Headcount& each) { return idle(each) == workers - 1; });
  const Nanoseconds all_idle = WorkersTime(findings.census, Occupation::kOutOfWork);
  const Nanoseconds tail = TimeWhile(findings.census, [&](const Headcount& each) { return idle(each) > 0; });
  const std::string cause = CauseOfUneven(findings, InSeconds(tail));
  if (2 * alone * (workers - 1) >= all_idle) {
    return "For " + Percent(ShareOf(findings.census, alone)) + " of the time only one " + Worker(findings) + " still had work" + cause;
  }
  return Capital(TheWorkers(findings)) + " had nothing left to do for " + Percent(ShareOf(findings.census, Occupation::kOutOfWork)) +
         " of their time, while others still worked" + cause;
}

std::string AboutFewTasks(const Findings& findings) {
  const int idle = findings.census.workers - findings.census.tasks;
  return Capital(NumberWord(idle)) + " of " + TheWorkers(findings) + " had nothing to do: there " + (findings.census.tasks == 1 ? "was only " : "were only ") +
         Tasks(findings) + ".";
}

// How much of a core each had while it ran, if the system tells.
std::string EachHad(const Findings& findings) {
  const double running = InSeconds(WorkersTime(findings.census, Occupation::kRunning));
  const double alone = findings.background.sequential_s;
  // What has no length, as a coarse clock sees it, had a share of nothing.
  const bool told = running > 0 && (findings.background.cpu_s || (!findings.background.noisy && alone > 0));
  if (!told) return ".";
  if (!findings.background.cpu_s) return Format(": a task took %.1f times as long as alone.", running / alone);
  return ": each had one for " + Percent(std::min(1.0, *findings.background.cpu_s / running)) + " of the time.";
}

std::string AboutOversubscribed(const Findings& findings) {
  return "Only " + NumberWord(findings.background.reported_cores) + " of the " + Workers(MostRunning(findings.census), findings) +
         " can have a core at the same time" + (findings.too_few_cores < kLeastShare ? EachHad(findings) : ".");
}

std::string AboutFewCores(const Findings& findings) {
  const Background& known = findings.background;
  const std::string reported = NumberWord(known.reported_cores) + " reported " + (known.reported_cores == 1 ? "core" : "cores");
  if (!known.cpu_s) return Format("The machine had only %.1f of its ", known.effective_cores) + reported + " free before the run" + EachHad(findings);
  const Nanoseconds any = TimeWhile(findings.census, [](const Headcount& workers) { return CountOf(workers, Occupation::kRunning) > 0; });
  return Capital(Workers(MostRunning(findings.census), findings)) + Format(" had only %.1f of the ", *known.cpu_s / InSeconds(any)) + reported +
         " between them" + EachHad(findings);
}

std::string AboutLock(const Findings& findings) {
  const Nanoseconds waiting = TimeWhile(findings.census, [](const Headcount& each) { return CountOf(each, Occupation::kWaitingForLock) > 0; });
  return "Only one " + Worker(findings) + " at a time may be in the critical section: " + (findings.census.workers == 2 ? "the other" : "others") +
         " waited for it " + ForTime(ShareOf(findings.census, waiting)) + ".";
}

std::string AboutOneWorker(const Findings& findings) {
  if (findings.census.tasks == 1) return "There was one " + Task(1, findings) + " for one worker.";
  if (findings.background.model.role == ModelRole::kBaseline) return "The " + Tasks(findings) + " were done one after the other.";
  return "A single " + Worker(findings) + " did the " + Tasks(findings) + ", one after the other.";
}

std::string AboutPartial(const Findings& findings) {
  return "Only the first " + Seen(InSeconds(findings.census.end), findings) + " of " + Seen(InSeconds(findings.trace.length), findings) +
         " were recorded; what follows is about them.";
}

std::string AboutUnknown(const Findings& findings) {
  if (findings.background.too_short) return "The record does not say why: it is too short for this clock.";
  if (findings.shares.unknown > findings.shares.slowing) {
    return "The record does not say why " + TheWorkers(findings) + " had no task for " +
           Percent(ShareOf(findings.census, Occupation::kUnknown)) + " of their time.";
  }
  if (findings.limits.slowing > 1) {
    const bool had_cores = findings.background.work == WorkKind::kComputing && findings.background.cpu_s && findings.shares.cores <= 0;
    return Format("A %s took %.1f times as long beside the others%s; the record does not say why.", Task(1, findings).c_str(), findings.limits.slowing,
                  had_cores ? " although there was a core for each" : "");
  }
  return "The record does not say why this model took as long as it did.";
}

}  // namespace

std::string SentenceOf(ReasonCode code, const Findings& findings) {
  switch (code) {
    case ReasonCode::kGil: return AboutGil(findings);
    case ReasonCode::kOverlap: return AboutOverlap(findings);
    case ReasonCode::kParallel: return AboutParallel(findings);
    case ReasonCode::kStartup: return AboutStartup(findings);
    case ReasonCode::kMessages: return AboutMessages(findings);
    case ReasonCode::kUneven: return AboutUneven(findings);
    case ReasonCode::kFewTasks: return AboutFewTasks(findings);
    case ReasonCode::kOversubscribed: return AboutOversubscribed(findings);
    case ReasonCode::kFewCores: return AboutFewCores(findings);
    case ReasonCode::kLock: return AboutLock(findings);
    case ReasonCode::kOneWorker: return AboutOneWorker(findings);
    case ReasonCode::kPartial: return AboutPartial(findings);
    case ReasonCode::kUnknown: return AboutUnknown(findings);
  }
  return "";
}

}  // namespace lab
