// Pools of processes.
#include "base/text.h"
#include "code/pattern.h"
#include "code/python_text.h"
#include "code/python_ways.h"
#include "words/english/code.h"

namespace lab {
namespace {

constexpr std::string_view kRunPool = R"(with multiprocessing.Pool(WORKERS$initializer) as pool:
    results = pool.map($function, $items$chunk)
)";

constexpr std::string_view kRunProcessPool =
    R"(with ProcessPoolExecutor(WORKERS$initializer) as pool:
    results = list(pool.map($function, $items$chunk))  # list() waits
)";

constexpr std::string_view kBegin = R"(def begin(shared):
    """Every process runs this first; it shares nothing but what it is given."""
    global lock
    lock = shared
)";

constexpr Lessons kLessons = {
    .computes =
        R"(Each process has its own interpreter and its own GIL, so they compute in parallel, on
as many cores as are available.
)",
    .waits = R"(Waits overlap in processes as in threads, but processes take longer to start.
)",
    .both =
        R"(Each process has its own interpreter and its own GIL: while some wait, others compute in
parallel, on as many cores as are available.
)"};

PythonWay Pool(std::string_view run, const Experiment& experiment, const PythonTask& task,
               std::string_view chunk) {
  std::vector<NamedPart> parts = PartsOf(task);
  parts.emplace_back("chunk", experiment.chunk > 0 ? ", chunksize=CHUNK" : chunk);
  parts.emplace_back("initializer", task.serial ? ", initializer=begin, initargs=(lock,)" : "");
  PythonWay way;
  const std::string number = Format("%d", experiment.workers);
  way.how = Filled(experiment.workers == 1 ? R"(in $number process)" : R"(in $number processes)",
                   {{"number", number}});
  way.lesson = LessonFor(task.work, kLessons);
  way.constants = PythonProcesses("WORKERS", experiment.workers);
  if (experiment.chunk > 0)
    way.constants +=
        PythonConstant("CHUNK", PythonWhole(experiment.chunk), "tasks per message to a process");
  way.run = Filled(run, parts);
  way.label = "Processes";
  way.starts_processes = true;
  if (!task.serial) return way;
  way.imports = {"import multiprocessing"};
  way.initializer = kBegin;
  way.setup = "lock = multiprocessing.Lock()\n";
  return way;
}

}  // namespace

PythonWay ProcessPool(const Experiment& experiment, const PythonTask& task) {
  PythonWay way = Pool(kRunPool, experiment, task, "");
  way.name = "multiprocessing.Pool";
  way.about = Phrase<words::kCodeProcessPool>();
  way.imports.emplace_back("import multiprocessing");
  return way;
}

// By itself the executor would send the tasks one by one, and not by the rule of Pool.map.
PythonWay ProcessExecutor(const Experiment& experiment, const PythonTask& task) {
  const bool many = experiment.chunk == 0 && experiment.tasks > 4 * experiment.workers;
  PythonWay way = Pool(kRunProcessPool, experiment, task, many ? ", chunksize=chunk" : "");
  way.name = "concurrent.futures";
  way.about = Phrase<words::kCodeProcessExecutor>();
  way.imports.emplace_back("from concurrent.futures import ProcessPoolExecutor");
  if (!many) return way;
  way.imports.emplace_back("import math");
  way.setup +=
      Filled(R"(chunk = math.ceil($length / (4 * WORKERS))  # tasks per message, as Pool.map chooses
)",
             PartsOf(task));
  return way;
}

}  // namespace lab
