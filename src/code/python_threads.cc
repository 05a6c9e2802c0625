// Threads: by hand and in a pool, with the GIL and without it.
#include <algorithm>

#include "base/text.h"
#include "code/pattern.h"
#include "code/python_gil.h"
#include "code/python_text.h"
#include "code/python_ways.h"

namespace lab {
namespace {

// A thread for each task, as in the tutorial.
constexpr std::string_view kThreadEach = R"(# A thread cannot return anything: it leaves its result here.
results = [None] * $length


def work(index, $item):
    results[index] = $function($item)
)";

constexpr std::string_view kRunThreadEach = R"(threads = []
for index, $item in enumerate($items):
    # work, not work(): the new thread shall call it, with these arguments.
    thread = threading.Thread(target=work, args=(index, $item))
    thread.start()
    threads.append(thread)
for thread in threads:
    thread.join()  # wait until it has ended
)";

// Fewer threads than tasks: each takes the next one when it has done one.
constexpr std::string_view kThreadQueue = R"(# A thread cannot return anything: it leaves its result here.
results = [None] * $length
todo = queue.SimpleQueue()


def work():
    """What every thread does: takes the next task, until there is none."""
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
    thread.join()  # wait until it has ended
)";

constexpr std::string_view kRunThreadPool = R"(with ThreadPoolExecutor(WORKERS) as pool:
    results = list(pool.map($function, $items))  # list() waits
)";

constexpr Lessons kUnderGil = {
    .computes = "The GIL lets one thread at a time run Python code: they take turns, and all of them\ntogether are no faster than one.\n",
    .waits = "A thread that waits for an answer has given the GIL back, so that others can go\non: the waits overlap.\n",
    .both = "While one thread waits (time.sleep lets go of the GIL) another may compute, but only\n"
            "one at a time computes: the more there is to compute, the less threads gain.\n"};

constexpr Lessons kWithoutGil = {
    .computes = "Without a GIL threads compute at the same time, on as many cores as are free. That\ntakes a free-threaded Python: run this with python3.13t.\n",
    .waits = "Waits overlap with a GIL or without. To see it without one, run this with a\nfree-threaded Python: python3.13t.\n",
    .both = "While one thread waits others may compute, and without a GIL several at the same time.\n"
            "That takes a free-threaded Python: run this with python3.13t.\n"};

std::string InThreads(int threads) { return Format("in %d %s", threads, threads == 1 ? "thread" : "threads"); }

PythonWay Threading(const Experiment& experiment, const PythonTask& task) {
  const bool each = experiment.tasks <= experiment.workers;
  PythonWay way = {.name = "threading", .about = "Threads by hand: started one by one, then waited for."};
  way.imports = {"import threading"};
  if (!each) way.imports.emplace_back("import queue");
  if (!each) way.constants = WorkersConstant(experiment);
  way.functions = Filled(each ? kThreadEach : kThreadQueue, PartsOf(task));
  way.how = InThreads(std::min(experiment.tasks, experiment.workers));
  way.run = Filled(each ? kRunThreadEach : kRunThreadQueue, PartsOf(task));
  return way;
}

PythonWay ThreadPool(const Experiment& experiment, const PythonTask& task) {
  PythonWay way = {.name = "concurrent.futures", .about = "A pool of threads that take the tasks: ThreadPoolExecutor."};
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
