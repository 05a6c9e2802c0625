#include "base/text.h"
#include "experiment/model_info.h"
#include "messages/codec.h"
#include "messages/schema.h"
#include "model/catalog.h"
#include "platform/environment.h"
#include "shell/cli/commands.h"
#include "shell/cli/output.h"
#include "words/english/cli.h"

namespace lab {

int Show(const ModelsCommand&) {
  std::string text;
  for (const CatalogEntry& entry : Catalog()) {
    const bool here = entry.make != nullptr;
    text += Format("%-13s %-12s %s\n", entry.name.c_str(),
                   here ? entry.workers.c_str() : Phrase<words::kUnavailable>().c_str(),
                   here ? MeaningOf(entry.name).c_str() : entry.absent.c_str());
  }
  return Print(text) ? kDone : kRunFailed;
}

int Show(const EnvironmentCommand&) {
  return Write("-", EncodeEnvironment(DescribeEnvironment())) ? kDone : kRunFailed;
}

int Show(const SchemaCommand&) { return Write("-", SchemaText()) ? kDone : kRunFailed; }

}  // namespace lab
