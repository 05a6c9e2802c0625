// Tasks that compute: count and heavy.
#include "base/text.h"
#include "code/pattern.h"
#include "code/python_size.h"
#include "code/python_tasks.h"
#include "code/python_text.h"

namespace lab {
namespace {

constexpr std::string_view kLoop = R"(def $function(size):
    total = $zero
    for $i in range(size):
        total += $term
    return total
)";

constexpr std::string_view kSerialLoop = R"(def $function(size):
    total = $zero
    serial = int(SERIAL * size)
    with lock:  # one worker at a time: the others wait here
        for $i in range(serial):
            total += $term
    for $i in range(serial, size):
        total += $term
    return total
)";

PythonTask LoopTask(const Experiment& experiment, const PythonSize& size, bool serial,
                    const std::vector<NamedPart>& parts) {
  PythonTask task;
  task.constants = PythonConstant("TASKS", PythonWhole(experiment.tasks)) +
                   PythonConstant("SIZE", PythonWhole(size.iterations), size.comment);
  if (serial) task.constants += SerialConstant(experiment);
  task.functions = Filled(serial ? kSerialLoop : kLoop, parts);
  task.function = Filled("$function", parts);
  task.item = "size";
  task.items = "sizes";
  task.setup = "sizes = [SIZE] * TASKS\n";
  task.length = "TASKS";
  task.result = "{sum(results):,}";
  task.serial = serial;
  return task;
}

}  // namespace

PythonTask CountTask(const Experiment& experiment, bool serial) {
  const PythonSize size = PythonSizeOf(experiment, kCountingS);
  PythonTask task = LoopTask(experiment, size, serial,
                             {{"function", "count"}, {"zero", "0"}, {"i", "_"}, {"term", "1"}});
  task.title =
      Filled(R"(Count to $size $times)", {{"size", Grouped(static_cast<double>(size.iterations))},
                                          {"times", Times(experiment.tasks)}});
  return task;
}

PythonTask HeavyTask(const Experiment& experiment, bool serial) {
  const PythonSize size = PythonSizeOf(experiment, kSummingS);
  PythonTask task = LoopTask(
      experiment, size, serial,
      {{"function", "heavy"}, {"zero", "0.0"}, {"i", "i"}, {"term", "math.sqrt(i) * math.sin(i)"}});
  task.title = Filled(R"(Sum sqrt(i) * sin(i) over $size numbers, $times)",
                      {{"size", Grouped(static_cast<double>(size.iterations))},
                       {"times", Times(experiment.tasks)}});
  task.imports = {"import math"};
  return task;
}

}  // namespace lab
