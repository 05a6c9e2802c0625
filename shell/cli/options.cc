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
#include "words/english/cli.h"

namespace lab {
namespace {

// The experiment's options as they were typed. All are texts: settings.h reads and checks them.
class ExperimentOptions {
 public:
  explicit ExperimentOptions(CLI::App& command) {
    std::string names;
    for (const ExperimentInfo& info : Experiments())
      names += (names.empty() ? "" : "|") + std::string(info.name);
    Add(command, "experiment", names, Phrase<words::kHelpExperiment>());
    Add(command, "preset", "default|tutorial", Phrase<words::kHelpPreset>());
    for (const Setting& setting : AllSettings()) {
      if (setting.kind == SettingKind::kFlag) {
        const std::string name(setting.name);
        command.add_flag_function(
            "--" + name + ",!--no-" + name,
            [this, name](int64_t times) { typed_[name] = times > 0 ? "true" : "false"; },
            Phrase(*setting.help));
      } else {
        Add(command, std::string(setting.name), Meaning(setting), Phrase(*setting.help));
      }
    }
  }

  std::vector<NamedText> Typed() const { return {typed_.begin(), typed_.end()}; }

 private:
  void Add(CLI::App& command, const std::string& name, const std::string& meaning,
           const std::string& help) {
    command
        .add_option_function<std::string>(
            "--" + name, [this, name](const std::string& text) { typed_[name] = text; }, help)
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
    text += "speedup-lab: " + complaint.message + " " + complaint.next + "\n";
  }
  return text + Phrase<words::kTryHelp>() + "\n";
}

std::vector<std::string RunCommand::*> OutputsOf(const RunCommand&) {
  return {&RunCommand::json, &RunCommand::csv, &RunCommand::markdown, &RunCommand::trace};
}
std::vector<std::string SweepCommand::*> OutputsOf(const SweepCommand&) {
  return {&SweepCommand::json, &SweepCommand::csv, &SweepCommand::markdown};
}

template <typename T>  // RunCommand or SweepCommand
void AddOutputs(CLI::App& app, T& command) {
  app.add_option("--json", command.json, Phrase<words::kHelpJson>())->type_name("FILE|-");
  app.add_option("--csv", command.csv, Phrase<words::kHelpCsv>())->type_name("FILE|-");
  app.add_option("--markdown", command.markdown, Phrase<words::kHelpMarkdown>())
      ->type_name("FILE|-");
  app.add_flag("--details", command.details, Phrase<words::kHelpDetails>());
  app.add_option("--color", command.color, Phrase<words::kHelpColor>())
      ->type_name("auto|always|never")
      ->check(CLI::IsMember({"auto", "always", "never"}));
}

std::string OneToStandardOutput(const std::vector<std::string>& options) {
  return Phrase<words::kOneToStandardOutput>("options"_a = Listed(options));
}

// What is wrong with where the results are to go; empty if nothing is.
std::string OutputFault(const SweepCommand& command) {
  const int to_standard_output =
      (command.json == "-") + (command.csv == "-") + (command.markdown == "-");
  return to_standard_output > 1 ? OneToStandardOutput({"--json", "--csv", "--markdown"}) : "";
}

std::string OutputFault(const RunCommand& command) {
  const int to_standard_output = (command.json == "-") + (command.csv == "-") +
                                 (command.markdown == "-") + (command.trace == "-");
  if (to_standard_output > 1)
    return OneToStandardOutput({"--json", "--csv", "--markdown", "--trace"});
  const bool unrecorded = !command.trace.empty() && !command.experiment.record;
  return unrecorded ? Phrase<words::kNothingToTrace>() : "";
}

Error Ignored(const std::string& name, const std::string& why) {
  return {.code = ErrorCode::kInvalidArgument,
          .message = why,
          .next = Phrase<words::kLeaveItOut>(),
          .field = name};
}

// What was typed, with a complaint about everything that would change nothing.
Configured ConfigureWhatMatters(const std::vector<NamedText>& typed, bool tell_kept) {
  Configured configured = Configure(typed, tell_kept);
  const std::string kind(InfoOf(configured.experiment.kind).name);
  for (const auto& [name, text] : typed) {
    const Setting* setting = FindSetting(configured.experiment.kind, name);
    if (setting == nullptr || Matters(name, configured.experiment)) continue;
    // Nothing is asked for by --no-calibrate where nothing is calibrated.
    const bool declined =
        setting->kind == SettingKind::kFlag && SettingNumber(configured.experiment, name) == 0;
    if (!declined)
      configured.complaints.push_back(
          Ignored(name, Phrase<words::kNoEffect>("setting"_a = name, "experiment"_a = kind)));
  }
  return configured;
}

bool Typed(const std::vector<NamedText>& typed, std::string_view name) {
  return std::ranges::find(typed, name, &NamedText::first) != typed.end();
}

// What changes nothing because of what the command does.
std::vector<Error> IgnoredBy(const RunCommand&, const std::vector<NamedText>& typed) {
  return Typed(typed, "points")
             ? std::vector{Ignored("points",
                                   Phrase<words::kRunHasOnePoint>("setting"_a = "points"))}
             : std::vector<Error>();
}
std::vector<Error> IgnoredBy(const SweepCommand& command, const std::vector<NamedText>& typed) {
  const SweepAxis& axis = InfoOf(command.experiment.kind).axis;
  const bool varied = !axis.ends_at_setting && Typed(typed, axis.setting);
  return varied ? std::vector{Ignored("cpu-share",
                                      Phrase<words::kSweepVariesIt>("setting"_a = "cpu-share"))}
                : std::vector<Error>();
}
std::vector<Error> IgnoredBy(const CodeCommand&, const std::vector<NamedText>&) { return {}; }

// The command with the experiment that was typed, or the complaints about it.
template <typename T>
Command Filled(T command, const std::vector<NamedText>& typed) {
  Configured configured = ConfigureWhatMatters(typed, /*tell_kept=*/false);
  command.experiment = configured.experiment;
  const std::vector<Error> ignored = IgnoredBy(command, typed);
  configured.complaints.insert(configured.complaints.end(), ignored.begin(), ignored.end());
  if (!configured.complaints.empty())
    return PrintCommand{.text = Complaints(configured.complaints), .exit_code = kUsage};
  return command;
}

// "/dev/stdout" by its short name: what else goes there has to make room for it.
std::string Plain(const std::string& where) {
  return DescriptorNamed(where) == STDOUT_FILENO ? "-" : where;
}

// The same for those that write results.
template <typename T>
Command FilledWithOutputs(T command, const std::vector<NamedText>& typed) {
  for (std::string T::* const where : OutputsOf(command)) command.*where = Plain(command.*where);
  Command filled = Filled(std::move(command), typed);
  const T* whole = std::get_if<T>(&filled);
  const std::string fault = whole == nullptr ? "" : OutputFault(*whole);
  if (!fault.empty())
    return PrintCommand{.text = "speedup-lab: " + fault + "\n", .exit_code = kUsage};
  return filled;
}

// What CLI11 has to say: help, version or a usage error.
PrintCommand Printed(const CLI::App& app, const CLI::ParseError& end) {
  std::ostringstream out;
  std::ostringstream err;
  const int code = app.exit(end, out, err);
  return {.text = code == 0 ? out.str() : "speedup-lab: " + err.str(),
          .exit_code = code == 0 ? kDone : kUsage};
}

}  // namespace

Command ParseCommandLine(int count, char** arguments) {
  CLI::App app(Phrase<words::kAboutProgram>(), "speedup-lab");
  app.set_version_flag("--version", "speedup-lab " LAB_VERSION);
  app.footer(Phrase<words::kExamples>());
  app.require_subcommand(1);

  RunCommand run;
  CLI::App* run_app = app.add_subcommand("run", Phrase<words::kHelpRun>());
  ExperimentOptions run_options(*run_app);
  AddOutputs(*run_app, run);
  run_app->add_option("--trace", run.trace, Phrase<words::kHelpTrace>())->type_name("FILE|-");

  SweepCommand sweep;
  CLI::App* sweep_app = app.add_subcommand("sweep", Phrase<words::kHelpSweep>());
  ExperimentOptions sweep_options(*sweep_app);
  AddOutputs(*sweep_app, sweep);

  CompareCommand compare;
  CLI::App* compare_app = app.add_subcommand("compare", Phrase<words::kHelpCompare>());
  compare_app->add_option("A", compare.first, Phrase<words::kHelpCompareFirst>())->required();
  compare_app->add_option("B", compare.second, Phrase<words::kHelpCompareSecond>())->required();

  ValidateCommand validate = {.pythons = {"python3"}};
  CLI::App* validate_app = app.add_subcommand("validate", Phrase<words::kHelpValidate>());
  validate_app->add_option("--python", validate.pythons, Phrase<words::kHelpPython>())
      ->type_name("EXE")
      ->expected(1, 20);
  validate_app->add_flag("--quick", validate.quick, Phrase<words::kHelpQuick>());
  validate_app->add_option("--json", validate.json, Phrase<words::kHelpValidateJson>())
      ->type_name("FILE|-");
  validate_app->footer(Phrase<words::kExitCodesOfValidate>());

  CodeCommand code;
  CLI::App* code_app = app.add_subcommand("code", Phrase<words::kHelpCode>());
  ExperimentOptions code_options(*code_app);
  code_app->add_option("--model", code.model, Phrase<words::kHelpModel>())->type_name("MODEL");
  code_app->add_option("--language", code.language, Phrase<words::kHelpLanguage>())
      ->check(CLI::IsMember({"python", "cpp"}));
  code_app->add_option("--variant", code.variant, Phrase<words::kHelpVariant>())->type_name("NAME");

  CLI::App* models_app = app.add_subcommand("models", Phrase<words::kHelpModels>());
  CLI::App* environment_app = app.add_subcommand("environment", Phrase<words::kHelpEnvironment>());
  CLI::App* schema_app = app.add_subcommand("schema", Phrase<words::kHelpSchema>());

  WindowCommand window;
  CLI::App* window_app = app.add_subcommand("window", Phrase<words::kHelpWindow>());
  ExperimentOptions window_options(*window_app);
  window_app->add_option("FILE", window.files, Phrase<words::kHelpWindowFiles>())->type_name("");
  window_app->add_option("--theme", window.theme, Phrase<words::kHelpTheme>())
      ->check(CLI::IsMember({"auto", "light", "dark"}));

  if (count < 2) return PrintCommand{.text = app.help(), .exit_code = kUsage};
  if (const std::optional<std::string> fault =
          UsageFault(app, std::span(arguments + 1, static_cast<size_t>(count - 1)))) {
    return PrintCommand{.text = "speedup-lab: " + *fault + "\n", .exit_code = kUsage};
  }
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& end) {
    return Printed(app, end);
  }
  if (*models_app) return ModelsCommand{};
  if (*environment_app) return EnvironmentCommand{};
  if (*schema_app) return SchemaCommand{};
  if (*window_app) {
    Configured configured = ConfigureWhatMatters(window_options.Typed(), /*tell_kept=*/true);
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
    if (InfoOf(asked.kind).axis.kind == AxisKind::kWorkers && !Typed(typed, "workers")) {
      const double most = asked.points.empty()
                              ? std::clamp(2 * DescribeEnvironment().cores, 1, kMostWorkers)
                              : asked.points.back();
      typed.emplace_back("workers", Format("%g", most));
    }
    return FilledWithOutputs(sweep, typed);
  }
  return FilledWithOutputs(run, run_options.Typed());
}

}  // namespace lab
