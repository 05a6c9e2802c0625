// Threads: by hand and in a pool, with the GIL and without it.
#include <algorithm>

#include "base/text.h"
#include "code/pattern.h"
#include "code/python_gil.h"
#include "code/python_text.h"
#include "code/python_ways.h"
#include "words/english/code.h"

namespace lab {
namespace {

// A thread for each task, as in the tutorial.
constexpr std::string_view kThreadEach =
    R"(# A thread cannot return anything, so it leaves its result here.
results = [None] * $length


def work(index, $item):
    results[index] = $function($item)
)";

constexpr std::string_view kRunThreadEach = R"(threads = []
for index, $item in enumerate($items):
    # work, not work(): the new thread calls it, with these arguments.
    thread = threading.Thread(target=work, args=(index, $item))
    thread.start()
    threads.append(thread)
for thread in threads:
    thread.join()  # wait for it to end
)";

// Fewer threads than tasks: each takes the next one when it has done one.
constexpr std::string_view kThreadQueue =
    R"(# A thread cannot return anything, so it leaves its result here.
results = [None] * $length
todo = queue.SimpleQueue()


def work():
    """Take one task after another until none is left."""
    while True:
        try:
            index, $item = todo.get_nowait()
        except queue.Empty:
            return
        results[index] = $function($item)
)";

constexpr std::string_view kRunThreadQueue = R"(for task in enumerate($items):
    todo.put(task)
threads = [threading.Thread(target=work) for _ in range(WORKERS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()  # wait for it to end
)";

constexpr std::string_view kRunThreadPool = R"(with ThreadPoolExecutor(WORKERS) as pool:
    results = list(pool.map($function, $items))  # list() waits
)";

constexpr Lessons kUnderGil = {
    .computes =
        R"(The GIL lets only one thread at a time run Python code: the threads take turns, and
together they are no faster than one.
)",
    .waits = R"(A thread that waits for a response has released the GIL, so others can go on: the
waits overlap.
)",
    .both =
        R"(While one thread waits (time.sleep releases the GIL), another can compute, but only one
at a time: the more there is to compute, the less threads gain.
)"};

constexpr Lessons kWithoutGil = {
    .computes =
        R"(Without a GIL threads compute in parallel, on as many cores as are available. This
needs a free-threaded Python: run it with python3.13t.
)",
    .waits = R"(Waits overlap with or without a GIL. To see it without one, run this with a
free-threaded Python: python3.13t.
)",
    .both = R"(While some threads wait, others can compute, without a GIL even in parallel. This
needs a free-threaded Python: run it with python3.13t.
)"};

std::string InThreads(int threads) {
  const std::string number = Format("%d", threads);
  return Filled(threads == 1 ? R"(in $number thread)" : R"(in $number threads)",
                {{"number", number}});
}

PythonWay Threading(const Experiment& experiment, const PythonTask& task) {
  const bool each = experiment.tasks <= experiment.workers;
  PythonWay way = {.name = "threading", .about = Phrase<words::kCodeThreading>()};
  way.imports = {"import threading"};
  if (!each) way.imports.emplace_back("import queue");
  if (!each) way.constants = WorkersConstant(experiment);
  way.functions = Filled(each ? kThreadEach : kThreadQueue, PartsOf(task));
  way.how = InThreads(std::min(experiment.tasks, experiment.workers));
  way.run = Filled(each ? kRunThreadEach : kRunThreadQueue, PartsOf(task));
  return way;
}

PythonWay ThreadPool(const Experiment& experiment, const PythonTask& task) {
  PythonWay way = {.name = "concurrent.futures", .about = Phrase<words::kCodeThreadPool>()};
  way.imports = {"from concurrent.futures import ThreadPoolExecutor"};
  if (task.serial) way.imports.emplace_back("import threading");
  way.constants = WorkersConstant(experiment);
  way.how = InThreads(experiment.workers);
  way.run = Filled(kRunThreadPool, PartsOf(task));
  return way;
}

std::vector<PythonWay> Threads(const Experiment& experiment, const PythonTask& task) {
  std::vector<PythonWay> ways = {Threading(experiment, task), ThreadPool(experiment, task)};
  for (PythonWay& way : ways) {
    way.label = "Threads";
    if (task.serial) way.lock = "lock = threading.Lock()\n";
  }
  return ways;
}

}  // namespace

std::vector<PythonWay> ThreadsUnderGil(const Experiment& experiment, const PythonTask& task) {
  constexpr double kPythonsInterval = 5;
  std::vector<PythonWay> ways = Threads(experiment, task);
  for (PythonWay& way : ways) {
    way.lesson = LessonFor(task.work, kUnderGil);
    if (experiment.switch_interval_ms == kPythonsInterval) continue;
    way.imports.emplace_back("import sys");
    way.constants += SwitchIntervalConstant(experiment);
    way.setup = kSetSwitchInterval;
  }
  return ways;
}

std::vector<PythonWay> FreeThreads(const Experiment& experiment, const PythonTask& task) {
  std::vector<PythonWay> ways = Threads(experiment, task);
  for (PythonWay& way : ways) {
    way.lesson = LessonFor(task.work, kWithoutGil);
    for (const std::string& import : AskForGilImports()) way.imports.push_back(import);
    way.notice = kAskForGil;
  }
  return ways;
}

}  // namespace lab
