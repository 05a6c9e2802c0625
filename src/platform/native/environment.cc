#include "platform/environment.h"

#include <sys/utsname.h>

#include <algorithm>
#include <thread>

#include "platform/compiler.h"

namespace lab {

const char* const kProcessKind = "OS processes";

MachineFacts DescribeMachine() {
  utsname system{};
  uname(&system);
  return {.platform = "native",
          .build = "native",
          .system = std::string(system.sysname) + " " + system.release + " " + system.machine,
          .compiler = kCompiler,
          .cores = static_cast<int>(std::max(1u, std::thread::hardware_concurrency())),
          .isolated = true,
          .delays = true,
          .optimised = kOptimised};
}

}  // namespace lab
