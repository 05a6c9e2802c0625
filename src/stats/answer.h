// The finding of a run in a sentence or two, for people who have never heard of a GIL. Says what the
// verdicts (verdict.h) say, and no more.
#pragma once

#include <span>
#include <string>

#include "stats/verdict.h"

namespace lab {

// `verb` is what the tasks do: "count", "download", "sum". The baseline comes first among the models.
std::string Answer(const std::string& verb, std::span<const Evidence> models, const Circumstances& circumstances);

}  // namespace lab
