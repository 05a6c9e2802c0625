// Tasks that compute: count and heavy.
#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "report/pattern.h"
#include "report/python_tasks.h"
#include "report/python_text.h"

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
    with lock:  # one worker at a time: the others wait here for their turn
        for $i in range(serial):
            total += $term
    for $i in range(serial, size):
        total += $term
    return total
)";

// How long a script may take in all before its tasks are made smaller, and how long it takes then.
constexpr double kLongestS = 60;
constexpr double kShortenedS = 20;

std::string LongTime(double seconds) {
  const double minutes = std::round(seconds / 60);
  const double hours = std::round(seconds / 3600);
  if (minutes < 2) return "a minute";
  if (minutes < 120) return Format("%.0f minutes", minutes);
  return hours < 48 ? Format("%.0f hours", hours) : Grouped(std::round(seconds / 86'400)) + " days";
}

// One digit and zeros, as a person would choose it.
int64_t Rounded(double size) {
  const double unit = std::pow(10, std::floor(std::log10(std::max(size, 1.0))));
  return std::max<int64_t>(1, static_cast<int64_t>(std::floor(size / unit) * unit));
}

struct Size {
  int64_t iterations = 0;
  std::string comment;
};

// The size that was chosen, unless the script would take minutes: it does all tasks one after the other
// and then, perhaps in turns under the GIL, once more.
Size SizeOf(const Experiment& experiment, double iteration_s) {
  const double twice_s = 2.0 * experiment.tasks * iteration_s;
  const double whole_s = twice_s * static_cast<double>(experiment.size);
  if (whole_s < kLongestS) return {.iterations = experiment.size};
  return {.iterations = Rounded(kShortenedS / twice_s),
          .comment = "the lab's " + Grouped(static_cast<double>(experiment.size)) + " would take Python " + LongTime(whole_s)};
}

PythonTask LoopTask(const Experiment& experiment, const Size& size, bool serial, const std::vector<NamedPart>& parts) {
  PythonTask task;
  task.constants = PythonConstant("TASKS", PythonWhole(experiment.tasks)) + PythonConstant("SIZE", PythonWhole(size.iterations), size.comment);
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
  constexpr double kIterationS = 30e-9;  // in CPython, about
  const Size size = SizeOf(experiment, kIterationS);
  PythonTask task = LoopTask(experiment, size, serial, {{"function", "count"}, {"zero", "0"}, {"i", "_"}, {"term", "1"}});
  task.title = "Count to " + Grouped(static_cast<double>(size.iterations)) + " " + Times(experiment.tasks);
  return task;
}

PythonTask HeavyTask(const Experiment& experiment, bool serial) {
  constexpr double kIterationS = 100e-9;
  const Size size = SizeOf(experiment, kIterationS);
  PythonTask task = LoopTask(experiment, size, serial, {{"function", "heavy"}, {"zero", "0.0"}, {"i", "i"}, {"term", "math.sqrt(i) * math.sin(i)"}});
  task.title = "Sum up sqrt(i) * sin(i) for " + Grouped(static_cast<double>(size.iterations)) + " numbers, " + Times(experiment.tasks);
  task.imports = {"import math"};
  return task;
}

}  // namespace lab
