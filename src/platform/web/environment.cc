#include "platform/environment.h"

#include <algorithm>

#include "platform/affinity.h"
#include "platform/clock.h"
#include "platform/compiler.h"
#include "platform/web/build.h"
#include "platform/web/page.h"
#include "words/english/platform.h"

namespace lab {

std::string ProcessKind() { return Phrase<words::kIsolatedWorkers>(); }

Page& ThePage() {
  static Page& page = *new Page;
  return page;
}

Environment DescribeEnvironment() {
  const Page& page = ThePage();
  return {.platform = "web",
          .build = kBuild,
          .system = page.system,
          .compiler = kCompiler,
          .lab_version = LAB_VERSION,
          .cpu = {},
          .cores = std::max(1, page.cores),
          .machine_cores = {},
          .cpu_quota = {},
          .timer_step_s = MeasureTimerStep(),
          .isolated = page.isolated,
          .pinning = CanPin(),
          .delays = page.delays,
          .optimised = kOptimised,
          .unknown = {}};
}

}  // namespace lab
