#include <array>

#include "experiment/model_info.h"
#include "model/catalog.h"
#include "model/process_pool.h"
#include "platform/environment.h"
#include "words/english/model.h"

namespace lab {

const std::vector<CatalogEntry>& Catalog() {
  static const std::vector<CatalogEntry> catalog = CatalogOf(
      std::array{
          // Without threads the baseline runs in an isolated worker: the engine's own thread never
          // computes.
          Present{kSequential, Phrase<words::kOneIsolatedWorker>(), MakeSequentialProcess},
          Present{"processes", ProcessKind(), MakeProcesses},
      },
      Phrase<words::kNoSharedMemory>());
  return catalog;
}

}  // namespace lab
