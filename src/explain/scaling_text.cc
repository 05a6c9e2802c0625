#include "explain/scaling_text.h"

#include <cmath>

#include "base/text.h"
#include "words/english/answers.h"

namespace lab {
namespace {

std::string FinePercent(double share) {
  const double percent = share * 100;
  return percent < 0.95 && percent > 0 ? Format("%.1f %%", percent) : Format("%.0f %%", percent);
}

}  // namespace

std::string AmdahlText(const AmdahlFit& fit) {
  constexpr double kHardly = 0.01;
  constexpr double kHardlyAtMost = 0.05;
  if (fit.points == 0) return Phrase<words::kAmdahlNeedsCores>();
  if (!fit.describes)
    return Phrase<words::kAmdahlDoesNotFit>("residual"_a = FinePercent(fit.residual));
  const std::string low = Format("%.0f", fit.low * 100);
  const std::string high = FinePercent(fit.high);
  if (fit.serial_fraction < kHardly && fit.high < kHardlyAtMost)
    return Phrase<words::kHardlySerial>("low"_a = low, "high"_a = high, "points"_a = fit.points);
  return Phrase<words::kSerialFraction>("fraction"_a = FinePercent(fit.serial_fraction),
                                        "low"_a = low, "high"_a = high, "points"_a = fit.points);
}

std::string UslText(const UslFit& fit) {
  if (fit.points == 0) return Phrase<words::kUslNeedsPoints>();
  if (!fit.describes)
    return Phrase<words::kUslDoesNotFit>("residual"_a = FinePercent(fit.residual));
  const std::string contention = Format("%.3f", fit.contention);
  const std::string coherency = Format("%.4f", fit.coherency);
  if (fit.peak_workers > 0)
    return Phrase<words::kUslPeak>("contention"_a = contention, "coherency"_a = coherency,
                                   "workers"_a = std::round(fit.peak_workers));
  return Phrase<words::kUslNoPeak>("contention"_a = contention, "coherency"_a = coherency);
}

}  // namespace lab
