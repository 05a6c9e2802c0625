#include "code/python_code.h"

#include "experiment/experiment_info.h"
#include "experiment/model_info.h"
#include "code/pattern.h"
#include "code/python_convoy.h"
#include "code/python_script.h"
#include "code/python_task.h"
#include "code/python_way.h"

namespace lab {
namespace {

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

// The tasks one after the other, and what is kept of them: the results, something to compare others
// with, or nothing.
std::string Baseline(const PythonTask& task, const PythonWay& way) {
  const std::vector<NamedPart> parts = {
      {"function", task.function}, {"item", task.item}, {"items", task.items}};
  if (way.run.empty()) return Filled("results = [$function($item) for $item in $items]", parts);
  if (task.repeatable) return Filled("expected = [$function($item) for $item in $items]", parts);
  return Filled("for $item in $items:\n    $function($item)", parts);
}

std::string WithoutLineEnd(const std::string& text) {
  return text.substr(0, text.find_last_not_of('\n') + 1);
}

std::string MainPart(const PythonTask& task, const PythonWay& way) {
  std::string sequentially = Filled(kSequentially, {{"baseline", Baseline(task, way)}});
  std::string in_parallel;
  std::string result = "print(f\"Result: " + task.result + "\")\n";
  if (!way.run.empty()) {
    in_parallel = Filled(kInParallel, {{"run", WithoutLineEnd(way.run)}, {"label", way.label}});
    if (task.repeatable)
      result = R"(assert results == expected
)" + result;
  }
  return Joined({way.notice, way.setup + task.setup, sequentially, in_parallel, result}, "\n");
}

PythonScript ScriptOf(const PythonTask& task, const PythonWay& way) {
  PythonScript script = {
      .title = task.title + ", " + way.how,
      .lesson = way.lesson,
      .imports = {"import time"},
      .constants = Joined({way.constants + task.constants, way.lock}, "\n"),
      .functions = Joined({way.initializer, task.functions, way.functions}, "\n\n"),
      .main = MainPart(task, way),
      .starts_processes = task.starts_process || way.starts_processes};
  script.imports.insert(script.imports.end(), task.imports.begin(), task.imports.end());
  script.imports.insert(script.imports.end(), way.imports.begin(), way.imports.end());
  return script;
}

}  // namespace

std::vector<CodeVariant> PythonCode(const Experiment& experiment, std::string_view model) {
  if (experiment.kind == ExperimentKind::kUnknown) return {};
  if (Answers(experiment.kind)) return ConvoyCode(experiment, model);
  const PythonTask task = PythonTaskOf(experiment, model != kSequential);
  std::vector<CodeVariant> variants;
  for (const PythonWay& way : PythonWaysOf(model, experiment, task)) {
    variants.push_back({.name = way.name, .about = way.about, .text = TextOf(ScriptOf(task, way))});
  }
  return variants;
}

}  // namespace lab
