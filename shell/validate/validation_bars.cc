#include "shell/validate/validation_bars.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "stats/response.h"
#include "words/english/validate.h"

namespace lab {
namespace {

using enum Bar::Kind;

std::vector<double> Ratios(const std::vector<double>& above, const std::vector<double>& below) {
  std::vector<double> ratios;
  for (size_t at = 0; at < std::min(above.size(), below.size()); ++at)
    ratios.push_back(above[at] / below[at]);
  return ratios;
}

class Bars {
 public:
  explicit Bars(const Pairs& pairs) : pairs_(pairs) {}

  void Within(const std::string& name, const std::string& figure, Bar::Kind kind, double allowed,
              const std::string& unit = "") {
    bars_.push_back(
        {.name = name, .kind = kind, .allowed = allowed, .unit = unit, .measured = Of(figure)});
  }
  void InRange(const std::string& name, const std::string& figure, double low, double high,
               const std::string& unit = "") {
    HoldInRange(name, Of(figure), low, high, unit);
  }
  void HoldInRange(const std::string& name, const Pair& measured, double low, double high,
                   const std::string& unit = "") {
    bars_.push_back({.name = name,
                     .kind = kRange,
                     .low = low,
                     .high = high,
                     .unit = unit,
                     .measured = measured});
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

std::string CountName(int bar, int threads) {
  return Phrase<words::kCountBar>("bar"_a = bar, "threads"_a = threads);
}

std::string HandOffsName(int bar, int threads, double interval_ms) {
  return Phrase<words::kHandOffsBar>("bar"_a = bar, "threads"_a = threads,
                                     "interval"_a = interval_ms);
}

std::string ResponseName(int bar, int busy, double interval_ms) {
  return Phrase<words::kResponseBar>("bar"_a = bar, "busy"_a = busy, "interval"_a = interval_ms);
}

std::string PercentileName(int bar, int percent) {
  return Phrase<words::kPercentileBar>("bar"_a = bar, "percent"_a = percent);
}

std::string DownloadsName(int bar, int downloads, int threads) {
  return Phrase<words::kDownloadsBar>("bar"_a = bar, "downloads"_a = downloads,
                                      "threads"_a = threads);
}

void HandOffs(Bars& bars) {
  bars.Within(CountName(1, 2), "count 2", kDifference, 0.05);
  for (const int threads : {4, 8})
    bars.Within(CountName(2, threads), Format("count %d", threads), kDifference, 0.08);
  bars.InRange(Phrase<words::kCpuTimeBar>(), "cpu", 0.97, 1.05);
  bars.Within(HandOffsName(4, 2, 5), "hand-offs 2 5", kRatio, 0.05, "/s");
  bars.Within(HandOffsName(4, 2, 0.5), "hand-offs 2 0.5", kRatio, 0.12, "/s");
  bars.Within(HandOffsName(4, 2, 50), "hand-offs 2 50", kRatio, 0.03, "/s");
  for (const int threads : {4, 8})
    bars.Within(HandOffsName(5, threads, 5), Format("hand-offs %d 5", threads), kRatio, 0.1, "/s");
  bars.InRange(HandOffsName(6, 1, 5), "hand-offs 1 5", 0, 5, "/s");
}

// A thread that waits and responds beside computing ones.
void Convoy(Bars& bars) {
  bars.InRange(ResponseName(7, 1, 5), "late 1 5", 5.05, 5.6, "ms");
  bars.InRange(PercentileName(7, 90), "latest 1 5", 0, 6.5, "ms");
  bars.InRange(ResponseName(8, 1, 0.5), "late 1 0.5", 0.6, 0.95, "ms");
  bars.InRange(ResponseName(8, 1, 50), "late 1 50", 50.1, 51, "ms");
  bars.InRange(ResponseName(9, 0, 5), "late 0 5", 0, 0.3, "ms");
  for (const int busy : {2, 4})
    bars.Within(ResponseName(10, busy, 5), Format("delays %d 5", busy), kDistance, 0.15, "ms");
  bars.InRange(Phrase<words::kEchoesBar>(), "echoes 1", 145, 195, "/s");
  const Pair alone = bars.Of("echoes 0");
  const Pair beside = bars.Of("echoes 1");
  const Pair slowed = {.ours = Ratios(alone.ours, beside.ours),
                       .pythons = Ratios(alone.pythons, beside.pythons)};
  bars.HoldInRange(Phrase<words::kEchoRatioBar>(), slowed, 40, HUGE_VAL, "×");
  bars.InRange(Phrase<words::kBesideCallsBar>(), "delays calls", 15, 40, "ms");
  const Pair calls = bars.Of("delays calls");
  const auto percentile = [&](int percent) {
    const auto of = [&](const std::vector<double>& late) {
      return late.empty() ? late : std::vector<double>{Quantile(late, percent / 100.0)};
    };
    return Pair{.ours = of(calls.ours), .pythons = of(calls.pythons)};
  };
  bars.HoldInRange(PercentileName(12, 10), percentile(10), 5, HUGE_VAL, "ms");
  bars.HoldInRange(PercentileName(12, 90), percentile(90), 38, 60, "ms");
  bars.InRange(Phrase<words::kThreadStartBar>(), "start", 5.0, 5.7, "ms");
}

void DownloadsAndPool(Bars& bars, const std::vector<Bar>& exact) {
  bars.Within(DownloadsName(14, 5, 5), "speedup downloads 5", kRatio, 0.03, "×");
  bars.InRange(DownloadsName(14, 5, 5), "speedup downloads 5", 4.8, 5.05, "×");
  for (const int threads : {2, 4, 8})
    bars.Within(DownloadsName(15, 8, threads), Format("downloads 8 on %d", threads), kRatio, 0.03,
                "×");
  const Pair to_plain = {.ours = Ratios(bars.Of("speedup pool 4").ours, bars.Of("plain").pythons),
                         .pythons = {}};
  bars.HoldInRange(Phrase<words::kPlainBar>(), to_plain, 0.95, HUGE_VAL);
  bars.InRange(Phrase<words::kPoolBar>(), "speedup pool 1", 0.94, 1.005, "×");
  bars.Add(exact);
  bars.InRange(Phrase<words::kOrderBar>(), "in order", 1, 1);
  bars.InRange(Phrase<words::kMakespanBar>(), "makespan", 0, 1.03);
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
