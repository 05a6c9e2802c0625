#include "shell/cli/commands.h"
#include "shell/cli/output.h"
#include "words/english/cli.h"

namespace lab {

int Open(const WindowCommand&) {
  Say(Phrase<words::kNoWindow>());
  return kUsage;
}

}  // namespace lab
