// The figures of a model in words, the same in every report, table and view. What noise, the clock
// or others hide is said to be unknown, and never shown as if it had been measured. Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "messages/result.h"
#include "words/english/report.h"

namespace lab {

inline constexpr const char* kNotKnown = "–";

// Why its figures allow no conclusion, in a word or two: "noisy", "too short"; empty if they do.
std::string DoubtOf(const ModelResult& model);

// A median: "0.52 s"; unknown if it is too short for the clock. Of responses: how late, at least as
// the clock tells: "< 33.3 ms".
std::string MedianText(const ModelResult& model, double timer_step_s);
std::string LateText(double delay_s, double timer_step_s);
// The spread of its repetitions, which is no less than a step of the clock.
std::string MadText(const ModelResult& model, double timer_step_s);

// "1.93×", or its doubt; and its interval, if there is one that says something.
std::string SpeedupText(const ModelResult& model);
std::string SpeedupIntervalText(const ModelResult& model);
// How many times as late as alone its responses came: "38×", "1×" for alone itself, or its doubt.
std::string AsLate(const ModelResult& model);

// "96 %". Of the sequential model it is unknown where the others, all of them in `beside`, were too
// short to compare it with.
std::string EfficiencyText(const ModelResult& model, std::span<const ModelResult> beside = {});
// Why it is unknown although something was concluded, as a sentence; empty otherwise.
std::string EfficiencyDoubt(const ModelResult& model, const Experiment& experiment);
// What it is, of tasks that compute.
inline constexpr std::string_view kEfficiencyMeans = TextOf<words::kEfficiencyMeans>();
// The same as a sentence, of any.
std::string EfficiencyMeaning(const Experiment& experiment);

}  // namespace lab
