// The command line as a value: which command, with what. Usage errors end here.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/result.h"
#include "experiment/experiment.h"

namespace lab {

struct RunCommand {
  Experiment experiment;
  std::string json;  // file, "-" for standard output, empty for none
  std::string csv;
  std::string markdown;
  std::string trace;
  bool details = false;
  std::string color = "auto";  // "auto", "always", "never"
};
struct SweepCommand {
  Experiment experiment;  // `workers` is the most of them
  std::string json;
  std::string csv;
  std::string markdown;
  bool details = false;
  std::string color = "auto";
};
struct CompareCommand {
  std::string first;  // files
  std::string second;
};
struct ValidateCommand {
  std::vector<std::string> pythons;  // executables
  bool quick = false;
  std::string json;
};
struct CodeCommand {
  Experiment experiment;
  std::string model;     // empty: list what there is
  std::string language;  // "python", "cpp"; empty: either
  std::string variant;   // empty: the first one
};
struct ModelsCommand {};
struct EnvironmentCommand {};
struct SchemaCommand {};
struct WindowCommand {
  Experiment experiment;
  std::vector<Error> complaints;
  std::string theme;  // "auto", "light", "dark"; empty: as last time
  std::vector<std::string> files;  // saved results to open in it
};
// Nothing to do but to print this (help, version, usage error) and to exit.
struct PrintCommand {
  std::string text;
  int exit_code = 0;
};

using Command =
    std::variant<RunCommand, SweepCommand, CompareCommand, ValidateCommand, CodeCommand,
                 ModelsCommand, EnvironmentCommand, SchemaCommand, WindowCommand, PrintCommand>;

// Exit codes of the program.
inline constexpr int kDone = 0;
inline constexpr int kRunFailed = 1;
inline constexpr int kUsage = 2;
inline constexpr int kBarsDoNotHold = 3;

Command ParseCommandLine(int count, char** arguments);

}  // namespace lab
