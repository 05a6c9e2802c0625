// What the lanes of a run did as a file for trace viewers: https://ui.perfetto.dev,
// chrome://tracing. Pure.
#pragma once

#include <string>

#include "messages/result.h"

namespace lab {

// Whether any model's lanes were recorded.
bool HasTrace(const RunResult& result);

// The Chrome trace of all models, on one time axis: each is a process, each of its lanes a thread
// in which tasks enclose the states that make them up. Under a GIL a track of that name has the
// holders as slices, and an arrow goes from each holder to the next one, as from the sender of a
// message to its receiver. "trial asked for" marks the instant zero; workers started before it,
// once.
std::string AsChromeTrace(const RunResult& result);

}  // namespace lab
