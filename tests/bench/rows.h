// What a benchmark found out: one line of its table, and how it is judged.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace lab::bench {

// Samples of all ways are taken in turns: the first of each belong together, and so on. Smaller is
// better.
struct Row {
  std::string part;                     // "kernels"
  std::string what;                     // "count, 2 tasks"
  std::string unit;                     // "ms"
  std::string ours_name;                // "threads-free"
  std::vector<double> ours;             // samples
  std::map<std::string, std::vector<double>> others;
  double target = 0;                    // of the ratio or the figure; 0: none
  enum class Target { kNone, kRatioAtLeast, kFigureAtMost } kind = Target::kNone;
};

// {"part", "what", "unit", "ours_name", "ours_samples", "others": {name: samples}} and, if there is
// one, "target": {"ratio_at_least"} or {"at_most"}. Throws nlohmann's exceptions.
Row RowFrom(const nlohmann::json& json);

// The row with medians, how many times slower than ours each other is, with its interval, the least
// of these as "best", and a verdict: "met", "not met", or "within the noise" when the target lies
// in the interval. The best of several rivals is also the luckiest of them.
nlohmann::json Judged(const Row& row);

}  // namespace lab::bench
