// The finding of a run in a sentence or two, from its figures alone.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "stats/speedup.h"

namespace lab {

// One model's figures, as far as the answer needs them.
struct Finding {
  std::string model;
  int workers = 1;
  Spread speedup;
  std::optional<double> handoffs;
};

// What the tasks mostly did: decides which reason is the right one.
enum class WorkKind { kComputing, kWaiting };

// `verb` is what the tasks do: "count", "download", "sum". `cores` as reported. The baseline comes
// first among the findings.
std::string Answer(WorkKind work, const std::string& verb, int cores, std::span<const Finding> findings);

}  // namespace lab
