// The one clock of the laboratory: steady, and with the same origin in every thread and process of
// a run, so that stamps taken in different lanes can be compared.
#pragma once

#include <cstdint>
#include <string>

namespace lab {

using Nanoseconds = int64_t;

inline constexpr double kSecond = 1e9;  // in nanoseconds

constexpr double InSeconds(Nanoseconds time) { return static_cast<double>(time) / kSecond; }

// Any thread. Native: CLOCK_MONOTONIC. Web: performance.timeOrigin + performance.now(), as fine as
// the browser lets it be (see MeasureTimerStep).
Nanoseconds Now();

// The smallest step seen between readings, in seconds; takes up to 20 ms of one core where the
// clock is coarse.
double MeasureTimerStep();

// The time of day in UTC as "2026-01-31T12:00:00Z".
std::string UtcNow();

}  // namespace lab
