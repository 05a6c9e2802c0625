// Tasks that compute and wait in turns.
#include "base/text.h"
#include "experiment/plan.h"
#include "code/pattern.h"
#include "code/python_size.h"
#include "code/python_tasks.h"
#include "code/python_text.h"

namespace lab {
namespace {

constexpr std::string_view kCountAndWait = R"(def count(size):
    total = 0
    for _ in range(size):
        total += 1
    return total


def mixed(size):
    """Compute and wait in turns."""
    total = 0
    for turn in range(1, TURNS + 1):
        total += count(size * turn // TURNS - total)  # up to this turn's share of size
        time.sleep(WAITING / TURNS)
    return total
)";

// The computing is given in seconds, so the script finds out its size.
void MeasureSize(PythonTask& task, const Experiment& experiment) {
  task.imports = {"import timeit"};
  task.constants += PythonConstant("DURATION", PythonSeconds(experiment.duration_ms),
                                   "seconds that a task takes on its own");
  task.constants += PythonConstant("SHARE", Format("%.10g", experiment.cpu_share),
                                   "percent of that is computing, the rest is waiting");
  task.constants += PythonConstant("COMPUTING", "DURATION * SHARE / 100");
  task.constants += PythonConstant("WAITING", "DURATION - COMPUTING");
  task.constants += ProbeConstant();
  task.setup = MeasuredSize("count(PROBE)", "COMPUTING");
}

void ChosenSize(PythonTask& task, const Experiment& experiment) {
  const PythonSize size = PythonSizeOf(experiment, kCountingS);
  task.constants += PythonConstant("SIZE", PythonWhole(size.iterations), size.comment);
  task.constants += PythonConstant(
      "WAITING", PythonSeconds(experiment.duration_ms * (1 - experiment.cpu_share / 100)),
      "seconds that a task waits in total");
}

}  // namespace

PythonTask MixedTask(const Experiment& experiment, bool) {
  PythonTask task;
  task.title = Filled(R"(Compute and wait in turns, $times)", {{"times", Times(experiment.tasks)}});
  task.work = PythonWork::kBoth;
  task.constants =
      PythonConstant("TASKS", PythonWhole(experiment.tasks)) +
      PythonConstant("TURNS", PythonWhole(kMixedParts), "of computing and waiting in each task");
  if (CutByTime(experiment)) MeasureSize(task, experiment);
  else ChosenSize(task, experiment);
  task.functions = kCountAndWait;
  task.function = "mixed";
  task.item = "size";
  task.items = "sizes";
  task.setup += "sizes = [SIZE] * TASKS\n";
  task.length = "TASKS";
  task.result = "{sum(results):,}";
  return task;
}

}  // namespace lab
