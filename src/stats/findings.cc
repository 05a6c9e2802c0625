#include "stats/findings.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "stats/timeline.h"

// From the record to shares, each step from the one before: a census of how many workers were in
// which state together → how many could have run at once and how much slower they were beside each
// other (limits) → what each cause took of what could have been gained (shares) → missing cores
// told apart from too many workers. Figures from elsewhere (`Evidence`) are used only where the
// record is whole and the run was not too noisy; what cannot be told stays without a limit, and so
// takes no share.
namespace lab {
namespace {

// A system gives a core to somebody else now and then: workers that lack one for less of their time
// had one.
constexpr double kWithoutCore = 0.15;
// A start-up that takes back so much of what a trial gains is worth a sentence.
constexpr double kMuchOfGain = 0.5;

// What the same work takes alone; 0 if that cannot be compared.
double Alone(const Findings& findings) {
  return findings.comparable ? findings.evidence.sequential_s : 0;
}

// A trial that gained more than the cores that were measured before it had more of them.
bool GainedMoreThan(double cores, const Estimate& speedup) {
  return speedup.confidence > 0 && speedup.low > kMoreThanCores * cores;
}

// How many of the workers can have run at once, as the system counts their processor time, or as
// the calibration and the sequential time tell. Tasks must have taken longer than alone as well,
// where that is known: if the sequential ones lacked a core too, nothing was lost by it.
double CoresOf(const Findings& findings) {
  constexpr double kNoLimit = std::numeric_limits<double>::infinity();
  const double running = InSeconds(WorkersTime(findings.census, Occupation::kRunning));
  double done = Alone(findings);
  if (findings.evidence.cpu_s) {
    done = std::max(done, *findings.evidence.cpu_s);
  } else {
    const double effective = findings.conditions.effective_cores;
    if (MostRunning(findings.census) <= kMoreThanCores * effective ||
        GainedMoreThan(effective, findings.evidence.speedup))
      return kNoLimit;
    if (done <= 0) return std::max(1.0, effective);
  }
  return done < (1 - kWithoutCore) * running ? CoresFor(findings.census, done * kSecond) : kNoLimit;
}

// How many times as long the work took as alone, want of cores aside.
double SlowingOf(const Findings& findings, double cores) {
  if (Alone(findings) <= 0) return 1;
  const Census& census = findings.census;
  double work = InSeconds(WorkersTime(census, Occupation::kBlocked));
  for (const auto& [workers, time] : census.time)
    work += InSeconds(time) * std::min<double>(cores, CountOf(workers, Occupation::kRunning));
  const double slowing = work / Alone(findings);
  return slowing >= kInflated ? slowing : 1;
}

Limits LimitsOf(const Findings& findings) {
  Limits limits;
  // Under the GIL one core is enough for what computes.
  const bool computing = findings.conditions.work == WorkKind::kComputing;
  if (findings.census.workers < 2 || (computing && findings.census.gil)) return limits;
  if (computing) limits.cores = CoresOf(findings);
  limits.slowing = SlowingOf(findings, limits.cores);
  return limits;
}

// Times of the workers' lanes since the trial was asked for.
void AddTimes(const Trace& trace, Findings& findings) {
  double messages = 0;
  double work = 0;
  for (const LaneTrace& lane : trace.lanes) {
    if (!lane.worker) continue;
    const std::vector<TaskOnLane> tasks = TasksOf(lane, trace.length);
    const Nanoseconds last_end = tasks.empty() ? 0 : tasks.back().end;
    for (const Span& span : SpansOf(lane, trace.length)) {
      const bool idle = span.state == EventKind::kWaitingForTask ||
                        span.state == EventKind::kSending || span.state == EventKind::kReceiving;
      if (span.state == EventKind::kRunning || span.state == EventKind::kBlocked)
        work += InSeconds(span.end - span.begin);
      if (idle && span.begin < last_end) messages += InSeconds(span.end - span.begin);
    }
  }
  const double workers = std::max(1, findings.census.workers);
  findings.messages_s = messages / workers;
  findings.work_s = work / workers;
}

// The workers that cannot run at once are too many by the choice of their number, and since cores
// are missing: factors of one quotient, so their logarithms tell how much of it each is.
void SplitCores(Findings& findings) {
  if (findings.shares.cores <= 0) return;
  const double reported = std::max(1, findings.conditions.reported_cores);
  const double many = std::log(std::max(1.0, MostRunning(findings.census) / reported));
  const double few = std::log(std::max(1.0, reported / findings.limits.cores));
  findings.too_many_workers = many + few > 0 ? findings.shares.cores * many / (many + few) : 0;
  findings.too_few_cores = findings.shares.cores - findings.too_many_workers;
}

}  // namespace

Findings FindingsOf(const Trace& trace, const Evidence& evidence, const Conditions& conditions,
                    VerdictCode verdict) {
  Findings findings = {.trace = trace,
                       .evidence = evidence,
                       .conditions = conditions,
                       .verdict = verdict,
                       .census = CensusOf(trace),
                       .limits = {},
                       .shares = {}};
  findings.comparable = findings.census.whole && verdict != VerdictCode::kNoisy;
  if (!findings.census.whole) findings.evidence.cpu_s.reset();
  findings.limits = LimitsOf(findings);
  findings.shares = SharesOfGain(findings.census, findings.limits);
  const bool gains =
      findings.comparable && evidence.speedup.low > 1 && evidence.speedup.ratio >= kGain;
  if (gains) findings.gained_s = std::max(0.0, evidence.sequential_s - evidence.median_s);
  AddTimes(trace, findings);
  SplitCores(findings);
  return findings;
}

StartupCost StartupOf(const Findings& findings) {
  const Evidence& known = findings.evidence;
  if (known.model.role == ModelRole::kBaseline || !findings.census.whole) return StartupCost::kNone;
  // Where a coarse clock saw no time at all, nothing dominates it.
  if (known.startup_s > 0 && known.startup_s >= known.median_s &&
      known.startup_s >= findings.gained_s)
    return StartupCost::kDominates;
  return findings.gained_s > 0 && known.startup_s >= kMuchOfGain * findings.gained_s
             ? StartupCost::kMuchOfGain
             : StartupCost::kNone;
}

}  // namespace lab
