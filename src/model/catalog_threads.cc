#include "experiment/model_info.h"
#include "model/catalog.h"
#include "model/process_pool.h"
#include "model/threads.h"
#include "platform/environment.h"

namespace lab {
namespace {

std::unique_ptr<Model> MakeProcesses(EventLoop& loop, const ModelOptions& options) {
  return std::make_unique<ProcessPool>(loop, options);
}

}  // namespace

const std::vector<CatalogEntry>& Catalog() {
  static const std::vector<CatalogEntry> catalog = {
      {.name = std::string(kSequential), .workers = "one thread", .absent = "", .make = MakeSequentialThread},
      {.name = "threads-gil", .workers = "threads", .absent = "", .make = MakeThreadsGil},
      {.name = "threads-free", .workers = "threads", .absent = "", .make = MakeThreadsFree},
      {.name = "processes", .workers = kProcessKind, .absent = "", .make = MakeProcesses},
  };
  return catalog;
}

}  // namespace lab
