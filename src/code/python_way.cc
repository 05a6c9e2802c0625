#include "code/python_way.h"

#include "experiment/model_info.h"
#include "code/python_text.h"
#include "code/python_ways.h"
#include "words/english/code.h"

namespace lab {
namespace {

constexpr Lessons kInTurn = {
    .computes = R"(This is the time that threads and processes have to beat.
)",
    .waits = R"(Nearly all the time is spent waiting for responses.
)",
    .both = R"(While a task waits, nothing computes: that is time which other workers could use.
)"};

PythonWay PlainLoop(const PythonTask& task) {
  return {.name = "loop",
          .about = Phrase<words::kCodeLoop>(),
          .how = R"(one after the other)",
          .lesson = LessonFor(task.work, kInTurn)};
}

}  // namespace

std::vector<PythonWay> PythonWaysOf(std::string_view model, const Experiment& experiment,
                                    const PythonTask& task) {
  switch (InfoOf(model).python) {
    case PythonWorkers::kNone: break;
    case PythonWorkers::kLoop: return {PlainLoop(task)};
    case PythonWorkers::kThreadsUnderGil: return ThreadsUnderGil(experiment, task);
    case PythonWorkers::kFreeThreads: return FreeThreads(experiment, task);
    case PythonWorkers::kProcesses:
      return {ProcessPool(experiment, task), ProcessExecutor(experiment, task)};
  }
  return {};
}

std::string LessonFor(PythonWork work, const Lessons& lessons) {
  switch (work) {
    case PythonWork::kComputes: break;
    case PythonWork::kWaits: return std::string(lessons.waits);
    case PythonWork::kBoth: return std::string(lessons.both);
  }
  return std::string(lessons.computes);
}

std::vector<NamedPart> PartsOf(const PythonTask& task) {
  return {{"function", task.function},
          {"item", task.item},
          {"items", task.items},
          {"length", task.length}};
}

std::string WorkersConstant(const Experiment& experiment) {
  return PythonConstant("WORKERS", PythonWhole(experiment.workers));
}

}  // namespace lab
