#include <cstdio>

#include "shell/cli/commands.h"

namespace {

struct Perform {
  int operator()(const lab::RunCommand& command) const { return lab::RunExperiment(command); }
  int operator()(const lab::SweepCommand& command) const { return lab::RunSweep(command); }
  int operator()(const lab::CompareCommand& command) const { return lab::Compare(command); }
  int operator()(const lab::ValidateCommand& command) const { return lab::RunValidation(command); }
  int operator()(const lab::CodeCommand& command) const { return lab::Print(command); }
  int operator()(const lab::ModelsCommand& command) const { return lab::Show(command); }
  int operator()(const lab::EnvironmentCommand& command) const { return lab::Show(command); }
  int operator()(const lab::WindowCommand& command) const { return lab::Open(command); }
  int operator()(const lab::PrintCommand& command) const {
    std::fputs(command.text.c_str(), command.exit_code == lab::kDone ? stdout : stderr);
    return command.exit_code;
  }
};

}  // namespace

int main(int count, char** arguments) { return std::visit(Perform{}, lab::ParseCommandLine(count, arguments)); }
