// Why a model took as long as it did: the causes that the record of one trial shows, as codes;
// explain/why_text.h has the sentences, with figures from that record. Where the record does not
// tell the cause, that is what is said. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/names.h"
#include "stats/verdict.h"
#include "trace/trace.h"

namespace lab {

// The codes are part of the JSON format.
enum class ReasonCode {
  kGil,            // "gil": workers were ready at the same time, but one at a time holds the GIL
  kOverlap,        // "overlap": their waits overlapped
  kParallel,       // "parallel": they computed in parallel
  kStartup,  // "start-up": starting the workers, or their tasks, took long compared with the work
  kMessages,  // "messages": sending tasks and receiving results did
  kUneven,  // "uneven": some had nothing left to do while others still worked
  kFewTasks,  // "few-tasks": there were fewer tasks than workers
  kOversubscribed,  // "oversubscribed": more workers were asked for than the machine has cores
  kFewCores,  // "few-cores": fewer cores were available than the machine reports
  kLock,  // "lock": they waited for the critical section
  kOneWorker,  // "one-worker": there was one worker only, so one task came after the other
  kPartial,  // "partial": only the beginning was recorded; the other reasons are about that
  kUnknown,  // "unknown": the record does not say why
};

CodeNames<ReasonCode> NamesOf(ReasonCode);

struct Findings;

// The most important one comes first; one to three as a rule, and never none. Not for work that
// responds (stats/returns.h).
std::vector<ReasonCode> CausesOf(const Findings& findings);

}  // namespace lab
