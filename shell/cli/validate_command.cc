#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "base/text.h"
#include "platform/native/thread_census.h"
#include "shell/cli/commands.h"
#include "shell/cli/output.h"
#include "shell/cli/python_script.h"
#include "shell/cli/validation.h"

namespace lab {
namespace {

using nlohmann::json;

// The script as a file, since multiprocessing imports it again; gone with this object.
class ScriptFile {
 public:
  ScriptFile() {
    std::string pattern = (std::filesystem::temp_directory_path() / "speedup-lab-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) return;
    folder_ = pattern;
    std::ofstream(path()) << kPythonScript;
  }
  ~ScriptFile() {
    std::error_code ignored;
    if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
  }
  ScriptFile(const ScriptFile&) = delete;
  ScriptFile& operator=(const ScriptFile&) = delete;

  std::string path() const { return folder_ + "/lab_python.py"; }

 private:
  std::string folder_;
};

std::string Number(double value) { return std::fabs(value) >= 100 ? Format("%.0f", value) : Format("%.3f", value); }

const char* InWords(const Judgement& judgement) {
  if (!judgement.measured) return "not measured";
  if (judgement.holds) return "holds";
  return judgement.undecided ? "cannot conclude: too noisy" : "DOES NOT HOLD";
}

std::string AsTable(const Validation& validation) {
  std::string text = validation.python + "\n\n  speedup                        CPython              ours\n";
  for (const SpeedupPair& pair : validation.speedups) {
    text += Format("  %-28s   %-18s   %s\n", pair.experiment.c_str(), RatioWithInterval(pair.pythons).c_str(), RatioWithInterval(pair.ours).c_str());
  }
  text += "\n  bar                                     CPython       ours   allowed           off\n";
  for (const Bar& bar : validation.bars) {
    const Judgement judgement = Judge(bar);
    const bool relative = bar.kind == Bar::Kind::kRatio;
    text += Format("  %-36s %10s %10s   %-15s %8s   %s\n", bar.name.c_str(), bar.measured.pythons.empty() ? "–" : Number(judgement.pythons).c_str(),
                   bar.measured.ours.empty() ? "–" : Number(judgement.ours).c_str(), AllowedText(bar).c_str(),
                   relative ? Format("%+.1f %%", judgement.off * 100).c_str() : Number(judgement.off).c_str(),
                   InWords(judgement));
  }
  text += "\n  cost (never part of a speedup)          CPython       ours\n";
  for (const Cost& cost : validation.costs) {
    text += Format("  %-36s %10s %10s   %s\n", cost.name.c_str(), cost.pythons ? Number(*cost.pythons).c_str() : "–", cost.ours ? Number(*cost.ours).c_str() : "–",
                   cost.unit.c_str());
  }
  text += Format("\nOther programs used %.2f cores at most in what counts", validation.other_cores);
  if (validation.repeated > 0) text += Format("; %d repetitions were repeated since they used more than 0.12", validation.repeated);
  if (validation.disturbed > 0) text += Format("; %d were kept all the same, after some tries: close other programs", validation.disturbed);
  return text + ".\n";
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
  if (isatty(STDERR_FILENO) == 1) std::cerr << "\r\033[K" << what << std::flush;
}

bool AllHold(const Validation& validation) {
  return std::ranges::all_of(validation.bars, [](const Bar& bar) { return !Judge(bar).measured || Judge(bar).holds; });
}

}  // namespace

int RunValidation(const ValidateCommand& command) {
  const ScriptFile script;
  ValidationPlan plan;
  if (command.quick) plan = {.repetitions = 1, .seconds = 0.1, .pool_seconds = 0.2, .latency_ms = 20, .answers = 8, .retries = 0};
  json results = json::array();
  bool all_hold = true;
  std::string text;
  for (const std::string& executable : command.pythons) {
    Result<std::unique_ptr<PythonProcess>> python = PythonProcess::Start(executable, script.path());
    Result<Validation> validation = python ? Validate(*python.value(), plan, Tell) : Result<Validation>(python.error());
    Tell("");
    if (!validation) {
      std::cerr << "speedup-lab: " << validation.error().message << " " << validation.error().next << "\n";
      return kRunFailed;
    }
    all_hold = all_hold && AllHold(validation.value());
    text += (text.empty() ? "" : "\n") + AsTable(validation.value());
    results.push_back(ToJson(validation.value(), *python.value()));
  }
  AwaitThreads(1);
  if (command.quick) text += "Quick: one short repetition each, not decisive.\n";
  const bool shown = command.json == "-" || Write("-", text);
  const bool written = Write(command.json, json{{"schema", "speedup-lab/validation"}, {"version", 1}, {"quick", command.quick}, {"pythons", results}}.dump(2) + "\n");
  if (!shown || !written) return kRunFailed;
  return all_hold || command.quick ? kDone : kBarsDoNotHold;
}

}  // namespace lab
