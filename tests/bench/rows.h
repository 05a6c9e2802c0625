// What a benchmark found out: one line of its table.
#pragma once

#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace lab::bench {

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

// The fastest of the others over ours, of the medians: above 1 ours is faster; 0 without others.
double RatioToBest(const Row& row);

nlohmann::json ToJson(const Row& row);

}  // namespace lab::bench
