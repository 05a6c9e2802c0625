#include <cstdio>

#include "shell/cli/commands.h"

namespace lab {

int Open(const WindowCommand&) {
  std::fputs("speedup-lab: this build has no window; build the preset \"native\" (./lab native).\n", stderr);
  return kUsage;
}

}  // namespace lab
