#include <array>

#include "experiment/model_info.h"
#include "model/catalog.h"
#include "model/process_pool.h"
#include "platform/environment.h"

namespace lab {

const std::vector<CatalogEntry>& Catalog() {
  static const std::vector<CatalogEntry> catalog = CatalogOf(
      std::array{
          // Without threads the baseline runs in an isolated worker: the engine's own thread never computes.
          Present{kSequential, "one isolated worker", MakeSequentialProcess},
          Present{"processes", kProcessKind, MakeProcesses},
      },
      "Threads need shared memory, which this page does not get here.");
  return catalog;
}

}  // namespace lab
