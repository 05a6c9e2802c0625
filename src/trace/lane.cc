#include "trace/lane.h"

namespace lab {

double WarmStartup(const std::vector<Lane>& lanes, Nanoseconds asked) {
  Nanoseconds last = asked;
  for (const Lane& lane : lanes) {
    if (!lane.tasks().empty()) last = std::max(last, lane.first_begin());
  }
  return static_cast<double>(last - asked) / kSecond;
}

double Makespan(const std::vector<Lane>& lanes) {
  Nanoseconds first = std::numeric_limits<Nanoseconds>::max();
  Nanoseconds last = std::numeric_limits<Nanoseconds>::min();
  for (const Lane& lane : lanes) {
    first = std::min(first, lane.first_begin());
    last = std::max(last, lane.last_end());
  }
  return last < first ? 0 : static_cast<double>(last - first) / kSecond;
}

}  // namespace lab
