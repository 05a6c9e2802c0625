#include "code/python_size.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "code/pattern.h"
#include "code/python_text.h"

namespace lab {
namespace {

constexpr std::string_view kMeasuredSize =
    R"(# Find how many iterations take this Python $time seconds, by the fastest try.
seconds = min(timeit.repeat(lambda: $probe, number=1, repeat=20))
SIZE = round(PROBE / seconds * $time)
print(f"Size: {SIZE:,} iterations, which take {$time:.3g} s on their own")
)";

// How long a script may take in all before its tasks are made smaller, and how long it takes then.
constexpr double kLongestS = 60;
constexpr double kShortenedS = 20;

std::string LongTime(double seconds) {
  const double minutes = std::round(seconds / 60);
  const double hours = std::round(seconds / 3600);
  if (minutes < 2) return R"(a minute)";
  if (minutes < 120) return Filled(R"($number minutes)", {{"number", Grouped(minutes)}});
  if (hours < 48) return Filled(R"($number hours)", {{"number", Grouped(hours)}});
  return Filled(R"($number days)", {{"number", Grouped(std::round(seconds / 86'400))}});
}

// One digit and zeros, as a person would choose it.
int64_t Rounded(double size) {
  const double unit = std::pow(10, std::floor(std::log10(std::max(size, 1.0))));
  return std::max<int64_t>(1, static_cast<int64_t>(std::floor(size / unit) * unit));
}

}  // namespace

PythonSize PythonSizeOf(const Experiment& experiment, double iteration_s) {
  const double twice_s = 2.0 * experiment.tasks * iteration_s;
  const double whole_s = twice_s * static_cast<double>(experiment.size);
  if (whole_s < kLongestS) return {.iterations = experiment.size, .comment = {}};
  return {.iterations = Rounded(kShortenedS / twice_s),
          .comment = Filled(R"(the lab's $size would take Python $time)",
                            {{"size", Grouped(static_cast<double>(experiment.size))},
                             {"time", LongTime(whole_s)}})};
}

std::string MeasuredSize(std::string_view probe, std::string_view seconds) {
  return Filled(kMeasuredSize, {{"probe", probe}, {"time", seconds}});
}

std::string ProbeConstant() {
  return PythonConstant("PROBE", PythonWhole(200'000),
                        "iterations that tell how fast this Python is");
}

}  // namespace lab
