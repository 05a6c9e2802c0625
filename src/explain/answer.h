// The answer to an experiment's question: a headline of at most fourteen words, and the reason
// under it. Pure.
#pragma once

#include <span>
#include <string>

#include "stats/verdict.h"

namespace lab {

struct Answer {
  std::string headline;  // "Two threads under the GIL: no speedup. Two processes: 1.9×."
  std::string reason;    // a sentence or two; empty if there is nothing to add
};

// `models` has the baseline first.
Answer AnswerOf(std::span<const Evidence> models, const Conditions& conditions);

}  // namespace lab
