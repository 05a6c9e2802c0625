#include "code/python_beside.h"

#include "base/text.h"
#include "experiment/model_info.h"
#include "code/pattern.h"
#include "code/python_gil.h"
#include "code/python_text.h"

namespace lab {
namespace {

constexpr std::string_view kComputeUntilDone = R"(# The busy threads look here all the time, and end when it is set.
done = threading.Event()


def compute($takes):
    $begin
    while not done.is_set():
        $step
)";

constexpr std::string_view kRunThreads = R"(threads = [threading.Thread(target=compute$arguments) for _ in range(BUSY)]
try:
    for thread in threads:
        thread.start()
    delays = answer()
finally:
    done.set()  # also after Ctrl+C: without it they would never end
for thread in threads:
    thread.join()  # wait until it has ended)";

constexpr std::string_view kRunBusyPool = R"(with ThreadPoolExecutor(BUSY + 1) as pool:
    for _ in range(BUSY):
        pool.submit(compute$more)
    try:
        delays = pool.submit(answer).result()  # result() waits
    finally:
        done.set()  # also after Ctrl+C: the pool waits until they have ended)";

constexpr std::string_view kComputeForEver = R"(def compute(ready$also):
    $begin
    ready.wait()  # until all have started
    while True:  # until the process is ended from outside
        $step
)";

constexpr std::string_view kRunProcesses = R"(ready = multiprocessing.Barrier(BUSY + 1)
processes = []
for _ in range(BUSY):
    process = multiprocessing.Process(target=compute, args=$shared)
    process.daemon = True  # it never outlives this program
    process.start()
    processes.append(process)
ready.wait(60)  # seconds at most: processes take long to start
delays = answer()
for process in processes:
    process.terminate()
    process.join()  # wait until it has ended)";

// What the busy ones do: count, or call a function of C that does not look at the GIL.
std::vector<NamedPart> ComputingOf(const Experiment& experiment) {
  if (experiment.call_ms == 0) {
    return {{"begin", "count = 0"}, {"step", "count += 1"}, {"takes", ""}, {"also", ""}, {"arguments", ""}, {"more", ""}, {"shared", "(ready,)"}};
  }
  return {{"begin", "numbers = range(size)"}, {"step", "sum(numbers)  # one call of C, which keeps the GIL to its end"},
          {"takes", "size"}, {"also", ", size"}, {"arguments", ", args=(SIZE,)"}, {"more", ", SIZE"}, {"shared", "(ready, SIZE)"}};
}

std::string BesideBusy(const Experiment& experiment, const std::string& one, const std::string& several) {
  if (experiment.busy == 0) return "beside no busy " + several;
  return Format("beside %d busy ", experiment.busy) + (experiment.busy == 1 ? one : several);
}

std::string BusyConstant(const Experiment& experiment) { return PythonConstant("BUSY", PythonWhole(experiment.busy), "threads that compute all the time"); }

// Both ways of starting threads.
std::vector<PythonBeside> Threads(const Experiment& experiment, const PythonBeside& common) {
  PythonBeside by_hand = common;
  by_hand.how = BesideBusy(experiment, "thread", "threads");
  by_hand.imports.emplace_back("import threading");
  by_hand.functions = Filled(kComputeUntilDone, ComputingOf(experiment));
  PythonBeside pool = by_hand;
  by_hand.name = "threading";
  by_hand.about = "Busy threads, started by hand, beside the main one, which answers.";
  by_hand.run = Filled(kRunThreads, ComputingOf(experiment));
  pool.name = "concurrent.futures";
  pool.about = "All of them, the one that answers as well, are threads of a ThreadPoolExecutor.";
  pool.imports.emplace_back("from concurrent.futures import ThreadPoolExecutor");
  pool.run = Filled(kRunBusyPool, ComputingOf(experiment));
  return {by_hand, pool};
}

std::string LessonUnderGil(const Experiment& experiment) {
  const std::string needs_gil = "A thread that is back from waiting needs the GIL to go on. ";
  if (experiment.call_ms > 0) return needs_gil + "One that is in a call of C\nkeeps it to the end of the call, however short the switch interval is.\n";
  return needs_gil + "One that computes is asked\nfor it only after a switch interval" +
         (experiment.busy > 1 ? ", and then another may be the next to get it.\n" : ": so late is every single answer.\n");
}

std::vector<PythonBeside> ThreadsUnderGil(const Experiment& experiment) {
  return Threads(experiment, {.lesson = LessonUnderGil(experiment),
                              .imports = {"import sys"},
                              .constants = BusyConstant(experiment) + SwitchIntervalConstant(experiment),
                              .setup = std::string(kSetSwitchInterval)});
}

std::vector<PythonBeside> FreeThreads(const Experiment& experiment) {
  return Threads(experiment, {.lesson = "Without a GIL a thread that is back from waiting goes on at once, if a core is free.\n"
                                        "That takes a free-threaded Python: run this with python3.13t.\n",
                              .imports = AskForGilImports(),
                              .constants = BusyConstant(experiment),
                              .notice = std::string(kAskForGil)});
}

PythonBeside Processes(const Experiment& experiment) {
  return {.name = "multiprocessing.Process",
          .about = "Busy processes, so that the thread that answers has an interpreter of its own.",
          .how = BesideBusy(experiment, "process", "processes"),
          .lesson = "The one that answers shares its interpreter and its GIL with nobody: it goes on as soon\nas it is back, if a core is free.\n",
          .imports = {"import multiprocessing"},
          .constants = PythonProcesses("BUSY", experiment.busy, "processes that compute all the time"),
          .functions = Filled(kComputeForEver, ComputingOf(experiment)),
          .run = Filled(kRunProcesses, ComputingOf(experiment)),
          .starts_processes = true};
}

PythonBeside Nobody() {
  return {.name = "loop",
          .about = "Nobody beside the one that answers.",
          .how = "alone",
          .lesson = "So late is one that has to wait for nobody, only for the clock and for a core.\n"};
}

}  // namespace

std::vector<PythonBeside> PythonBesides(const Experiment& experiment, std::string_view model) {
  switch (InfoOf(model).python) {
    case PythonWorkers::kNone: break;
    case PythonWorkers::kLoop: return {Nobody()};
    case PythonWorkers::kThreadsUnderGil: return ThreadsUnderGil(experiment);
    case PythonWorkers::kFreeThreads: return FreeThreads(experiment);
    case PythonWorkers::kProcesses: return {Processes(experiment)};
  }
  return {};
}

}  // namespace lab
