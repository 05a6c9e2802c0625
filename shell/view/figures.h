// Numbers as people read them: digits only as far as the spread of the repetitions carries them.
#pragma once

#include <span>
#include <string>

#include "messages/result.h"

namespace lab::panel {

// A speedup: "1.93×", "1.9×" or "5×".
std::string TimesText(const Estimate& speedup);
// Its interval: "1.90 to 1.95×", and with what that is: "95 % interval: 1.90 to 1.95×". Says so
// where there is none.
std::string RangeText(const Estimate& speedup);
std::string RangeWithConfidence(const Estimate& speedup);

// Times that stand below each other: one unit and one number of decimals for all.
struct TimeScale {
  std::string unit = "s";
  double factor = 1;   // seconds × factor = figure
  int decimals = 2;
};
TimeScale ScaleFor(std::span<const ModelResult> figures);
std::string TimeText(double seconds, const TimeScale& scale);

std::string PercentText(double share);   // "96 %"
std::string StepText(double seconds);    // of a clock: "5 µs", "23 ns"
std::string LeftText(double seconds);    // "about 4 s left"
// Of a result: "Firefox 140 on Linux · 2 cores · 2026-11-23 09:41 UTC".
std::string WhereAndWhen(const RunResult& result);
// "1.9 cores available", or as reported: "2 cores reported".
std::string CoresText(double cores, bool measured);

}  // namespace lab::panel
