#include "platform/environment.h"

#include <sys/utsname.h>
#include <unistd.h>

#include <algorithm>

#include "platform/affinity.h"
#include "platform/clock.h"
#include "platform/compiler.h"
#include "platform/native/cores.h"
#include "platform/native/cpu_model.h"
#include "platform/native/cpu_quota.h"
#include "platform/native/read_file.h"
#include "words/english/platform.h"

namespace lab {

std::string ProcessKind() { return Phrase<words::kOsProcesses>(); }

Environment DescribeEnvironment() {
  utsname system{};
  uname(&system);
  const int online = static_cast<int>(std::max(1L, sysconf(_SC_NPROCESSORS_ONLN)));
  const int allowed = CPU_COUNT(&AllowedCores());
  const bool some = allowed > 0 && allowed < online;
  return {.platform = "native",
          .build = "native",
          .system = std::string(system.sysname) + " " + system.release + " " + system.machine,
          .compiler = kCompiler,
          .lab_version = LAB_VERSION,
          .cpu = CpuModelOf(ReadFile("/proc/cpuinfo")),
          .cores = some ? allowed : online,
          .machine_cores = some ? std::optional(online) : std::nullopt,
          .cpu_quota = CpuQuota(),
          .timer_step_s = MeasureTimerStep(),
          .isolated = true,
          .pinning = CanPin(),
          .delays = true,
          .optimised = kOptimised,
          .unknown = {}};
}

}  // namespace lab
