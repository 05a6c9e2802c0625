#include "shell/validate/validation_bars.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "stats/response.h"

namespace lab {
namespace {

using enum Bar::Kind;

std::vector<double> Ratios(const std::vector<double>& above, const std::vector<double>& below) {
  std::vector<double> ratios;
  for (size_t at = 0; at < std::min(above.size(), below.size()); ++at) ratios.push_back(above[at] / below[at]);
  return ratios;
}

class Bars {
 public:
  explicit Bars(const Pairs& pairs) : pairs_(pairs) {}

  void Within(const std::string& name, const std::string& figure, Bar::Kind kind, double allowed, const std::string& unit = "") {
    bars_.push_back({.name = name, .kind = kind, .allowed = allowed, .unit = unit, .measured = Of(figure)});
  }
  void InRange(const std::string& name, const std::string& figure, double low, double high, const std::string& unit = "") {
    HoldInRange(name, Of(figure), low, high, unit);
  }
  void HoldInRange(const std::string& name, const Pair& measured, double low, double high, const std::string& unit = "") {
    bars_.push_back({.name = name, .kind = kRange, .low = low, .high = high, .unit = unit, .measured = measured});
  }
  void Add(const std::vector<Bar>& bars) { bars_.insert(bars_.end(), bars.begin(), bars.end()); }

  Pair Of(const std::string& figure) const {
    const auto found = pairs_.find(figure);
    return found == pairs_.end() ? Pair() : found->second;
  }
  std::vector<Bar> Take() { return std::move(bars_); }

 private:
  const Pairs& pairs_;
  std::vector<Bar> bars_;
};

void HandOffs(Bars& bars) {
  bars.Within("1 count, 2 threads / sequential", "count 2", kDifference, 0.05);
  for (const int threads : {4, 8}) bars.Within(Format("2 count, %d threads / sequential", threads), Format("count %d", threads), kDifference, 0.08);
  bars.InRange("3 CPU time / time, 2 threads", "cpu", 0.97, 1.05);
  bars.Within("4 hand-offs, 2 threads, 5 ms", "hand-offs 2 5", kRatio, 0.05, "/s");
  bars.Within("4 hand-offs, 2 threads, 0.5 ms", "hand-offs 2 0.5", kRatio, 0.12, "/s");
  bars.Within("4 hand-offs, 2 threads, 50 ms", "hand-offs 2 50", kRatio, 0.03, "/s");
  for (const int threads : {4, 8}) bars.Within(Format("5 hand-offs, %d threads, 5 ms", threads), Format("hand-offs %d 5", threads), kRatio, 0.1, "/s");
  bars.InRange("6 hand-offs, 1 thread", "hand-offs 1 5", 0, 5, "/s");
}

// A thread that waits and answers beside computing ones.
void Convoy(Bars& bars) {
  bars.InRange("7 late beside 1 busy, 5 ms", "late 1 5", 5.05, 5.6, "ms");
  bars.InRange("7 the same, 90 % within", "latest 1 5", 0, 6.5, "ms");
  bars.InRange("8 late beside 1 busy, 0.5 ms", "late 1 0.5", 0.6, 0.95, "ms");
  bars.InRange("8 late beside 1 busy, 50 ms", "late 1 50", 50.1, 51, "ms");
  bars.InRange("9 late beside nobody", "late 0 5", 0, 0.3, "ms");
  for (const int busy : {2, 4}) bars.Within(Format("10 late beside %d busy, 5 ms", busy), Format("delays %d 5", busy), kDistance, 0.15, "ms");
  bars.InRange("11 echoes beside 1 busy", "echoes 1", 145, 195, "/s");
  const Pair alone = bars.Of("echoes 0");
  const Pair beside = bars.Of("echoes 1");
  bars.HoldInRange("11 echoes alone / beside 1 busy", {.ours = Ratios(alone.ours, beside.ours), .pythons = Ratios(alone.pythons, beside.pythons)}, 40, HUGE_VAL, "×");
  bars.InRange("12 late beside calls of 46 ms", "delays by calls", 15, 40, "ms");
  const Pair calls = bars.Of("delays by calls");
  const auto quantile = [&](double share) {
    const auto of = [&](const std::vector<double>& late) { return late.empty() ? late : std::vector<double>{Quantile(late, share)}; };
    return Pair{.ours = of(calls.ours), .pythons = of(calls.pythons)};
  };
  bars.HoldInRange("12 the same, 10 % within", quantile(0.1), 5, HUGE_VAL, "ms");
  bars.HoldInRange("12 the same, 90 % within", quantile(0.9), 38, 60, "ms");
  bars.InRange("13 start of a computing thread", "start", 5.0, 5.7, "ms");
}

void DownloadsAndPool(Bars& bars, const std::vector<Bar>& exact) {
  bars.Within("14 5 downloads, 5 threads", "speedup downloads 5", kRatio, 0.03, "×");
  bars.InRange("14 5 downloads, 5 threads", "speedup downloads 5", 4.8, 5.05, "×");
  for (const int threads : {2, 4, 8}) bars.Within(Format("15 8 downloads, pool of %d", threads), Format("downloads 8 on %d", threads), kRatio, 0.03, "×");
  bars.HoldInRange("18 pool of 4 / two plain processes", {.ours = Ratios(bars.Of("speedup pool 4").ours, bars.Of("plain").pythons), .pythons = {}}, 0.95, HUGE_VAL);
  bars.InRange("20 pool of 1", "speedup pool 1", 0.94, 1.005, "×");
  bars.Add(exact);
  bars.InRange("21 results in the tasks' order", "in order", 1, 1);
  bars.InRange("22 long task first: time / bound", "makespan", 0, 1.03);
}

}  // namespace

std::vector<Bar> BarsOf(const Pairs& pairs, const std::vector<Bar>& exact, bool gil) {
  Bars bars(pairs);
  if (gil) {
    HandOffs(bars);
    Convoy(bars);
  }
  DownloadsAndPool(bars, exact);
  return bars.Take();
}

}  // namespace lab
