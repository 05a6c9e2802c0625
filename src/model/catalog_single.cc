#include "experiment/model_info.h"
#include "model/catalog.h"
#include "model/process_pool.h"
#include "platform/environment.h"

namespace lab {
namespace {

constexpr const char* kNoThreads = "Threads need shared memory, which this page does not get here.";

std::unique_ptr<Model> MakeProcesses(EventLoop& loop, const ModelOptions& options) {
  return std::make_unique<ProcessPool>(loop, options);
}

// Without threads the baseline runs in an isolated worker: the engine's own thread never computes.
std::unique_ptr<Model> MakeSequentialProcess(EventLoop& loop, const ModelOptions& options) {
  ModelOptions alone = options;
  alone.workers = 1;
  return std::make_unique<ProcessPool>(loop, alone);
}

}  // namespace

const std::vector<CatalogEntry>& Catalog() {
  static const std::vector<CatalogEntry> catalog = {
      {.name = std::string(kSequential), .workers = "one isolated worker", .absent = "", .make = MakeSequentialProcess},
      {.name = "threads-gil", .workers = "threads", .absent = kNoThreads},
      {.name = "threads-free", .workers = "threads", .absent = kNoThreads},
      {.name = "processes", .workers = kProcessKind, .absent = "", .make = MakeProcesses},
  };
  return catalog;
}

}  // namespace lab
