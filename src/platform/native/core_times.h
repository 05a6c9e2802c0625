// What Linux counts for cores: /proc/stat, see proc(5).
#pragma once

#include <sched.h>

#include <cstdint>
#include <optional>
#include <string_view>

namespace lab {

// Of the cores of a set together, in ticks of USER_HZ.
struct CoreTimes {
  int cores = 0;       // that are online
  int64_t idle = 0;    // with nothing to do, also while waiting for a disk
  int64_t stolen = 0;  // a virtual machine's host gave them to others
  int rounded = 0;     // how many figures, each rounded down, `idle` is the sum of
};

// `stat` is the content of /proc/stat. Of all cores (also if `allowed` is empty: not known) the
// line of their sum is taken, which is rounded once for all of them. Empty if there are no such
// lines, or no times in them as in some sandboxes.
std::optional<CoreTimes> CoreTimesOf(std::string_view stat, const cpu_set_t& allowed);

}  // namespace lab
