// Busy is what is not idle: the kernel stamps the instants at which a core begins and ceases to be
// idle, whereas the other counts of /proc/stat are samples, one a tick, which programs that run for
// less may escape. Only as text are idle times rounded down, to hundredths of a second.
// /proc/schedstat has nanoseconds, but counts a program when it leaves its core, which one that has
// a core to itself hardly ever does; and not every kernel has it.
#include "platform/load.h"

#include <unistd.h>

#include <cmath>

#include "platform/clock.h"
#include "platform/native/core_times.h"
#include "platform/native/cores.h"
#include "platform/native/own_time.h"
#include "platform/native/read_file.h"

namespace lab {

std::optional<LoadReading> ReadLoad() {
  static const double tick_s = 1.0 / static_cast<double>(sysconf(_SC_CLK_TCK));
  const double wall_s = InSeconds(Now());
  const std::optional<CoreTimes> cores = CoreTimesOf(ReadFile("/proc/stat"), AllowedCores());
  if (!cores) return std::nullopt;
  const OwnTime own = ReadOwnTime();
  return LoadReading{.wall_s = wall_s,
                     .cores = cores->cores,
                     .idle_s = static_cast<double>(cores->idle) * tick_s,
                     .stolen_s = static_cast<double>(cores->stolen) * tick_s,
                     .own_s = own.seconds,
                     // Of a figure that is rounded down: the whole of a tick is equally likely.
                     .rounding_s = tick_s * std::sqrt((cores->rounded + own.rounded) / 12.0)};
}

}  // namespace lab
