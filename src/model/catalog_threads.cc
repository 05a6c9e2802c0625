#include <array>

#include "experiment/model_info.h"
#include "model/catalog.h"
#include "model/process_pool.h"
#include "model/threads.h"
#include "platform/environment.h"
#include "words/english/model.h"
#include "words/english/models.h"

namespace lab {

const std::vector<CatalogEntry>& Catalog() {
  static const std::vector<CatalogEntry> catalog = CatalogOf(
      std::array{
          Present{kSequential, Phrase<words::kOneThread>(), MakeSequentialThread},
          Present{"threads-gil", Phrase(words::kThreads), MakeThreadsGil},
          Present{"threads-free", Phrase(words::kThreads), MakeThreadsFree},
          Present{"processes", ProcessKind(), MakeProcesses},
      },
      Phrase<words::kModelNotInBuild>());
  return catalog;
}

}  // namespace lab
