#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <future>

#include "platform/native/limits.h"
#include "platform/native/live_threads.h"
#include "shell/cli/commands.h"
#include "shell/cli/interrupts.h"
#include "shell/cli/output.h"
#include "shell/validate/script_folder.h"
#include "shell/validate/validation.h"
#include "shell/validate/validation_text.h"
#include "words/english/cli.h"

namespace lab {
namespace {

using nlohmann::json;

// Of all that is compared, the downloads need the most: both ends of eight, beside pipes and
// Python's modules.
constexpr int kMostOpenFiles = 64;

void Tell(const std::string& what) {
  if (isatty(STDERR_FILENO) == 1) std::fprintf(stderr, "\r\033[K%s", what.c_str());
}

bool AllHold(const Validation& validation) {
  return std::ranges::all_of(
      validation.bars, [](const Bar& bar) { return !Judge(bar).measured || Judge(bar).holds; });
}

// What came of all interpreters.
struct Validated {
  std::string text;
  json results = json::array();
  bool all_hold = true;
};

// Nothing of it is left but the figures.
Result<Validated> ValidateAll(const ValidateCommand& command, const ScriptFolder& folder) {
  ValidationPlan plan;
  if (command.quick)
    plan = {.repetitions = 1,
            .seconds = 0.1,
            .pool_seconds = 0.2,
            .latency_ms = 20,
            .answers = 8,
            .retries = 0};
  Validated all;
  for (const std::string& executable : command.pythons) {
    Result<std::unique_ptr<PythonProcess>> python =
        PythonProcess::Start(executable, folder.script());
    Result<Validation> validation =
        python ? Validate(*python.value(), plan, Tell) : Result<Validation>(python.error());
    Tell("");
    if (!validation) return validation.error();
    all.all_hold = all.all_hold && AllHold(validation.value());
    all.text += (all.text.empty() ? "" : "\n") + AsText(validation.value());
    all.results.push_back(ToJson(validation.value(), *python.value()));
  }
  if (command.quick) all.text += Phrase<words::kQuickProvesNothing>() + "\n";
  return all;
}

// In the middle of a measurement nobody listens: Python is ended from outside, our own workers end
// with us.
[[noreturn]] void EndInterrupted(const ScriptFolder& folder) {
  PythonProcess::EndAll();
  folder.Remove();
  Tell("");
  Say(Phrase<words::kCancelled>());
  _exit(kRunFailed);
}

Result<Validated> ValidateUnlessInterrupted(const ValidateCommand& command) {
  if (const std::optional<Error> fault = AllowOpenFiles(kMostOpenFiles)) return *fault;
  Interrupts interrupts;
  const Result<std::unique_ptr<ScriptFolder>> folder = ScriptFolder::Make();
  if (!folder) return folder.error();
  std::future<Result<Validated>> all =
      std::async(std::launch::async, [&] { return ValidateAll(command, *folder.value()); });
  while (all.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
    if (interrupts.Came(std::chrono::milliseconds(20))) EndInterrupted(*folder.value());
  }
  Result<Validated> validated = all.get();
  AwaitThreads(1);
  return validated;
}

// A name of a file need not be UTF-8, JSON has to.
std::string AsJson(const json& document) {
  return document.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace

int RunValidation(const ValidateCommand& command) {
  if (!CanBeWritten(std::vector<Place>{{"--json", command.json}})) return kUsage;
  const Result<Validated> all = ValidateUnlessInterrupted(command);
  if (!all) {
    Say(all.error());
    return kRunFailed;
  }
  const bool written = Write(command.json, AsJson({{"schema", "speedup-lab/validation"},
                                                   {"version", 1},
                                                   {"quick", command.quick},
                                                   {"pythons", all.value().results}}));
  const bool shown = command.json == "-" || Print(all.value().text);
  if (!shown || !written) return kRunFailed;
  return all.value().all_hold || command.quick ? kDone : kBarsDoNotHold;
}

}  // namespace lab
