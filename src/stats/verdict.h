// What figures mean, in a code for programs and a sentence for people, from the data alone. Pure.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/model_facts.h"
#include "base/work_kind.h"
#include "stats/estimate.h"

namespace lab {

// The codes are part of the JSON format.
enum class VerdictCode {
  kBaseline,     // "baseline": the sequential model, which the others are compared with
  kGains,        // "gains": the interval lies above 1, by more than people would overlook
  kNoGain,       // "no-gain": neither clearly faster nor clearly slower
  kSlower,       // "slower": the interval lies below 1, by more than people would overlook
  kGilBound,     // "gil-bound": no gain, and the workers were threads that compute under one GIL
  kMemoryBound,  // "memory-bound": the cores were there, but each task took longer beside the others
  kFewerCores,   // "fewer-cores": the machine has fewer cores for us than it reports
  kTooShort,     // "too-short": the clock is too coarse for times this short
  kDelayed,      // "delayed": answers come clearly later than alone, by more than people would overlook
  kPrompt,       // "prompt": answers come hardly later than alone
  kNoisy,        // "noisy": nothing can be concluded
  kClear,        // "clear": of a whole run; nothing speaks against its figures
};

// The figures allow a conclusion: they are neither noisy nor too short.
bool Concluded(VerdictCode code);

std::string_view Name(VerdictCode code);
std::optional<VerdictCode> VerdictCodeNamed(std::string_view name);

struct Verdict {
  VerdictCode code = VerdictCode::kClear;
  std::string text;       // a sentence or two
  bool probable = false;  // it rests on rounds that others disturbed, and holds in 9 of 10 cases
};

// From here on people would notice a speedup.
inline constexpr double kGain = 1.15;
// Tasks that take this much longer side by side are held up by something they share.
inline constexpr double kInflated = 1.3;

// One model's figures, as far as they bear on what can be said.
struct Evidence {
  ModelFacts model;
  int workers = 1;
  int tasks = 1;
  Estimate speedup;                      // of answers: how much sooner than alone, so less than 1 is late
  double median_s = 0;                   // of answers: how late
  std::optional<double> handoffs;        // of the GIL
  std::optional<double> task_inflation;  // median time of a task / the sequential one's, where both had a core
  bool messages = false;                 // what held it up most, by its record, were messages to the workers
  int chunk = 0;                         // tasks that were asked for in one; 0 if that was not said
};

// The machine while it was measured.
struct Circumstances {
  WorkKind work = WorkKind::kComputing;
  double compute_share = 1;           // of a task that computes; the rest of it is waiting
  bool pool = false;                  // the question is what a pool of processes gains
  int reported_cores = 1;
  double effective_cores = 1;         // before the run
  bool cores_measured = true;         // or else the reported ones are taken for granted
  double drift = 0;                   // relative change of the sequential time from the first rounds to the last
  std::optional<double> other_cores;  // used by other programs in the rounds that count
  bool all_disturbed = false;         // too few rounds were quiet, so that all of them count
  double timer_step_s = 0;
  double switch_interval_s = 0;
  std::optional<double> turn_s;       // between two hand-offs of the GIL, where threads compute all the time; empty if they took none
  int repetitions = 0;                // that count
  bool hidden = false;                // the page could not be seen for a while
  bool on_battery = false;
  std::string governor;               // native: who sets the processor's frequency; empty if unknown
  bool optimised = true;
};

// What others took from computing, in words; empty if nothing worth a word.
std::string Disturbance(const Circumstances& circumstances);

// Where all rounds were disturbed, the evidence's interval has room for that (stats/rounds.h).
Verdict VerdictOf(const Evidence& evidence, const Circumstances& circumstances);

// The sentence as one that is no more than probable, and why: "Probably: two processes were …".
std::string Hedged(std::string sentence, const Circumstances& circumstances);

// Of all models together; the baseline comes first among them.
Verdict VerdictOfRun(std::span<const Evidence> models, const Circumstances& circumstances);

// What belongs beside any result measured like this: a hidden page, a battery, a debug build, …
std::vector<std::string> Remarks(const Circumstances& circumstances);

}  // namespace lab
