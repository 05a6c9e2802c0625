#include "explain/why_text.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <string>

#include "base/clock_steps.h"
#include "base/text.h"
#include "stats/findings.h"
#include "stats/returns.h"
#include "stats/timeline.h"
#include "words/english/reasons.h"

namespace lab {
namespace {

// What holds for this share of the time is what a sentence is about; less needs other words.
constexpr double kMostOfTheTime = 0.5;

// The nouns of a record's sentences.
struct Nouns {
  std::string worker;
  std::string workers;
  std::string task;
  std::string tasks;
};

Nouns NounsOf(const Evidence& known) {
  // The baseline's is one worker, whatever it is.
  const Noun worker =
      known.model.role == ModelRole::kBaseline ? ModelFacts{}.worker : known.model.worker;
  return {.worker = Phrase(*worker.one),
          .workers = Phrase(*worker.many),
          .task = Phrase(*known.task.one),
          .tasks = Phrase(*known.task.many)};
}

// A share as whole percents.
double Percent(double share) { return std::nearbyint(share * 100); }

// As the clock of the record sees it.
std::string Seen(double seconds, const Findings& findings) {
  return DurationSeen(seconds, findings.conditions.timer_step_s);
}

double HandOffsWithin(const Findings& findings) {
  return static_cast<double>(
      std::ranges::count_if(HandOffsOf(findings.trace),
                            [&](const HandOff& each) { return each.at <= findings.census.end; }));
}

std::string AboutGil(const Findings& findings, const Nouns& nouns) {
  const auto ready = [&](int least) {
    return ShareOf(findings.census, TimeWhile(findings.census, [&](const Headcount& workers) {
                     return CountOf(workers, Occupation::kRunning) +
                                CountOf(workers, Occupation::kWaitingForGil) >=
                            least;
                   }));
  };
  const int count = findings.census.workers;
  const double handoffs = HandOffsWithin(findings);
  const double all = ready(count);
  if (all >= kMostOfTheTime) {
    return Phrase<words::kAllReady>("count"_a = count, "worker"_a = nouns.worker,
                                    "workers"_a = nouns.workers, "share"_a = Percent(all),
                                    "handoffs"_a = handoffs);
  }
  const double two = ready(2);
  if (two >= kMostOfTheTime) {
    return Phrase<words::kSomeReady>("count"_a = count, "workers"_a = nouns.workers,
                                     "more"_a = ready(3) > 0 ? "yes" : "no",
                                     "share"_a = Percent(two), "handoffs"_a = handoffs);
  }
  return Phrase<words::kWaitedForGil>(
      "count"_a = count, "worker"_a = nouns.worker, "workers"_a = nouns.workers,
      "share"_a = Percent(ShareOf(findings.census, Occupation::kWaitingForGil)),
      "handoffs"_a = handoffs);
}

std::string AboutOverlap(const Findings& findings, const Nouns& nouns) {
  const int together =
      static_cast<int>(std::lround(Together(findings.census, Occupation::kBlocked)));
  if (together < 2) {
    const Nanoseconds both = TimeWhile(findings.census, [](const Headcount& workers) {
      return CountOf(workers, Occupation::kBlocked) > 0 &&
             CountOf(workers, Occupation::kRunning) + CountOf(workers, Occupation::kBlocked) > 1;
    });
    return Phrase<words::kOneWaited>("share"_a = Percent(ShareOf(findings.census, both)),
                                     "worker"_a = nouns.worker);
  }
  const std::string waited =
      Seen(InSeconds(WorkersTime(findings.census, Occupation::kBlocked)), findings);
  const std::string took = Seen(
      InSeconds(TimeWhile(
          findings.census,
          [](const Headcount& workers) { return CountOf(workers, Occupation::kBlocked) > 0; })),
      findings);
  const char* gil = findings.census.gil ? "yes" : "no";
  const int number = findings.census.tasks;
  if (together >= number)
    return Phrase<words::kAllOverlapped>("number"_a = number, "tasks"_a = nouns.tasks,
                                         "gil"_a = gil, "waited"_a = waited, "took"_a = took);
  return Phrase<words::kSomeOverlapped>("together"_a = together, "number"_a = number,
                                        "tasks"_a = nouns.tasks, "gil"_a = gil, "waited"_a = waited,
                                        "took"_a = took);
}

std::string AboutParallel(const Findings& findings, const Nouns& nouns) {
  const auto running = [&](int least) {
    return ShareOf(findings.census, TimeWhile(findings.census, [&](const Headcount& workers) {
                     return CountOf(workers, Occupation::kRunning) >= least;
                   }));
  };
  const int count = findings.census.workers;
  const double all = running(count);
  const double together = Together(findings.census, Occupation::kRunning);
  const std::string average = Format("%.1f", together);
  if (const double cores = findings.limits.cores; together > kMoreThanCores * cores) {
    return Phrase<words::kWantedCores>("together"_a = average, "count"_a = count,
                                       "workers"_a = nouns.workers,
                                       "cores"_a = Format("%.1f", cores));
  }
  if (count == 2 || all >= kMostOfTheTime)
    return Phrase<words::kAllComputed>("count"_a = count, "workers"_a = nouns.workers,
                                       "share"_a = Percent(all));
  if (together >= 2)
    return Phrase<words::kSomeComputed>("together"_a = average, "count"_a = count,
                                        "workers"_a = nouns.workers);
  return Phrase<words::kTwoComputed>("count"_a = count, "workers"_a = nouns.workers,
                                     "share"_a = Percent(running(2)));
}

std::string AboutStartup(const Findings& findings, const Nouns& nouns) {
  const int count = findings.census.workers;
  const std::string starting = Seen(findings.evidence.startup_s, findings);
  const StartupCost cost = StartupOf(findings);
  if (cost == StartupCost::kDominates) {
    return Phrase<words::kStartDominates>(
        "count"_a = count, "worker"_a = nouns.worker, "workers"_a = nouns.workers,
        "starting"_a = starting,
        "messages"_a = findings.census.messages ? Seen(findings.messages_s, findings) : "",
        "work"_a = findings.work_s > 0 ? Seen(findings.work_s, findings) : "",
        "number"_a = findings.census.tasks, "task"_a = nouns.task, "tasks"_a = nouns.tasks);
  }
  if (cost == StartupCost::kMuchOfGain) {
    return Phrase<words::kStartEatsGain>("count"_a = count, "worker"_a = nouns.worker,
                                         "workers"_a = nouns.workers, "starting"_a = starting,
                                         "gained"_a = Seen(findings.gained_s, findings));
  }
  const Nanoseconds beginning = TimeWhile(findings.census, [](const Headcount& each) {
    return CountOf(each, Occupation::kBeginning) > 0;
  });
  if (beginning == findings.census.length())
    return Phrase<words::kDoneBeforeAllBegan>("tasks"_a = nouns.tasks, "count"_a = count,
                                              "workers"_a = nouns.workers);
  return Phrase<words::kSlowToBegin>("share"_a = Percent(ShareOf(findings.census, beginning)),
                                     "count"_a = count, "workers"_a = nouns.workers);
}

std::string AboutMessages(const Findings& findings, const Nouns& nouns) {
  const Nanoseconds working = WorkersTime(findings.census, Occupation::kRunning) +
                              WorkersTime(findings.census, Occupation::kBlocked);
  ptrdiff_t messages = 0;
  for (const LaneTrace& lane : findings.trace.lanes) {
    if (!lane.worker) continue;
    messages += std::ranges::count_if(lane.events, [](const Event& event) {
      return event.kind == EventKind::kSending || event.kind == EventKind::kReceiving;
    });
  }
  const int count = findings.census.workers;
  const double worked = ShareOf(findings.census, working) / std::max(1, count);
  return Phrase<words::kOnMessages>(
      "count"_a = count, "worker"_a = nouns.worker, "workers"_a = nouns.workers,
      "share"_a = Percent(ShareOf(findings.census, Occupation::kMessages)),
      "worked"_a = Percent(worked), "number"_a = findings.census.tasks, "task"_a = nouns.task,
      "tasks"_a = nouns.tasks, "messages"_a = messages);
}

// What made it uneven, as far as the tasks show it. `tail_s` is how long some had nothing left.
std::string CauseOfUneven(const Findings& findings, const Nouns& nouns, double tail_s) {
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
    return Phrase<words::kUnevenLengths>("task"_a = nouns.task,
                                         "shortest"_a = Seen(shortest, findings),
                                         "longest"_a = Seen(longest, findings));
  }
  if (most == fewest) return "";
  if (most == fewest + 1) {
    return Phrase<words::kUnevenShares>("number"_a = findings.census.tasks, "tasks"_a = nouns.tasks,
                                        "count"_a = findings.census.workers,
                                        "workers"_a = nouns.workers);
  }
  return Phrase<words::kUnevenCounts>("most"_a = most, "fewest"_a = fewest, "task"_a = nouns.task,
                                      "tasks"_a = nouns.tasks);
}

std::string AboutUneven(const Findings& findings, const Nouns& nouns) {
  const int workers = findings.census.workers;
  const auto idle = [](const Headcount& each) {
    return CountOf(each, Occupation::kOutOfWork) + CountOf(each, Occupation::kDoneSooner);
  };
  const Nanoseconds alone =
      TimeWhile(findings.census, [&](const Headcount& each) { return idle(each) == workers - 1; });
  const Nanoseconds all_idle = WorkersTime(findings.census, Occupation::kOutOfWork);
  const Nanoseconds tail =
      TimeWhile(findings.census, [&](const Headcount& each) { return idle(each) > 0; });
  const std::string what =
      2 * alone * (workers - 1) >= all_idle
          ? Phrase<words::kOnlyOneLeft>("share"_a = Percent(ShareOf(findings.census, alone)),
                                        "worker"_a = nouns.worker)
          : Phrase<words::kNothingLeft>(
                "count"_a = workers, "workers"_a = nouns.workers,
                "share"_a = Percent(ShareOf(findings.census, Occupation::kOutOfWork)));
  return Sentences(std::array{what, CauseOfUneven(findings, nouns, InSeconds(tail))});
}

std::string AboutFewTasks(const Findings& findings, const Nouns& nouns) {
  const int tasks = findings.census.tasks;
  return Phrase<words::kFewTasks>("idle"_a = findings.census.workers - tasks,
                                  "count"_a = findings.census.workers, "workers"_a = nouns.workers,
                                  "number"_a = tasks, "task"_a = nouns.task,
                                  "tasks"_a = nouns.tasks);
}

// How much of a core each had while it ran, if the system tells.
std::string EachHad(const Findings& findings, const Nouns& nouns) {
  const double running = InSeconds(WorkersTime(findings.census, Occupation::kRunning));
  const double alone = findings.evidence.sequential_s;
  // What has no length, as a coarse clock sees it, had a share of nothing.
  const bool told = running > 0 && (findings.evidence.cpu_s || (findings.comparable && alone > 0));
  if (!told) return "";
  if (!findings.evidence.cpu_s)
    return Phrase<words::kTasksTookLonger>("task"_a = nouns.task,
                                           "times"_a = Format("%.1f", running / alone));
  return Phrase<words::kEachHadCore>(
      "share"_a = Percent(std::min(1.0, *findings.evidence.cpu_s / running)));
}

std::string AboutOversubscribed(const Findings& findings, const Nouns& nouns) {
  const std::string what = Phrase<words::kOversubscribed>(
      "cores"_a = findings.conditions.reported_cores, "count"_a = MostRunning(findings.census),
      "workers"_a = nouns.workers);
  return Sentences(
      std::array{what, findings.too_few_cores < kLeastShare ? EachHad(findings, nouns) : ""});
}

std::string AboutFewCores(const Findings& findings, const Nouns& nouns) {
  const std::optional<double> cpu_s = findings.evidence.cpu_s;
  const int cores = findings.conditions.reported_cores;
  const std::string each = EachHad(findings, nouns);
  if (!cpu_s) {
    return Sentences(std::array{
        Phrase<words::kFewCoresBefore>(
            "available"_a = Format("%.1f", findings.conditions.effective_cores), "cores"_a = cores),
        each});
  }
  const Nanoseconds any = TimeWhile(findings.census, [](const Headcount& workers) {
    return CountOf(workers, Occupation::kRunning) > 0;
  });
  const std::string what = Phrase<words::kFewCoresBetween>(
      "count"_a = MostRunning(findings.census), "worker"_a = nouns.worker,
      "workers"_a = nouns.workers, "available"_a = Format("%.1f", *cpu_s / InSeconds(any)),
      "cores"_a = cores);
  return Sentences(std::array{what, each});
}

std::string AboutLock(const Findings& findings, const Nouns& nouns) {
  const Nanoseconds waiting = TimeWhile(findings.census, [](const Headcount& each) {
    return CountOf(each, Occupation::kWaitingForLock) > 0;
  });
  return Phrase<words::kCriticalSection>("worker"_a = nouns.worker,
                                         "count"_a = findings.census.workers,
                                         "share"_a = Percent(ShareOf(findings.census, waiting)));
}

std::string AboutOneWorker(const Findings& findings, const Nouns& nouns) {
  const int number = findings.census.tasks;
  if (number == 1) return Phrase<words::kOneTask>("task"_a = nouns.task);
  if (findings.evidence.model.role == ModelRole::kBaseline)
    return Phrase<words::kInTurn>("number"_a = number, "tasks"_a = nouns.tasks);
  return Phrase<words::kOneDidAll>("worker"_a = nouns.worker, "number"_a = number,
                                   "tasks"_a = nouns.tasks);
}

std::string AboutUnknown(const Findings& findings, const Nouns& nouns) {
  if (findings.verdict == VerdictCode::kTooShort) return Phrase<words::kTooShortToTell>();
  if (findings.shares.unknown > findings.shares.slowing) {
    return Phrase<words::kIdleUnexplained>(
        "count"_a = findings.census.workers, "worker"_a = nouns.worker, "workers"_a = nouns.workers,
        "task"_a = nouns.task, "share"_a = Percent(ShareOf(findings.census, Occupation::kUnknown)));
  }
  if (findings.limits.slowing > 1) {
    const bool had_cores = findings.conditions.work == WorkKind::kComputing &&
                           findings.evidence.cpu_s && findings.shares.cores <= 0;
    return Phrase<words::kSlowdownUnexplained>("task"_a = nouns.task,
                                               "times"_a = Format("%.1f", findings.limits.slowing),
                                               "cores"_a = had_cores ? "yes" : "no");
  }
  return Phrase<words::kUnexplained>();
}

std::string SentenceOf(ReasonCode code, const Findings& findings, const Nouns& nouns) {
  switch (code) {
    case ReasonCode::kGil: return AboutGil(findings, nouns);
    case ReasonCode::kOverlap: return AboutOverlap(findings, nouns);
    case ReasonCode::kParallel: return AboutParallel(findings, nouns);
    case ReasonCode::kStartup: return AboutStartup(findings, nouns);
    case ReasonCode::kMessages: return AboutMessages(findings, nouns);
    case ReasonCode::kUneven: return AboutUneven(findings, nouns);
    case ReasonCode::kFewTasks: return AboutFewTasks(findings, nouns);
    case ReasonCode::kOversubscribed: return AboutOversubscribed(findings, nouns);
    case ReasonCode::kFewCores: return AboutFewCores(findings, nouns);
    case ReasonCode::kLock: return AboutLock(findings, nouns);
    case ReasonCode::kOneWorker: return AboutOneWorker(findings, nouns);
    case ReasonCode::kPartial:
      return Phrase<words::kPartial>("recorded"_a = Seen(InSeconds(findings.census.end), findings),
                                     "length"_a = Seen(InSeconds(findings.trace.length), findings));
    case ReasonCode::kUnknown: return AboutUnknown(findings, nouns);
  }
  return "";
}

// What became of it when it was back, as far as the clock tells. That it had to wait is known from
// the order of the events.
std::string AfterReturn(const Returns& returns, double timer_step_s, const std::string& worker) {
  const double late_s = returns.waited > 0 ? InSeconds(returns.waiting) / returns.waited : 0;
  const bool seen = DelaySeen(late_s, timer_step_s);
  const std::string unseen = Phrase<words::kLatenessUnseen>("step"_a = Duration(timer_step_s));
  if (returns.busy == 0) return Phrase<words::kNothingBeside>();
  if (returns.waited == 0 && seen)
    return Phrase<words::kWentOnAtOnce>("worker"_a = worker, "busy"_a = returns.busy);
  if (returns.waited == 0)
    return Sentences(std::array{
        Phrase<words::kNoLockNeeded>("worker"_a = worker, "busy"_a = returns.busy), unseen});
  const char* waited = returns.waited == returns.count ? "always" : "sometimes";
  const std::string held =
      Phrase<words::kHeldGil>("worker"_a = worker, "waited"_a = waited, "times"_a = returns.waited,
                              "busy"_a = returns.busy);
  const std::string later =
      Phrase<words::kReleasedLater>("late"_a = DurationSeen(late_s, timer_step_s));
  return Sentences(std::array{held, seen ? later : unseen});
}

std::string SentencesOf(const Returns& returns, double timer_step_s, const std::string& worker) {
  if (returns.count == 0) return Phrase<words::kNoReturn>("worker"_a = worker);
  return Sentences(
      std::array{Phrase<words::kReturned>("worker"_a = worker, "returns"_a = returns.count),
                 AfterReturn(returns, timer_step_s, worker)});
}

std::vector<Reason> WhyResponsesCame(const Trace& trace, const ModelFacts& model,
                                     double timer_step_s) {
  const Returns returns = ReturnsOf(trace);
  std::vector<Reason> reasons;
  if (!returns.whole) reasons.push_back({ReasonCode::kPartial, Phrase<words::kOnlyBeginning>()});
  reasons.push_back(
      {CauseOf(returns), SentencesOf(returns, timer_step_s, Phrase(*model.worker.one))});
  return reasons;
}

}  // namespace

std::vector<Reason> WhyOf(const Trace& trace, const Evidence& evidence,
                          const Conditions& conditions, VerdictCode verdict) {
  if (conditions.work == WorkKind::kAnswering)
    return WhyResponsesCame(trace, evidence.model, conditions.timer_step_s);
  const Findings findings = FindingsOf(trace, evidence, conditions, verdict);
  const Nouns nouns = NounsOf(evidence);
  std::vector<Reason> reasons;
  for (const ReasonCode code : CausesOf(findings))
    reasons.push_back({code, SentenceOf(code, findings, nouns)});
  return reasons;
}

}  // namespace lab
