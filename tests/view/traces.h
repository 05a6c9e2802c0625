// Traces made up for tests: small ones with known instants, and random ones of any size.
#pragma once

#include "messages/result.h"
#include "platform/clock.h"
#include "trace/trace.h"

namespace lab::panel {

inline constexpr Nanoseconds kMs = 1'000'000;

// Two threads under a GIL for 40 ms, handing it over every 5 ms: eight holds, seven hand-offs, each
// asked for.
Trace TwoThreadsUnderAGil();
// Two processes and the engine, with a message each way for each process.
Trace TwoProcesses();
// Lanes in random states for random times, about so many events in all.
Trace RandomTrace(int seed, int lanes, int events, bool gil = false);

// A result whose models have the traces above: sequential has one lane that runs for 40 ms.
RunResult ResultWithTraces();

}  // namespace lab::panel
