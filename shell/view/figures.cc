#include "shell/view/figures.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "words/english/panel.h"
#include "words/english/view.h"

namespace lab::panel {
namespace {

// Decimals that still mean something when the value is known to within `width`.
int DecimalsFor(double width, int most) {
  if (!(width > 0)) return most;
  return std::clamp(static_cast<int>(std::ceil(-std::log10(width) + 0.3)), 0, most);
}

double SampleWidth(const ModelResult& figure) {
  if (figure.samples_s.size() < 2) return 0;
  const auto [low, high] = std::minmax_element(figure.samples_s.begin(), figure.samples_s.end());
  return std::max(*high - figure.median_s, figure.median_s - *low);
}

}  // namespace

std::string TimesText(const Estimate& speedup) { return RatioText(speedup) + "×"; }

std::string RangeText(const Estimate& speedup) {
  if (speedup.confidence <= 0) return Phrase<words::kNoInterval>();
  const auto [low, high] = BoundsText(speedup);
  return Phrase<words::kInterval>("low"_a = low, "high"_a = high);
}

std::string RangeWithConfidence(const Estimate& speedup) {
  if (speedup.confidence <= 0) return Phrase<words::kNoInterval>();
  const auto [low, high] = BoundsText(speedup);
  return Phrase<words::kIntervalOf>("confidence"_a = PercentText(speedup.confidence), "low"_a = low,
                                    "high"_a = high);
}

TimeScale ScaleFor(std::span<const ModelResult> figures) {
  double longest = 0;
  double finest = 0;  // the narrowest spread decides: figures below each other share their digits
  for (const ModelResult& figure : figures) {
    longest = std::max(longest, figure.median_s);
    const double width = SampleWidth(figure);
    if (width > 0) finest = finest > 0 ? std::min(finest, width) : width;
  }
  TimeScale scale;
  if (longest > 0 && longest < 0.0995) scale = {"ms", 1e3, 2};
  if (longest > 0 && longest < 0.0000995) scale = {"µs", 1e6, 2};
  const int digits_of_whole =
      longest > 0 ? static_cast<int>(std::floor(std::log10(longest * scale.factor))) + 1 : 1;
  const int most = std::clamp(3 - digits_of_whole, 0, 2);
  scale.decimals = DecimalsFor(finest * scale.factor, most);
  return scale;
}

std::string TimeText(double seconds, const TimeScale& scale) {
  return Format("%.*f", scale.decimals, seconds * scale.factor);
}

std::string PercentText(double share) { return Format("%.0f %%", share * 100); }

std::string StepText(double seconds) {
  if (seconds < 1e-6) return Format("%.0f ns", seconds * 1e9);
  if (seconds < 1e-3) return Format(seconds < 1e-5 ? "%.2g µs" : "%.0f µs", seconds * 1e6);
  return Format("%.2g ms", seconds * 1e3);
}

std::string LeftText(double seconds) {
  if (!(seconds >= 1)) return Phrase<words::kSecondLeft>();
  return Phrase<words::kTimeLeft>("time"_a = seconds < 90 ? Format("%.0f s", seconds)
                                                          : Format("%.0f min", seconds / 60));
}

std::string WhereAndWhen(const RunResult& result) {
  const std::string_view when = result.recorded_at;
  const bool dated = when.size() >= 16;
  return Phrase<words::kWhereAndWhen>(
      "system"_a = result.environment.system, "cores"_a = result.environment.cores,
      "day"_a = dated ? when.substr(0, 10) : when, "time"_a = dated ? when.substr(11, 5) : "");
}

std::string CoresText(double cores, bool measured) {
  return Phrase<words::kCoresOfMachine>("available"_a = measured ? Format("%.1f", cores) : "",
                                        "reported"_a = std::floor(cores));
}

}  // namespace lab::panel
