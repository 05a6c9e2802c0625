#include "report/python_code.h"

#include <algorithm>

#include "experiment/model_names.h"
#include "report/pattern.h"
#include "report/python_task.h"
#include "report/python_way.h"

namespace lab {
namespace {

constexpr std::string_view kScript = R"("""$title, $how.

$lesson"""
$imports
$constants
$functions
$main)";

constexpr std::string_view kSequentially = R"(start = time.perf_counter()
$baseline
sequential = time.perf_counter() - start
print(f"Sequential: {sequential:.2f} s")
)";

constexpr std::string_view kInParallel = R"(start = time.perf_counter()
$run
parallel = time.perf_counter() - start
print(f"$label: {parallel:.2f} s")
print(f"Speedup: {sequential / parallel:.2f}x")
)";

constexpr std::string_view kGuard = R"(# A new process may import this file to find its functions. Without this line it would
# do everything below again, and start processes of its own.
if __name__ == "__main__":
)";

// Modules first, then what is taken out of some; each by name and once.
std::string ImportLines(const PythonTask& task, const PythonWay& way) {
  std::vector<std::string> lines = {"import time"};
  lines.insert(lines.end(), task.imports.begin(), task.imports.end());
  lines.insert(lines.end(), way.imports.begin(), way.imports.end());
  std::ranges::sort(lines, {}, [](const std::string& line) { return std::pair(line.starts_with("from "), line); });
  const auto twice = std::ranges::unique(lines);
  lines.erase(twice.begin(), twice.end());
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

std::string Indented(std::string_view text) {
  std::string indented;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    indented += (line.empty() ? "" : "    ") + std::string(line) + "\n";
    at = end + 1;
  }
  return indented;
}

// The tasks one after the other, and what is kept of them: the results, something to compare others with,
// or nothing.
std::string Baseline(const PythonTask& task, const PythonWay& way) {
  const std::vector<NamedPart> parts = {{"function", task.function}, {"item", task.item}, {"items", task.items}};
  if (way.run.empty()) return Filled("results = [$function($item) for $item in $items]", parts);
  if (task.repeatable) return Filled("expected = [$function($item) for $item in $items]", parts);
  return Filled("for $item in $items:\n    $function($item)", parts);
}

// Those that are not empty, with `between` between them.
std::string Joined(const std::vector<std::string>& parts, const char* between) {
  std::string text;
  for (const std::string& part : parts) {
    if (!part.empty()) text += (text.empty() ? "" : between) + part;
  }
  return text;
}

std::string WithoutLineEnd(const std::string& text) { return text.substr(0, text.find_last_not_of('\n') + 1); }

std::string MainPart(const PythonTask& task, const PythonWay& way) {
  std::string sequentially = Filled(kSequentially, {{"baseline", Baseline(task, way)}});
  std::string in_parallel;
  std::string result = "print(f\"Result: " + task.result + "\")\n";
  if (!way.run.empty()) {
    in_parallel = Filled(kInParallel, {{"run", WithoutLineEnd(way.run)}, {"label", way.label}});
    if (task.repeatable) result = "assert results == expected\n" + result;
  }
  const std::string text = Joined({way.notice, way.setup + task.setup, sequentially, in_parallel, result}, "\n");
  return task.starts_process || way.starts_processes ? std::string(kGuard) + Indented(text) : text;
}

std::string Script(const PythonTask& task, const PythonWay& way) {
  const std::string constants = Joined({way.constants + task.constants, way.lock}, "\n");
  const std::string functions = Joined({way.initializer, task.functions, way.functions}, "\n\n");
  return Filled(kScript, {{"title", task.title},
                          {"how", way.how},
                          {"lesson", way.lesson},
                          {"imports", ImportLines(task, way)},
                          {"constants", constants},
                          {"functions", "\n" + functions + "\n"},
                          {"main", MainPart(task, way)}});
}

}  // namespace

std::vector<CodeVariant> PythonCode(const Experiment& experiment, std::string_view model) {
  const PythonTask task = PythonTaskOf(experiment, model != kSequential);
  std::vector<CodeVariant> variants;
  for (const PythonWay& way : PythonWaysOf(model, experiment, task)) {
    variants.push_back({.name = way.name, .about = way.about, .text = Script(task, way)});
  }
  return variants;
}

}  // namespace lab
