#include "code/python_beside.h"

#include "base/text.h"
#include "experiment/model_info.h"
#include "code/pattern.h"
#include "code/python_gil.h"
#include "code/python_text.h"
#include "words/english/code.h"

namespace lab {
namespace {

constexpr std::string_view kComputeUntilDone =
    R"(# The busy threads check this all the time, and end once it is set.
done = threading.Event()


def compute($takes):
    $begin
    while not done.is_set():
        $step
)";

constexpr std::string_view kRunThreads =
    R"(threads = [threading.Thread(target=compute$arguments) for _ in range(BUSY)]
try:
    for thread in threads:
        thread.start()
    delays = respond()
finally:
    done.set()  # after Ctrl+C too: otherwise they would never end
for thread in threads:
    thread.join()  # wait for it to end)";

constexpr std::string_view kRunBusyPool = R"(with ThreadPoolExecutor(BUSY + 1) as pool:
    for _ in range(BUSY):
        pool.submit(compute$more)
    try:
        delays = pool.submit(respond).result()  # result() waits
    finally:
        done.set()  # after Ctrl+C too: the pool waits for them to end)";

constexpr std::string_view kComputeForEver = R"(def compute(ready$also):
    $begin
    ready.wait()  # until all have started
    while True:  # until the process is terminated
        $step
)";

constexpr std::string_view kRunProcesses = R"(ready = multiprocessing.Barrier(BUSY + 1)
processes = []
for _ in range(BUSY):
    process = multiprocessing.Process(target=compute, args=$shared)
    process.daemon = True  # it never outlives this program
    process.start()
    processes.append(process)
ready.wait(60)  # seconds at most: processes are slow to start
delays = respond()
for process in processes:
    process.terminate()
    process.join()  # wait for it to end)";

// What the busy ones do: count, or call a function of C that does not look at the GIL.
std::vector<NamedPart> ComputingOf(const Experiment& experiment) {
  if (experiment.call_ms == 0) {
    return {{"begin", "count = 0"}, {"step", "count += 1"}, {"takes", ""},         {"also", ""},
            {"arguments", ""},      {"more", ""},           {"shared", "(ready,)"}};
  }
  return {{"begin", "numbers = range(size)"},
          {"step", R"(sum(numbers)  # one call of C, which keeps the GIL until it returns)"},
          {"takes", "size"},
          {"also", ", size"},
          {"arguments", ", args=(SIZE,)"},
          {"more", ", SIZE"},
          {"shared", "(ready, SIZE)"}};
}

std::string BesideBusy(const Experiment& experiment, const std::string& one,
                       const std::string& several) {
  const std::string number = experiment.busy == 0 ? "no" : Format("%d", experiment.busy);
  return Filled(R"(beside $number busy $noun)",
                {{"number", number}, {"noun", experiment.busy == 1 ? one : several}});
}

std::string BusyConstant(const Experiment& experiment) {
  return PythonConstant("BUSY", PythonWhole(experiment.busy), "threads that compute all the time");
}

// Both ways of starting threads.
std::vector<PythonBeside> Threads(const Experiment& experiment, const PythonBeside& common) {
  PythonBeside by_hand = common;
  by_hand.how = BesideBusy(experiment, "thread", "threads");
  by_hand.imports.emplace_back("import threading");
  by_hand.functions = Filled(kComputeUntilDone, ComputingOf(experiment));
  PythonBeside pool = by_hand;
  by_hand.name = "threading";
  by_hand.about = Phrase<words::kCodeBusyThreads>();
  by_hand.run = Filled(kRunThreads, ComputingOf(experiment));
  pool.name = "concurrent.futures";
  pool.about = Phrase<words::kCodeBusyPool>();
  pool.imports.emplace_back("from concurrent.futures import ThreadPoolExecutor");
  pool.run = Filled(kRunBusyPool, ComputingOf(experiment));
  return {by_hand, pool};
}

std::string LessonUnderGil(const Experiment& experiment) {
  if (experiment.call_ms > 0) {
    return R"(A thread that returns from a wait needs the GIL to go on. One in a call of C
keeps it to the end of the call, however short the switch interval is.
)";
  }
  if (experiment.busy > 1) {
    return R"(A thread that returns from a wait needs the GIL to go on. The one that computes is asked
for it only after a switch interval, and then another may get it first.
)";
  }
  return R"(A thread that returns from a wait needs the GIL to go on. The one that computes is asked
for it only after a switch interval, so every single response is that late.
)";
}

std::vector<PythonBeside> ThreadsUnderGil(const Experiment& experiment) {
  return Threads(experiment,
                 {.lesson = LessonUnderGil(experiment),
                  .imports = {"import sys"},
                  .constants = BusyConstant(experiment) + SwitchIntervalConstant(experiment),
                  .setup = std::string(kSetSwitchInterval)});
}

std::vector<PythonBeside> FreeThreads(const Experiment& experiment) {
  return Threads(
      experiment,
      {.lesson =
           R"(Without a GIL a thread that returns from a wait goes on at once, if a core is free. This
needs a free-threaded Python: run it with python3.13t.
)",
       .imports = AskForGilImports(),
       .constants = BusyConstant(experiment),
       .notice = std::string(kAskForGil)});
}

PythonBeside Processes(const Experiment& experiment) {
  return {
      .name = "multiprocessing.Process",
      .about = Phrase<words::kCodeBusyProcesses>(),
      .how = BesideBusy(experiment, "process", "processes"),
      .lesson =
          R"(The thread that responds shares its interpreter and its GIL with no other: it goes on as
soon as its wait is over, if a core is free.
)",
      .imports = {"import multiprocessing"},
      .constants = PythonProcesses("BUSY", experiment.busy, "processes that compute all the time"),
      .functions = Filled(kComputeForEver, ComputingOf(experiment)),
      .run = Filled(kRunProcesses, ComputingOf(experiment)),
      .starts_processes = true};
}

PythonBeside Nobody() {
  return {
      .name = "loop",
      .about = Phrase<words::kCodeAlone>(),
      .how = "alone",
      .lesson =
          R"(This is how late a thread is when it waits for no other, only for the clock and a core.
)"};
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
