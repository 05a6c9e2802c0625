#include "code/python_convoy.h"

#include "base/text.h"
#include "experiment/model_info.h"
#include "experiment/plan.h"
#include "code/pattern.h"
#include "code/python_beside.h"
#include "code/python_script.h"
#include "code/python_size.h"
#include "code/python_text.h"

namespace lab {
namespace {

constexpr std::string_view kRespond = R"(def respond():
    """Wait RESPONSES times; return by how many seconds each response was late."""
    delays = []
    for number in range(1, RESPONSES + 1):
        # Multiples of the golden ratio spread evenly, in step with no switch interval.
        wait = WAIT * (0.7 + 0.6 * (number * 0.6180339887498949 % 1))
        start = time.perf_counter()
        time.sleep(wait)
        delays.append(time.perf_counter() - start - wait)
    return delays


def quantile(delays, share):
    """The longest delay among this share of the responses."""
    return sorted(delays)[round(share * (len(delays) - 1))]


def show(where, delays):
    p50, p90, p99 = (1000 * quantile(delays, share) for share in (0.5, 0.9, 0.99))
    print(f"{where}: median {p50:.2f} ms late, 90 % {p90:.2f} ms, 99 % {p99:.2f} ms")
)";

constexpr std::string_view kAlone = R"(delays = respond()
show("Alone", delays)
)";

constexpr std::string_view kBeside = R"(show("Alone", respond())

$run
show(f"Beside {BUSY} busy", delays)
)";

constexpr std::string_view kResult = R"(print(f"Result: {len(delays):,} responses")
)";

// Whether there are busy ones that stay in calls for a time, so that the script finds out how far
// those go.
bool InCalls(const Experiment& experiment, const PythonBeside& beside) {
  return experiment.call_ms > 0 && !beside.run.empty();
}

std::string ConstantsOf(const Experiment& experiment, const PythonBeside& beside) {
  std::string text = beside.constants;
  text += PythonConstant("RESPONSES", PythonWhole(experiment.answers));
  text += PythonConstant("WAIT", PythonSeconds(kAnswerWaitMs),
                         "seconds before each response, give or take three tenths");
  if (!InCalls(experiment, beside)) return text;
  return text +
         PythonConstant("CALL", PythonSeconds(experiment.call_ms),
                        "seconds that a busy one spends in one call of C") +
         ProbeConstant();
}

std::string MainPart(const Experiment& experiment, const PythonBeside& beside) {
  if (beside.run.empty()) return Joined({std::string(kAlone), std::string(kResult)}, "\n");
  const std::string size =
      InCalls(experiment, beside) ? MeasuredSize("sum(range(PROBE))", "CALL") : "";
  return Joined({beside.notice, beside.setup + size,
                 Filled(kBeside, {{"run", beside.run}}) + std::string(kResult)},
                "\n");
}

PythonScript ScriptOf(const Experiment& experiment, const PythonBeside& beside) {
  PythonScript script = {
      .title = Filled(R"(Wait and respond $times, $how)",
                      {{"times", Times(experiment.answers)}, {"how", beside.how}}),
      .lesson = beside.lesson,
      .imports = beside.imports,
      .constants = ConstantsOf(experiment, beside),
      .functions = Joined({std::string(kRespond), beside.functions}, "\n\n"),
      .main = MainPart(experiment, beside),
      .starts_processes = beside.starts_processes};
  script.imports.emplace_back("import time");
  if (InCalls(experiment, beside)) script.imports.emplace_back("import timeit");
  return script;
}

}  // namespace

std::vector<CodeVariant> ConvoyCode(const Experiment& experiment, std::string_view model) {
  std::vector<CodeVariant> variants;
  for (const PythonBeside& beside : PythonBesides(experiment, model)) {
    variants.push_back(
        {.name = beside.name, .about = beside.about, .text = TextOf(ScriptOf(experiment, beside))});
  }
  return variants;
}

}  // namespace lab
