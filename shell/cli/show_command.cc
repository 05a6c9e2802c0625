#include <cstdio>

#include "engine/codec.h"
#include "engine/engine.h"
#include "experiment/model_names.h"
#include "shell/cli/commands.h"

namespace lab {

int Show(const ModelsCommand&) {
  for (const CatalogEntry& entry : Catalog()) {
    const ModelName* name = FindModelName(entry.name);
    const bool here = entry.make != nullptr;
    std::printf("%-13s %-12s %s\n", entry.name.c_str(), here ? entry.workers.c_str() : "unavailable",
                here ? name->meaning.data() : entry.absent.c_str());
  }
  return kDone;
}

int Show(const EnvironmentCommand&) {
  std::fputs(EncodeEnvironment(DescribeEnvironment()).c_str(), stdout);
  return kDone;
}

}  // namespace lab
