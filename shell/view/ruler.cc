#include "shell/view/ruler.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "shell/view/scaling_chart.h"

namespace lab::panel {
namespace {

constexpr float kOutside = 64;  // pixels
// Where so many steps fall into so many columns, those are drawn as one: single pixels would only
// flicker.
constexpr size_t kCrowd = 4;
constexpr float kCoarse = 3;

TimeWindow Within(TimeWindow window, const TimeWindow& all) {
  const double length = std::min(window.length(), all.length());
  window.from = std::clamp(window.from, all.from, all.to - length);
  window.to = window.from + length;
  return window;
}

struct Unit {
  const char* name;
  double nanoseconds;
};

// The one in which the farthest instant has a whole part.
Unit UnitFor(const TimeWindow& window) {
  const double farthest = std::max(std::fabs(window.from), std::fabs(window.to));
  if (farthest >= 2e9) return {"s", 1e9};
  if (farthest >= 2e6) return {"ms", 1e6};
  return {"µs", 1e3};
}

}  // namespace

TimeWindow Zoomed(const TimeWindow& shown, const TimeWindow& all, double around, double factor) {
  const double longest = std::max(all.length(), 1.0);
  const double length =
      std::clamp(shown.length() * factor, std::min(kShortestWindow, longest), longest);
  const double share = (around - shown.from) / shown.length();
  const double from = around - share * length;
  return Within({from, from + length}, all);
}

TimeWindow Panned(const TimeWindow& shown, const TimeWindow& all, double by) {
  return Within({shown.from + by, shown.to + by}, all);
}

float Ruler::XAt(double instant) const {
  const double x = static_cast<double>(left) + (instant - window.from) / PerPixel();
  return static_cast<float>(
      std::clamp(x, static_cast<double>(left - kOutside), static_cast<double>(right + kOutside)));
}

std::vector<PixelRun> PixelRuns(const StepLine& line, const Ruler& ruler, float column) {
  std::vector<PixelRun> runs;
  if (line.empty() || ruler.right <= ruler.left) return runs;
  const auto instant = [&](float x) {
    return static_cast<Nanoseconds>(std::llround(ruler.TimeAt(x)));
  };
  float x = std::max(ruler.left, std::round(ruler.XAt(static_cast<double>(line.first()))));
  const float right =
      std::min(ruler.right, std::round(ruler.XAt(static_cast<double>(line.last()))));
  Nanoseconds at = std::max(line.first(), instant(x));
  size_t step = line.At(at);
  while (x < right) {
    const float end = std::min(right, std::round(ruler.XAt(static_cast<double>(line.end(step)))));
    const float after = std::min(right, x + column);
    if (end - x >= 2 * column || (end >= right && after >= right)) {
      runs.push_back({.left = x, .right = end, .from = at, .to = line.end(step), .step = step});
      x = end;
      at = line.end(step);
      ++step;
    } else {
      const float coarse = std::min(right, x + kCoarse * column);
      size_t next = line.At(instant(coarse));
      const bool crowded = next >= step + kCrowd;
      const float until = crowded ? coarse : after;
      const Nanoseconds to = std::max(at, instant(until));
      if (!crowded) next = line.At(to);
      runs.push_back(
          {.left = x, .right = until, .from = at, .to = to, .step = step, .mixed = true});
      x = until;
      at = to;
      step = next;
    }
    if (step >= line.size()) break;
  }
  return runs;
}

std::vector<TimeTick> TimeTicks(const TimeWindow& window, int most) {
  const Unit unit = UnitFor(window);
  const std::vector<double> places =
      AxisTicks(window.from / unit.nanoseconds, window.to / unit.nanoseconds, most);
  const double step = places.size() > 1 ? places[1] - places[0] : 1;
  const int decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-6)));
  std::vector<TimeTick> ticks;
  for (const double place : places) {
    const bool zero = std::fabs(place) < step / 2;
    const char* sign = place < 0 && !zero ? "\u2212" : "";
    ticks.push_back(
        {.at = place * unit.nanoseconds,
         .label = Format("%s%.*f %s", sign, decimals, zero ? 0.0 : std::fabs(place), unit.name)});
  }
  return ticks;
}

}  // namespace lab::panel
