#include "platform/environment.h"

#include <algorithm>

#include "platform/compiler.h"
#include "platform/web/build.h"
#include "platform/web/page_facts.h"
#include "words/english/platform.h"

namespace lab {

std::string ProcessKind() { return Phrase<words::kIsolatedWorkers>(); }

PageFacts& ThePageFacts() {
  static PageFacts& facts = *new PageFacts;
  return facts;
}

MachineFacts DescribeMachine() {
  const PageFacts& facts = ThePageFacts();
  return {.platform = "web",
          .build = kBuild,
          .system = facts.system,
          .compiler = kCompiler,
          .cpu = {},
          .cores = std::max(1, facts.cores),
          .machine_cores = {},
          .cpu_quota = {},
          .isolated = facts.isolated,
          .delays = facts.delays,
          .optimised = kOptimised};
}

}  // namespace lab
