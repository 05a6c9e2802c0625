#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <future>

#include "base/text.h"
#include "platform/native/limits.h"
#include "platform/native/thread_census.h"
#include "report/wrap.h"
#include "shell/cli/commands.h"
#include "shell/cli/interrupts.h"
#include "shell/cli/output.h"
#include "shell/cli/script_folder.h"
#include "shell/cli/validation.h"

namespace lab {
namespace {

using nlohmann::json;

// Of all that is compared, the downloads need the most: both ends of eight, beside pipes and Python's modules.
constexpr int kMostOpenFiles = 64;

std::string Number(double value) { return std::fabs(value) >= 100 ? Format("%.0f", value) : Format("%.3f", value); }

const char* InAWord(const Judgement& judgement) {
  if (!judgement.measured) return "–";
  if (judgement.holds) return "holds";
  return judgement.undecided ? "noisy" : "NO";
}

std::string Row(const std::string& first, const std::string& second, const std::string& pythons, const std::string& ours, const std::string& last) {
  return "  " + Left(first, 7) + Left(second, 34) + Right(pythons, 9) + Right(ours, 9) + "  " + last + "\n";
}

std::string AsTable(const Validation& validation) {
  std::string text = Wrapped(validation.python, 2) + "\n\n  speedup                        CPython              ours\n";
  for (const SpeedupPair& pair : validation.speedups) {
    text += "  " + Left(pair.experiment, 31) + Left(RatioWithInterval(pair.pythons), 21) + RatioWithInterval(pair.ours) + "\n";
  }
  text += "\n" + Row("", "bar", "CPython", "ours", "off, of allowed");
  for (const Bar& bar : validation.bars) {
    const Judgement judgement = Judge(bar);
    text += Row(InAWord(judgement), bar.name, bar.measured.pythons.empty() ? "–" : Number(judgement.pythons),
                bar.measured.ours.empty() ? "–" : Number(judgement.ours), OffText(bar, judgement));
  }
  text += "  NO: outside of what is allowed; noisy: too noisy to conclude; –: not measured.\n";
  text += "\n" + Row("", "cost (never part of a speedup)", "CPython", "ours", "");
  for (const Cost& cost : validation.costs) {
    text += Row("", cost.name, cost.pythons ? Number(*cost.pythons) : "–", cost.ours ? Number(*cost.ours) : "–", cost.unit);
  }
  std::string others = Format("Other programs used %.2f cores at most in what counts", validation.other_cores);
  if (validation.repeated > 0) others += Format("; %d repetitions were repeated since they used more than 0.12", validation.repeated);
  if (validation.disturbed > 0) others += Format("; %d were kept all the same, after some tries: close other programs", validation.disturbed);
  return text + "\n" + Wrapped(others + ".", 2) + "\n";
}

json ToJson(const Estimate& estimate) {
  return {{"ratio", estimate.ratio}, {"low", estimate.low}, {"high", estimate.high}, {"confidence", estimate.confidence}};
}

json ToJson(const Validation& validation, const PythonProcess& python) {
  json speedups = json::array();
  for (const SpeedupPair& pair : validation.speedups) {
    speedups.push_back({{"experiment", pair.experiment}, {"ours", ToJson(pair.ours)}, {"cpython", ToJson(pair.pythons)},
                        {"ours_samples", pair.samples.ours}, {"cpython_samples", pair.samples.pythons}});
  }
  json bars = json::array();
  for (const Bar& bar : validation.bars) {
    const Judgement judgement = Judge(bar);
    bars.push_back({{"bar", bar.name}, {"allowed", AllowedText(bar)}, {"ours", judgement.ours}, {"cpython", judgement.pythons}, {"off", judgement.off},
                    {"measured", judgement.measured}, {"holds", judgement.holds}, {"undecided", judgement.undecided},
                    {"ours_samples", bar.measured.ours}, {"cpython_samples", bar.measured.pythons}});
  }
  json costs = json::array();
  for (const Cost& cost : validation.costs) {
    costs.push_back({{"cost", cost.name}, {"unit", cost.unit}, {"ours", cost.ours ? json(*cost.ours) : json()}, {"cpython", cost.pythons ? json(*cost.pythons) : json()}});
  }
  return {{"python", validation.python}, {"executable", python.executable()}, {"facts", python.facts()}, {"speedups", speedups}, {"bars", bars}, {"costs", costs},
          {"other_cores", validation.other_cores}, {"repeated", validation.repeated}, {"disturbed", validation.disturbed}};
}

void Tell(const std::string& what) {
  if (isatty(STDERR_FILENO) == 1) std::fprintf(stderr, "\r\033[K%s", what.c_str());
}

bool AllHold(const Validation& validation) {
  return std::ranges::all_of(validation.bars, [](const Bar& bar) { return !Judge(bar).measured || Judge(bar).holds; });
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
  if (command.quick) plan = {.repetitions = 1, .seconds = 0.1, .pool_seconds = 0.2, .latency_ms = 20, .answers = 8, .retries = 0};
  Validated all;
  for (const std::string& executable : command.pythons) {
    Result<std::unique_ptr<PythonProcess>> python = PythonProcess::Start(executable, folder.script());
    Result<Validation> validation = python ? Validate(*python.value(), plan, Tell) : Result<Validation>(python.error());
    Tell("");
    if (!validation) return validation.error();
    all.all_hold = all.all_hold && AllHold(validation.value());
    all.text += (all.text.empty() ? "" : "\n") + AsTable(validation.value());
    all.results.push_back(ToJson(validation.value(), *python.value()));
  }
  if (command.quick) all.text += "Quick: one short repetition each, not decisive.\n";
  return all;
}

// In the middle of a measurement nobody listens: Python is ended from outside, our own workers end with us.
[[noreturn]] void EndInterrupted(const ScriptFolder& folder) {
  PythonProcess::EndAll();
  folder.Remove();
  Tell("");
  Say("cancelled.");
  _exit(kRunFailed);
}

Result<Validated> ValidateUnlessInterrupted(const ValidateCommand& command) {
  if (const std::optional<Error> fault = AllowOpenFiles(kMostOpenFiles)) return *fault;
  Interrupts interrupts;
  const Result<std::unique_ptr<ScriptFolder>> folder = ScriptFolder::Make();
  if (!folder) return folder.error();
  std::future<Result<Validated>> all = std::async(std::launch::async, [&] { return ValidateAll(command, *folder.value()); });
  while (all.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
    if (interrupts.Came(std::chrono::milliseconds(20))) EndInterrupted(*folder.value());
  }
  Result<Validated> validated = all.get();
  AwaitThreads(1);
  return validated;
}

// A name of a file need not be UTF-8, JSON has to.
std::string AsJson(const json& document) { return document.dump(2, ' ', false, json::error_handler_t::replace) + "\n"; }

}  // namespace

int RunValidation(const ValidateCommand& command) {
  if (!CanBeWritten(std::vector<Place>{{"--json", command.json}})) return kUsage;
  const Result<Validated> all = ValidateUnlessInterrupted(command);
  if (!all) {
    Say(all.error());
    return kRunFailed;
  }
  const bool written = Write(command.json, AsJson({{"schema", "speedup-lab/validation"}, {"version", 1}, {"quick", command.quick}, {"pythons", all.value().results}}));
  const bool shown = command.json == "-" || Print(all.value().text);
  if (!shown || !written) return kRunFailed;
  return all.value().all_hold || command.quick ? kDone : kBarsDoNotHold;
}

}  // namespace lab
