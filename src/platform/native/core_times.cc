#include "platform/native/core_times.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

namespace lab {
namespace {

// One line: "cpu" and the number of a core, or nothing for the sum of all; then times.
struct Line {
  std::optional<int> core{};
  int64_t idle = 0;
  int64_t stolen = 0;
};

// Takes the number at the beginning off `text`; empty if there is none.
template <typename Number>
std::optional<Number> TakeNumber(std::string_view& text) {
  Number number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault != std::errc()) return std::nullopt;
  text.remove_prefix(static_cast<size_t>(end - text.data()));
  return number;
}

std::optional<Line> LineOf(std::string_view text) {
  if (!text.starts_with("cpu")) return std::nullopt;
  text.remove_prefix(3);
  Line line = {.core = TakeNumber<int>(text)};
  std::array<int64_t, 8> times{};  // user nice system idle iowait irq softirq steal
  for (int64_t& time : times) {
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    const std::optional<int64_t> number = TakeNumber<int64_t>(text);
    if (!number) return std::nullopt;
    time = *number;
  }
  line.idle = times[3] + times[4];
  line.stolen = times[7];
  return line;
}

constexpr int kRounded = 2;  // idle and iowait

}  // namespace

std::optional<CoreTimes> CoreTimesOf(std::string_view stat, const cpu_set_t& allowed) {
  const bool any = CPU_COUNT(&allowed) == 0;
  CoreTimes sum;
  CoreTimes chosen;
  int online = 0;
  while (const std::optional<Line> line = LineOf(stat)) {
    stat.remove_prefix(std::min(stat.find('\n'), stat.size() - 1) + 1);
    if (!line->core) {
      sum = {.idle = line->idle, .stolen = line->stolen, .rounded = kRounded};
      continue;
    }
    ++online;
    if (!any && (*line->core >= CPU_SETSIZE || !CPU_ISSET(*line->core, &allowed))) continue;
    ++chosen.cores;
    chosen.idle += line->idle;
    chosen.stolen += line->stolen;
    chosen.rounded += kRounded;
  }
  if (chosen.cores == online) {
    sum.cores = online;
    chosen = sum;
  }
  if (chosen.cores == 0 || chosen.idle == 0) return std::nullopt;
  return chosen;
}

}  // namespace lab
