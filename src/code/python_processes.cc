// Pools of processes.
#include "base/text.h"
#include "code/pattern.h"
#include "code/python_text.h"
#include "code/python_ways.h"

namespace lab {
namespace {

constexpr std::string_view kRunPool = R"(with multiprocessing.Pool(WORKERS$initializer) as pool:
    results = pool.map($function, $items$chunk)
)";

constexpr std::string_view kRunProcessPool = R"(with ProcessPoolExecutor(WORKERS$initializer) as pool:
    results = list(pool.map($function, $items$chunk))  # list() waits
)";

constexpr std::string_view kBegin = R"(def begin(shared):
    """Every process runs this first: it shares nothing but what it is given."""
    global lock
    lock = shared
)";

constexpr Lessons kLessons = {
    .computes = "Each process has an interpreter and a GIL of its own, so they compute at the same\ntime, on as many cores as are free.\n",
    .waits = "Processes overlap their waits as threads do, but take longer to start.\n",
    .both = "Each process has an interpreter and a GIL of its own: while some wait others compute,\nas many at the same time as cores are free.\n"};

PythonWay Pool(std::string_view run, const Experiment& experiment, const PythonTask& task, std::string_view chunk) {
  std::vector<NamedPart> parts = PartsOf(task);
  parts.emplace_back("chunk", experiment.chunk > 0 ? ", chunksize=CHUNK" : chunk);
  parts.emplace_back("initializer", task.serial ? ", initializer=begin, initargs=(lock,)" : "");
  PythonWay way;
  way.how = Format("in %d %s", experiment.workers, experiment.workers == 1 ? "process" : "processes");
  way.lesson = LessonFor(task.work, kLessons);
  way.constants = PythonProcesses("WORKERS", experiment.workers);
  if (experiment.chunk > 0) way.constants += PythonConstant("CHUNK", PythonWhole(experiment.chunk), "tasks in one message to a process");
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
  way.about = "A pool of processes that take the tasks, as in the tutorial.";
  way.imports.emplace_back("import multiprocessing");
  return way;
}

// By itself the executor would send the tasks one by one, and not by the rule of Pool.map.
PythonWay ProcessExecutor(const Experiment& experiment, const PythonTask& task) {
  const bool many = experiment.chunk == 0 && experiment.tasks > 4 * experiment.workers;
  PythonWay way = Pool(kRunProcessPool, experiment, task, many ? ", chunksize=chunk" : "");
  way.name = "concurrent.futures";
  way.about = "The same with the interface that thread pools have: ProcessPoolExecutor.";
  way.imports.emplace_back("from concurrent.futures import ProcessPoolExecutor");
  if (!many) return way;
  way.imports.emplace_back("import math");
  way.setup += "chunk = math.ceil(" + task.length + " / (4 * WORKERS))  # tasks in a message: Pool.map's rule\n";
  return way;
}

}  // namespace lab
