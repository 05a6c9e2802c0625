#include <array>

#include "experiment/model_info.h"
#include "model/catalog.h"
#include "model/process_pool.h"
#include "model/threads.h"
#include "platform/environment.h"

namespace lab {

const std::vector<CatalogEntry>& Catalog() {
  static const std::vector<CatalogEntry> catalog = CatalogOf(
      std::array{
          Present{kSequential, "one thread", MakeSequentialThread},
          Present{"threads-gil", "threads", MakeThreadsGil},
          Present{"threads-free", "threads", MakeThreadsFree},
          Present{"processes", kProcessKind, MakeProcesses},
      },
      "This build does not have it.");
  return catalog;
}

}  // namespace lab
