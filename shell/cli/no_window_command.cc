#include "shell/cli/commands.h"
#include "shell/cli/output.h"

namespace lab {

int Open(const WindowCommand&) {
  Say("this build has no window; build the preset \"native\" (./lab native).");
  return kUsage;
}

}  // namespace lab
