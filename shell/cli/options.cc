#include "shell/cli/options.h"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "base/text.h"
#include "experiment/presets.h"
#include "experiment/settings.h"
#include "platform/environment.h"
#include "platform/native/descriptor.h"
#include "shell/cli/usage.h"

namespace lab {
namespace {

constexpr const char* kAbout =
    "Speedup Lab: watch threads, processes and Python's Global Interpreter Lock race on this machine.";
constexpr const char* kExamples =
    "Examples:\n"
    "  speedup-lab run                                    count under every model\n"
    "  speedup-lab run --experiment downloads --workers 5\n"
    "  speedup-lab run --experiment heavy --models processes --workers 4 --json result.json\n"
    "  speedup-lab run --experiment convoy --busy 2       how late a thread answers beside two that compute\n"
    "  speedup-lab run --details                          with the tables, the machine and the reasons\n"
    "  speedup-lab run --markdown count.md                the answer and its table, for a report\n"
    "  speedup-lab run --trace count.trace.json           what every lane did, for ui.perfetto.dev\n"
    "  speedup-lab sweep --experiment heavy               speedup over the number of workers\n"
    "  speedup-lab sweep --points 1,2,4,8                 the same for counting, at those numbers of workers only\n"
    "  speedup-lab sweep --experiment mixed               speedup over the share of computing\n"
    "  speedup-lab validate                               beside real Python, on this machine\n"
    "  speedup-lab compare native.json browser.json       two saved results beside each other\n"
    "  speedup-lab code --model processes --workers 4     the same in Python, to copy and run\n"
    "  speedup-lab window                                 the same in a window\n"
    "  speedup-lab window result.json                     a saved result, opened again\n";

// The experiment's options as they were typed. All are texts: settings.h reads and checks them.
class ExperimentOptions {
 public:
  explicit ExperimentOptions(CLI::App& command) {
    std::string names;
    for (const ExperimentInfo& info : Experiments()) names += (names.empty() ? "" : "|") + std::string(info.name);
    Add(command, "experiment", names, "What to race.");
    Add(command, "preset", "default|tutorial", "Sizes to start from: quick to answer, or as long as Python takes.");
    for (const Setting& setting : Settings(ExperimentKind::kCount)) {
      if (setting.kind == SettingKind::kFlag) {
        const std::string name(setting.name);
        command.add_flag_function("--" + name + ",!--no-" + name, [this, name](int64_t times) { typed_[name] = times > 0 ? "true" : "false"; },
                                  std::string(setting.help));
      } else {
        Add(command, std::string(setting.name), Meaning(setting), std::string(setting.help));
      }
    }
  }

  std::vector<NamedText> Typed() const { return {typed_.begin(), typed_.end()}; }

 private:
  void Add(CLI::App& command, const std::string& name, const std::string& meaning, const std::string& help) {
    command.add_option_function<std::string>("--" + name, [this, name](const std::string& text) { typed_[name] = text; }, help)
        ->type_name(meaning);
  }

  static std::string Meaning(const Setting& setting) {
    switch (setting.kind) {
      case SettingKind::kNames: return "a,b,…";
      case SettingKind::kUrls: return "\"URL URL …\"";
      case SettingKind::kNumbers: return "N,N,…";
      default: return "N (" + RangeText(setting) + ")";
    }
  }

  std::map<std::string, std::string> typed_;
};

std::string Complaints(const std::vector<Error>& complaints) {
  std::string text;
  for (const Error& complaint : complaints) {
    const std::string what = complaint.message.substr(0, complaint.message.find(" Kept: "));
    text += "speedup-lab: " + what + " " + complaint.next + "\n";
  }
  return text + "Try: speedup-lab run --help\n";
}

std::vector<std::string RunCommand::*> OutputsOf(const RunCommand&) { return {&RunCommand::json, &RunCommand::csv, &RunCommand::markdown, &RunCommand::trace}; }
std::vector<std::string SweepCommand::*> OutputsOf(const SweepCommand&) { return {&SweepCommand::json, &SweepCommand::csv, &SweepCommand::markdown}; }

template <typename T>  // RunCommand or SweepCommand
void AddOutputs(CLI::App& app, T& command) {
  app.add_option("--json", command.json, "Write the result as JSON; - for standard output.")->type_name("FILE|-");
  app.add_option("--csv", command.csv, "Write every repetition as CSV; - for standard output.")->type_name("FILE|-");
  app.add_option("--markdown", command.markdown, "Write the answer and its table as Markdown, to paste into a report; - for standard output.")
      ->type_name("FILE|-");
  app.add_flag("--details", command.details, "Print the tables, the machine and the reasons as well.");
  app.add_option("--color", command.color, "Colours on standard output; auto: on a terminal, unless NO_COLOR is set.")
      ->type_name("auto|always|never")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

// What is wrong with where the results are to go; empty if nothing is.
std::string OutputFault(const SweepCommand& command) {
  const int to_standard_output = (command.json == "-") + (command.csv == "-") + (command.markdown == "-");
  return to_standard_output > 1 ? "only one of --json, --csv and --markdown can go to standard output." : "";
}

std::string OutputFault(const RunCommand& command) {
  const int to_standard_output = (command.json == "-") + (command.csv == "-") + (command.markdown == "-") + (command.trace == "-");
  if (to_standard_output > 1) return "only one of --json, --csv, --markdown and --trace can go to standard output.";
  const bool unrecorded = !command.trace.empty() && !command.experiment.record;
  return unrecorded ? "with --no-record nothing is recorded that --trace could write: leave one of the two out." : "";
}

Error Ignored(const std::string& name, const std::string& why) {
  return {.code = ErrorCode::kInvalidArgument, .message = name + ": " + why + ".", .next = "Leave it out.", .field = name};
}

// What was typed, with a complaint about everything that would change nothing.
Configured ConfigureWhatMatters(const std::vector<NamedText>& typed) {
  Configured configured = Configure(typed);
  const std::string kind(InfoOf(configured.experiment.kind).name);
  for (const auto& [name, text] : typed) {
    const Setting* setting = FindSetting(configured.experiment.kind, name);
    if (setting == nullptr || Matters(name, configured.experiment)) continue;
    // Nothing is asked for by --no-calibrate where nothing is calibrated.
    const bool declined = setting->kind == SettingKind::kFlag && SettingNumber(configured.experiment, name) == 0;
    if (!declined) configured.complaints.push_back(Ignored(name, "it has no effect on " + kind + " with these settings"));
  }
  return configured;
}

bool Typed(const std::vector<NamedText>& typed, std::string_view name) { return std::ranges::find(typed, name, &NamedText::first) != typed.end(); }

// What changes nothing because of what the command does.
std::vector<Error> IgnoredBy(const RunCommand&, const std::vector<NamedText>& typed) {
  return Typed(typed, "points") ? std::vector{Ignored("points", "a run measures one point; sweep measures several")} : std::vector<Error>();
}
std::vector<Error> IgnoredBy(const SweepCommand& command, const std::vector<NamedText>& typed) {
  const bool varied = command.experiment.kind == ExperimentKind::kMixed && Typed(typed, "cpu-share");
  return varied ? std::vector{Ignored("cpu-share", "that is what the sweep varies; --points chooses where")} : std::vector<Error>();
}
std::vector<Error> IgnoredBy(const CodeCommand&, const std::vector<NamedText>&) { return {}; }

// The command with the experiment that was typed, or the complaints about it.
template <typename T>
Command Filled(T command, const std::vector<NamedText>& typed) {
  Configured configured = ConfigureWhatMatters(typed);
  command.experiment = configured.experiment;
  const std::vector<Error> ignored = IgnoredBy(command, typed);
  configured.complaints.insert(configured.complaints.end(), ignored.begin(), ignored.end());
  if (!configured.complaints.empty()) return PrintCommand{.text = Complaints(configured.complaints), .exit_code = kUsage};
  return command;
}

// "/dev/stdout" by its short name: what else goes there has to make room for it.
std::string Plain(const std::string& where) { return DescriptorNamed(where) == STDOUT_FILENO ? "-" : where; }

// The same for those that write results.
template <typename T>
Command FilledWithOutputs(T command, const std::vector<NamedText>& typed) {
  for (std::string T::*const where : OutputsOf(command)) command.*where = Plain(command.*where);
  Command filled = Filled(std::move(command), typed);
  const T* whole = std::get_if<T>(&filled);
  const std::string fault = whole == nullptr ? "" : OutputFault(*whole);
  if (!fault.empty()) return PrintCommand{.text = "speedup-lab: " + fault + "\n", .exit_code = kUsage};
  return filled;
}

// What CLI11 has to say: help, version or a usage error.
PrintCommand Printed(const CLI::App& app, const CLI::ParseError& end) {
  std::ostringstream out;
  std::ostringstream err;
  const int code = app.exit(end, out, err);
  return {.text = code == 0 ? out.str() : "speedup-lab: " + err.str(), .exit_code = code == 0 ? kDone : kUsage};
}

}  // namespace

Command ParseCommandLine(int count, char** arguments) {
  CLI::App app(kAbout, "speedup-lab");
  app.set_version_flag("--version", "speedup-lab " LAB_VERSION);
  app.footer(kExamples);
  app.require_subcommand(1);

  RunCommand run;
  CLI::App* run_app = app.add_subcommand("run", "Run an experiment and print what came of it.");
  ExperimentOptions run_options(*run_app);
  AddOutputs(*run_app, run);
  run_app->add_option("--trace", run.trace, "Write what every lane did as a Chrome trace, for ui.perfetto.dev; - for standard output.")->type_name("FILE|-");

  SweepCommand sweep;
  CLI::App* sweep_app = app.add_subcommand("sweep", "Measure a curve: over 1 to --workers workers (twice the cores unless given) with the laws fitted; of mixed over the "
                                                    "share of computing, of convoy over the busy threads.");
  ExperimentOptions sweep_options(*sweep_app);
  AddOutputs(*sweep_app, sweep);

  CompareCommand compare;
  CLI::App* compare_app = app.add_subcommand("compare", "Put two saved results beside each other.");
  compare_app->add_option("A", compare.first, "A result that run --json (or the page) saved.")->required();
  compare_app->add_option("B", compare.second, "The other one.")->required();

  ValidateCommand validate = {.pythons = {"python3"}};
  CLI::App* validate_app = app.add_subcommand("validate", "Run the tutorial in real Python and in ours, alternately, and compare (some minutes).");
  validate_app->add_option("--python", validate.pythons, "Interpreters to compare with.")->type_name("EXE")->expected(1, 20);
  validate_app->add_flag("--quick", validate.quick, "One short repetition of everything: shows that it works, decides nothing.");
  validate_app->add_option("--json", validate.json, "Write all figures as JSON; - for standard output.")->type_name("FILE|-");
  validate_app->footer("Exit code: 0 if every bar holds (or with --quick), 3 if one does not or cannot be told from noise, 1 if it could not be measured.");

  CodeCommand code;
  CLI::App* code_app = app.add_subcommand("code", "Print the Python that does the same, or our C++; without --model, list what there is.");
  ExperimentOptions code_options(*code_app);
  code_app->add_option("--model", code.model, "Whose code, e.g. threads-gil.")->type_name("MODEL");
  code_app->add_option("--language", code.language, "Python unless the variant is one of C++.")->check(CLI::IsMember({"python", "cpp"}));
  code_app->add_option("--variant", code.variant, "Which way of several, or which file; the first one unless given.")->type_name("NAME");

  CLI::App* models_app = app.add_subcommand("models", "List the execution models, and why one cannot run here.");
  CLI::App* environment_app = app.add_subcommand("environment", "Print the facts of this machine and build as JSON.");

  WindowCommand window;
  CLI::App* window_app = app.add_subcommand("window", "Open the laboratory in a window.");
  ExperimentOptions window_options(*window_app);
  window_app->add_option("FILE", window.files, "Saved results to open; more of one experiment stand beside each other.")->type_name("");
  window_app->add_option("--theme", window.theme, "Colours.")->check(CLI::IsMember({"auto", "light", "dark"}));

  if (count < 2) return PrintCommand{.text = app.help(), .exit_code = kUsage};
  if (const std::optional<std::string> fault = UsageFault(app, std::span(arguments + 1, static_cast<size_t>(count - 1)))) {
    return PrintCommand{.text = "speedup-lab: " + *fault + "\n", .exit_code = kUsage};
  }
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& end) {
    return Printed(app, end);
  }
  if (*models_app) return ModelsCommand{};
  if (*environment_app) return EnvironmentCommand{};
  if (*window_app) {
    Configured configured = ConfigureWhatMatters(window_options.Typed());
    window.experiment = std::move(configured.experiment);
    window.complaints = std::move(configured.complaints);
    return window;
  }
  if (*compare_app) return compare;
  if (*validate_app) return validate;
  if (*code_app) return Filled(code, code_options.Typed());
  if (*sweep_app) {
    std::vector<NamedText> typed = sweep_options.Typed();
    const Experiment asked = Configure(typed).experiment;
    if (InfoOf(asked.kind).axis == "workers" && !Typed(typed, "workers")) {
      const double most = asked.points.empty() ? std::clamp(2 * DescribeMachine().cores, 1, kMostWorkers) : asked.points.back();
      typed.emplace_back("workers", Format("%g", most));
    }
    return FilledWithOutputs(sweep, typed);
  }
  return FilledWithOutputs(run, run_options.Typed());
}

}  // namespace lab
