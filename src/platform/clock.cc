#include "platform/clock.h"

#include <algorithm>
#include <ctime>

namespace lab {

double MeasureTimerStep() {
  constexpr int kSteps = 20;
  constexpr Nanoseconds kLimit = 20'000'000;
  const Nanoseconds begin = Now();
  Nanoseconds smallest = kLimit;
  Nanoseconds last = begin;
  for (int steps = 0; steps < kSteps && last - begin < kLimit;) {
    const Nanoseconds now = Now();
    if (now == last) continue;
    smallest = std::min(smallest, now - last);
    last = now;
    ++steps;
  }
  return static_cast<double>(smallest) / kSecond;
}

std::string UtcNow() {
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

}  // namespace lab
