// What figures mean, in codes, from the data alone; explain/verdict_text.h has the sentences. Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/names.h"
#include "stats/evidence.h"

namespace lab {

// The codes are part of the JSON format.
enum class VerdictCode {
  kBaseline,  // "baseline": the sequential model, which the others are compared with
  kGains,  // "gains": the interval lies above 1, by more than people would overlook
  kNoGain,  // "no-gain": neither clearly faster nor clearly slower
  kSlower,  // "slower": the interval lies below 1, by more than people would overlook
  kGilBound,  // "gil-bound": no gain, and the workers were threads that compute under one GIL
  kMemoryBound,  // "memory-bound": the cores were available, but each task took longer beside the
                 // others
  kFewerCores,  // "fewer-cores": the machine has fewer cores for us than it reports
  kTooShort,  // "too-short": the clock is too coarse for times this short
  kDelayed,  // "delayed": responses come clearly later than alone, by more than people would
             // overlook
  kPrompt,  // "prompt": responses come hardly later than alone
  kNoisy,  // "noisy": nothing can be concluded
  kClear,  // "clear": of a whole run: no problems found with its figures
  kUnknown,  // of a file of a newer version: what it means is what its text says
};

// The figures allow a conclusion: they are neither noisy nor too short.
bool Concluded(VerdictCode code);

CodeNames<VerdictCode> NamesOf(VerdictCode);

// What a code leaves open and a sentence has to say.
enum class Cause {
  kNone,
  kOneWorker,  // no gain: one worker is one worker
  kOneCore,  // no gain: the machine has no more
  kOneRepetition,  // noisy: it has no interval
  kOthers,  // noisy: other programs disturbed too many rounds
  kVaries,  // noisy: the interval is too wide
  kUnmeasured,  // noisy: no ratio could be measured
  kAsLateAsAlone,  // prompt: late, but as late as alone
};

struct Conclusion {
  VerdictCode code = VerdictCode::kClear;
  Cause cause = Cause::kNone;
  bool probable = false;  // it rests on rounds that others disturbed, and holds in 9 of 10 cases
};

// Of all models together.
struct RunConclusion {
  Conclusion conclusion;
  std::vector<size_t> unsure;  // the models about which nothing can be concluded, by their places
  bool all_unsure = false;
};

// From here on people would notice a speedup.
inline constexpr double kGain = 1.15;
// Tasks that take this much longer in parallel are held up by something they share.
inline constexpr double kInflated = 1.3;

// Whether rounds count although others took cores from what computes.
bool Disturbed(const Conditions& conditions);
// A gain that people would notice, by the whole interval.
bool Gains(const Estimate& speedup);
// So many times as long as alone did a trial take to hand the GIL on, where the system cannot wait
// as briefly as asked for.
bool IntervalTooShort(const Conditions& conditions);
// The machine's own speed changed by so much that it is worth a remark.
bool Drifted(const Conditions& conditions);

// Where all rounds were disturbed, the evidence's interval has room for that (stats/rounds.h).
Conclusion ConclusionOf(const Evidence& evidence, const Conditions& conditions);

// Of all models together; the baseline comes first among them.
RunConclusion ConclusionOfRun(std::span<const Evidence> models, const Conditions& conditions);

}  // namespace lab
